"""Attacks on sessions, tokens and links: kept, planted, replayed, swapped, and poisoned by headers."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier, Event
from typing import Any

import pytest
from argon2 import extract_parameters
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from app.accounts import secrets, service
from app.accounts.links import make_link, use_link
from app.accounts.models import Person, SignIn
from app.accounts.schemas import ApiTokenCreate
from app.accounts.secrets import NOBODYS_HASH, hash_password, is_password
from app.clock import utc_now
from app.database.engine import Database
from app.organizations.membership import change_role, end_membership
from app.organizations.models import Member
from app.organizations.schemas import MemberUpdate
from app.refusals import Invalid
from app.vocabulary import LinkPurpose, MemberRole
from tests.accounts.conftest import PASSWORD, Send
from tests.support.mail_server import Mailbox
from tests.support.people import make_person
from tests.support.world import World

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
NEW = "a garden of four seasons"
ENDED = timedelta(seconds=1)


def is_in(client: TestClient, cookie: str) -> bool:
    client.cookies.clear()
    client.cookies.set("sid", cookie)
    return client.get("/account").status_code == 200


@on_sqlite
def test_a_planted_session_token_is_never_taken_over(client: TestClient, come_in: Send, ada: Person) -> None:
    client.cookies.set("sid", "planted-by-somebody-else-0123456789abcdefghij")
    come_in()
    assert not is_in(client, "planted-by-somebody-else-0123456789abcdefghij")


@on_sqlite
def test_each_sign_in_has_a_token_of_its_own_and_the_one_before_is_dead(
    client: TestClient, come_in: Send, ada: Person
) -> None:
    come_in()
    first = client.cookies["sid"]
    come_in()
    second = client.cookies["sid"]
    assert first != second
    assert is_in(client, second)
    assert not is_in(client, first)


def signed_out(session: Session, world: World, cookie: str) -> None:
    service.sign_out(session, cookie)


def password_changed(session: Session, world: World, cookie: str) -> None:
    service.set_password(session, session.get_one(Person, world.ada.id), NEW)


def archived_and_restored(session: Session, world: World, cookie: str) -> None:
    person = session.get_one(Person, world.ada.id)
    service.archive_person(session, person)
    person.archived_at = None


def run_out(session: Session, world: World, cookie: str) -> None:
    for kept in session.exec(select(SignIn)):
        kept.ends_at = utc_now() - ENDED


def role_changed(session: Session, world: World, cookie: str) -> None:
    change_role(session, _member(session, world), MemberUpdate(role=MemberRole.VIEWER), None)


def removed(session: Session, world: World, cookie: str) -> None:
    end_membership(session, _member(session, world))


def _member(session: Session, world: World) -> Member:
    return session.exec(select(Member).where(Member.person_id == world.ada.key)).one()


@pytest.mark.parametrize(
    "what", [signed_out, password_changed, archived_and_restored, run_out, role_changed, removed]
)
def test_a_kept_cookie_is_dead_after(
    client: TestClient, database: Database, world: World, what: Callable[[Session, World, str], None]
) -> None:
    with database.writing() as session:
        cookie = service.sign_in(session, world.ada)
    assert is_in(client, cookie)
    with database.writing() as session:
        what(session, world, cookie)
    assert not is_in(client, cookie)


@on_sqlite
def test_an_archived_person_comes_in_by_no_door(
    client: TestClient, database: Database, ada: Person, send: Send, come_in: Send
) -> None:
    with database.writing() as session:
        link = make_link(session, ada)
        token = service.make_api_token(session, ada.key, ApiTokenCreate(name="script"))
        session.get_one(Person, ada.id).archived_at = utc_now()
    assert come_in().status_code == 422
    assert send(f"/sign-in/{link}").status_code == 422
    bearer = {"Authorization": f"Bearer {token}"}
    assert client.get("/api/v1/initiatives", headers=bearer).status_code == 401


@on_sqlite
def test_a_session_token_is_no_api_token_nor_the_other_way_round(
    client: TestClient, database: Database, ada: Person
) -> None:
    with database.writing() as session:
        cookie = service.sign_in(session, ada)
        token = service.make_api_token(session, ada.key, ApiTokenCreate(name="script"))
    for scheme in ("Bearer", "bearer", "Basic", "Token"):
        headers = {"Authorization": f"{scheme} {cookie}"}
        assert client.get("/api/v1/initiatives", headers=headers).status_code == 401
    assert not is_in(client, token)
    assert client.get("/account", headers={"Authorization": f"Bearer {token}"}).status_code == 303


def used(session: Session, ada: Person, purpose: LinkPurpose) -> str:
    token = make_link(session, ada, purpose)
    use_link(session, token, purpose)
    return token


def too_old(session: Session, ada: Person, purpose: LinkPurpose) -> str:
    return make_link(session, ada, purpose, lasts=-ENDED)


def unknown(session: Session, ada: Person, purpose: LinkPurpose) -> str:
    return "x" * 43


def changed(session: Session, ada: Person, purpose: LinkPurpose) -> str:
    token = make_link(session, ada, purpose)
    return token[:-1] + ("A" if token[-1] != "A" else "B")


def of_somebody_archived(session: Session, ada: Person, purpose: LinkPurpose) -> str:
    person = make_person(session, "Ben")
    token = make_link(session, person, purpose)
    person.archived_at = utc_now()
    return token


@pytest.mark.parametrize(
    ("path", "purpose"), [("/sign-in", LinkPurpose.SIGN_IN), ("/password", LinkPurpose.PASSWORD)]
)
def test_links_that_open_nothing_are_refused_alike(
    client: TestClient, database: Database, ada: Person, send: Send, path: str, purpose: LinkPurpose
) -> None:
    with database.writing() as session:
        kinds = (used, too_old, unknown, changed, of_somebody_archived)
        dead = [make(session, ada, purpose) for make in kinds]
    for ask in (client.get, partial(send, password=NEW)):
        answers = {token: ask(f"{path}/{token}") for token in dead}
        assert {answer.status_code for answer in answers.values()} == {422}
        assert len({answer.text.replace(token, "") for token, answer in answers.items()}) == 1
    assert "sid" not in client.cookies


def test_of_two_who_use_one_link_in_one_moment_one_comes_in(database: Database, ada: Person) -> None:
    with database.writing() as session:
        link = make_link(session, ada)
    ready = Barrier(2)

    def comes_in(_: int) -> bool:
        ready.wait()
        try:
            with database.writing() as session:
                service.sign_in(session, use_link(session, link, LinkPurpose.SIGN_IN))
        except Invalid:
            return False
        return True

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(comes_in, range(2))) == [False, True]


EVIL = "evil.example"
POISON: tuple[dict[str, str], ...] = (
    {"Host": EVIL},
    {"Host": f"testserver@{EVIL}"},
    {"Host": f"testserver:80@{EVIL}"},
    {"Host": f"{EVIL}#testserver"},
    {"X-Forwarded-Host": EVIL},
    {"X-Forwarded-Host": f"testserver, {EVIL}"},
    {"X-Forwarded-Server": EVIL, "X-Forwarded-Proto": "https", "X-Forwarded-Port": "444"},
    {"Forwarded": f"for=203.0.113.7;host={EVIL};proto=https"},
    {"X-Host": EVIL, "X-HTTP-Host-Override": EVIL},
    {"X-Original-URL": f"https://{EVIL}/password", "X-Rewrite-URL": f"https://{EVIL}/"},
    {"X-Forwarded-Prefix": f"//{EVIL}", "X-Script-Name": f"//{EVIL}"},
    {"Origin": "http://testserver", "Referer": f"https://{EVIL}/", "Base-Url": f"https://{EVIL}"},
    {"True-Client-IP": EVIL, "X-Original-Host": EVIL, "X-Backend-Host": EVIL},
)


@on_sqlite
@pytest.mark.parametrize("asking", ["/password", "/sign-in-link"])
def test_no_header_leads_a_mailed_link_elsewhere(
    client: TestClient, database: Database, mailbox: Mailbox, asking: str
) -> None:
    assert len(POISON) >= 12
    with database.writing() as session:
        people = [make_person(session, f"person{number}") for number in range(len(POISON))]
    for person, headers in zip(people, POISON, strict=True):
        client.post(asking, data={"email": person.email}, headers=headers)
    assert len(mailbox.letters) >= len(POISON) - 4, "only a Host that is not ours is refused"
    for letter in mailbox.letters:
        text = letter.get_content()
        assert "http://testserver/" in text
        assert EVIL not in text


class Watched(ThreadPoolExecutor):
    """The threads that hash, which note what they were given to do."""

    def __init__(self) -> None:
        super().__init__(max_workers=2)
        self.work: list[Any] = []
        self.given = Event()

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.work.append(getattr(fn, "func", fn))
        self.given.set()
        return super().submit(fn, *args, **kwargs)


@pytest.fixture
def hashing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    with Watched() as watched:
        monkeypatch.setattr(secrets, "_hashing", watched)
        yield watched


@on_sqlite
def test_an_unknown_address_costs_the_same_work_as_a_known_one(
    database: Database, ada: Person, send: Send, hashing: Watched
) -> None:
    with database.writing() as session:
        make_person(session, "Ben")  # has no password
    for email in (ada.email, "ben@demo.example", "nobody@demo.example"):
        hashing.work.clear()
        assert send("/sign-in", email=email, password="a wrong password").status_code == 422
        assert hashing.work == [is_password]
    assert extract_parameters(NOBODYS_HASH) == extract_parameters(hash_password(PASSWORD))


@on_sqlite
def test_while_passwords_are_checked_others_write(
    database: Database, ada: Person, come_in: Send, hashing: Watched
) -> None:
    """SQLite has one writer: hashing inside its turn would let nobody else in."""
    release = Event()
    for _ in range(2):
        hashing.submit(release.wait)
    hashing.given.clear()
    with ThreadPoolExecutor(1) as other:
        answer = other.submit(come_in)
        assert hashing.given.wait(timeout=30)
        with database.writing() as session:
            make_person(session, "Ben")
        assert not answer.done()
        release.set()
        assert answer.result().status_code == 303
