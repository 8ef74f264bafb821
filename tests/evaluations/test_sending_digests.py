"""What is due comes by e-mail to those who asked for it: once a week, in their language, or not at all."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from app.accounts.models import Person
from app.clock import today
from app.database.engine import Database
from app.evaluations.digest import Sent, send_digests
from app.settings import Settings
from tests.support.mail_server import Mailbox, mail_server
from tests.support.world import World, come_in


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, str]]:
    with mail_server() as opened:
        yield opened


@pytest.fixture
def posting(settings: Settings, mailbox: tuple[Mailbox, str]) -> Settings:
    return with_server(settings, mailbox[1])


def with_server(settings: Settings, url: str) -> Settings:
    sender = "tandem@demo.example"
    return settings.model_copy(update={"smtp_url": SecretStr(url), "mail_from": sender})


def choose(database: Database, person: Person, **fields: object) -> None:
    with database.writing() as session:
        session.get_one(Person, person.key).sqlmodel_update({"wants_digest": True} | fields)


def sent_on(database: Database, person: Person) -> object:
    with database.reading() as session:
        return session.get_one(Person, person.key).digest_sent_on


def test_it_is_sent_once_in_seven_days(
    database: Database, posting: Settings, world: World, mailbox: tuple[Mailbox, str]
) -> None:
    choose(database, world.ada)
    assert send_digests(database, posting, today()) == Sent(1, 0)
    assert send_digests(database, posting, today() + timedelta(days=6)) == Sent(0, 0)
    assert send_digests(database, posting, today() + timedelta(days=7)) == Sent(1, 0)
    assert [letter["To"] for letter in mailbox[0].letters] == ["ada@demo.example"] * 2
    assert "Name who answers for Delivery" in mailbox[0].text()
    assert "http://testserver/initiatives/good-neighbours/phases/" in mailbox[0].text()
    assert mailbox[0].links()[-1] == "http://testserver/account"


def test_nothing_is_sent_when_nothing_is_due_or_nobody_asked(
    database: Database, posting: Settings, world: World, mailbox: tuple[Mailbox, str]
) -> None:
    choose(database, world.cleo)
    assert send_digests(database, posting, today()) == Sent(0, 0)
    assert not mailbox[0].letters


def test_a_mail_server_that_fails_leaves_the_day_as_it_was(
    database: Database, posting: Settings, world: World, mailbox: tuple[Mailbox, str]
) -> None:
    before = today() - timedelta(days=9)
    choose(database, world.ada, digest_sent_on=before)
    broken = with_server(posting, "smtp://127.0.0.1:1")
    assert send_digests(database, broken, today()) == Sent(0, 1)
    assert sent_on(database, world.ada) == before
    assert send_digests(database, posting, today()) == Sent(1, 0)
    assert sent_on(database, world.ada) == today()


def test_the_box_on_the_account_page_is_ticked_and_unticked(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.ada)
    for typed, wants in ((["", "yes"], True), ([""], False)):
        client.post("/account/digest", data={"wants_digest": typed[::-1]})
        with database.reading() as session:
            assert session.get_one(Person, world.ada.key).wants_digest is wants
        assert ('id="wants_digest" checked' in client.get("/account").text) is wants
