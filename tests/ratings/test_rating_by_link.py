"""Somebody without an account says who led a phase: one question, one tap, and nothing kept about them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlmodel import select

from app.accounts.attempts import note_attempt
from app.clock import today, utc_now
from app.database.audit import AuditEntry
from app.database.engine import Database
from app.initiatives.models import Initiative, Phase
from app.organizations.models import Organization
from app.ratings.models import RatedToday, RatingLink, View
from app.ratings.routes import FROM_ONE_WORKSHOP
from app.ratings.tokens import link_id_in, link_token
from app.vocabulary import Side
from tests.ratings.ratings import address_of, make_link, other_device, stored
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
FRENCH = {"Accept-Language": "fr-CA,fr;q=0.9"}


@pytest.fixture(autouse=True)
def _from_our_own_page(client: TestClient) -> None:
    client.headers["Sec-Fetch-Site"] = "same-origin"


def test_an_answer_is_kept_for_the_side_and_phase_of_the_link(
    client: TestClient, world: World, database: Database
) -> None:
    link = make_link(database, world)
    page = address_of(client, link)
    assert "Who led this?" in client.get(page).text
    answer = client.post(page, data={"rating": "4"})
    assert answer.headers["location"] == f"{page}/thanks"
    (view,) = stored(database)
    assert (view.phase_id, view.side, view.rating, view.rating_link_id, view.rated_on) == (
        *(world.design.key, Side.CITIZENS, 4, link.key),
        today(),
    )


@SQLITE
def test_the_thanks_say_when_results_are_shown_and_nothing_else(
    client: TestClient, world: World, database: Database
) -> None:
    page = client.get(f"{address_of(client, make_link(database, world))}/thanks").text
    assert "once at least 5 citizens have answered" in page
    assert "Ada" not in page
    assert world.organization.name not in page


@SQLITE
def test_the_page_names_what_is_asked_and_leaks_nothing_more(
    client: TestClient, world: World, database: Database
) -> None:
    answer = client.get(address_of(client, make_link(database, world, name="Secret workshop")))
    for words in ("Good neighbours", "Working out how to do it", "1 Jan 2024", "Citizens alone"):
        assert words in answer.text
    for words in (world.organization.name, world.initiative.slug, "Secret workshop", "Lottery Fund"):
        assert words not in answer.text
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"


@SQLITE
def test_the_page_speaks_the_language_of_the_visitor_and_can_be_switched(
    client: TestClient, world: World, database: Database
) -> None:
    page = address_of(client, make_link(database, world))
    shown = client.get(page, headers=FRENCH)
    assert 'lang="fr-CA"' in shown.text
    assert shown.text.count('action="/language"') == 1
    switched = client.post("/language", data={"locale": "en-GB", "next": page})
    assert switched.headers["location"] == page
    assert 'lang="en-GB"' in client.get(page, headers=FRENCH).text


def test_neither_the_view_nor_the_history_keeps_who_or_what_somebody_rated(
    client: TestClient, world: World, database: Database
) -> None:
    link = make_link(database, world)
    come_in(client, world.ada).post(address_of(client, link), data={"rating": "2"})
    with database.reading() as session:
        (entry,) = session.exec(select(AuditEntry).where(AuditEntry.table_name == "view")).all()
        (view,) = session.exec(select(View)).all()
    assert (entry.person_id, view.created_by_id) == (None, None)
    assert entry.after["rating"] == "…"
    assert entry.after["side"] == "citizens"


def test_a_device_answers_once_a_day_and_is_told_so_kindly(
    client: TestClient, world: World, database: Database
) -> None:
    page = address_of(client, make_link(database, world))
    client.get(page)
    client.post(page, data={"rating": "4"})
    again = client.post(page, data={"rating": "1"})
    assert again.headers["location"] == f"{page}/thanks?again=yes"
    assert "One answer a day counts from each device." in client.get(again.headers["location"]).text
    assert [view.rating for view in stored(database)] == [4]


def test_another_link_for_the_same_side_and_phase_gives_no_second_answer(
    client: TestClient, world: World, database: Database
) -> None:
    for link in (make_link(database, world), make_link(database, world)):
        client.get(address_of(client, link))
        client.post(address_of(client, link), data={"rating": "4"})
    assert len(stored(database)) == 1


def test_another_device_and_another_side_answer_too(
    client: TestClient, world: World, database: Database
) -> None:
    citizens, staff = make_link(database, world), make_link(database, world, Side.PROFESSIONALS)
    client.get(address_of(client, citizens))
    client.post(address_of(client, citizens), data={"rating": "4"})
    client.post(address_of(client, staff), data={"rating": "2"})
    page = address_of(client, citizens)
    other_device(client).get(page)
    client.post(page, data={"rating": "5"})
    assert sorted((view.side, view.rating) for view in stored(database)) == [
        (Side.CITIZENS, 4),
        (Side.CITIZENS, 5),
        (Side.PROFESSIONALS, 2),
    ]


def test_twenty_copies_in_one_moment_keep_one_answer(
    client: TestClient, world: World, database: Database
) -> None:
    page = address_of(client, make_link(database, world))
    client.get(page)
    with ThreadPoolExecutor(20) as taps:
        answers = list(taps.map(lambda _: client.post(page, data={"rating": "4"}), range(20)))
    assert {answer.status_code for answer in answers} == {303}
    assert sum(not answer.headers["location"].endswith("again=yes") for answer in answers) == 1
    assert len(stored(database)) == 1


@SQLITE
def test_without_cookies_one_form_still_gives_one_answer(
    client: TestClient, world: World, database: Database
) -> None:
    page = address_of(client, make_link(database, world))
    for _ in range(2):
        other_device(client).post(page, data={"rating": "4", "_key": "of this form"})
    other_device(client).post(page, data={"rating": "4", "_key": "of another form"})
    assert len(stored(database)) == 2


@SQLITE
def test_without_cookie_or_form_a_place_answers_once(
    client: TestClient, world: World, database: Database
) -> None:
    page = address_of(client, make_link(database, world))
    for forwarded in ("192.0.2.1", "192.0.2.2"):
        other_device(client).post(page, data={"rating": "4"}, headers={"X-Forwarded-For": forwarded})
    assert len(stored(database)) == 1


@SQLITE
def test_the_device_is_a_random_word_for_two_days_that_no_script_reads(
    client: TestClient, world: World, database: Database
) -> None:
    page = address_of(client, make_link(database, world))
    cookie = client.get(page).headers["set-cookie"]
    assert {"HttpOnly", "Max-Age=172800", "SameSite=lax"} <= set(cookie.split("; "))
    client.post(page, data={"rating": "4"})
    with database.reading() as session:
        (kept,) = session.exec(select(RatedToday)).all()
    assert client.cookies["device"] not in kept.answerer_hash


def test_who_answered_is_forgotten_the_day_after(
    client: TestClient, world: World, database: Database
) -> None:
    page = address_of(client, make_link(database, world))
    client.get(page)
    client.post(page, data={"rating": "4"})
    with database.writing() as session:
        session.execute(sa.update(RatedToday).values(rated_on=today() - timedelta(days=1)))
    client.post(page, data={"rating": "3"})
    with database.reading() as session:
        assert [kept.rated_on for kept in session.exec(select(RatedToday))] == [today()]
    assert [view.rating for view in stored(database)] == [4, 3]


@SQLITE
@pytest.mark.parametrize(
    "typed", [{}, {"rating": "0"}, {"rating": "6"}, {"rating": "all"}, {"rating": "3.5"}]
)
def test_what_is_no_answer_is_said_by_the_field(
    client: TestClient, world: World, database: Database, typed: dict[str, str]
) -> None:
    page = address_of(client, make_link(database, world))
    answer = client.post(page, data=typed)
    assert answer.status_code == 422
    assert 'id="rating-error"' in answer.text
    assert "Choose one of the five answers." in answer.text
    assert stored(database) == []


class TestALinkThatIsNoMoreLeadsNowhere:
    """As an address that never was: nothing tells that there has been something."""

    def gone(self, client: TestClient, link: RatingLink) -> bool:
        page = address_of(client, link)
        nowhere = client.get("/rate/nothing-was-ever-here")
        shown, thanks = client.get(page), client.get(f"{page}/thanks")
        sent = client.post(page, data={"rating": "4"})
        alike = shown.text.replace(page, "") == nowhere.text.replace("/rate/nothing-was-ever-here", "")
        return alike and {shown.status_code, thanks.status_code, sent.status_code} == {404}

    def test_revoked(self, client: TestClient, world: World, database: Database) -> None:
        link = make_link(database, world)
        archived(database, RatingLink, link.key)
        assert self.gone(client, link)
        assert stored(database) == []

    @SQLITE
    def test_over(self, client: TestClient, world: World, database: Database) -> None:
        link = make_link(database, world, ends_on=today())
        assert client.get(address_of(client, link)).status_code == 200
        with database.writing() as session:
            session.get_one(RatingLink, link.key).ends_on = today() - timedelta(days=1)
        assert self.gone(client, link)

    @SQLITE
    @pytest.mark.parametrize("table", [Phase, Initiative, Organization])
    def test_below_something_archived(
        self, client: TestClient, world: World, database: Database, table: type[Phase]
    ) -> None:
        link = make_link(database, world)
        row = {Phase: world.design, Initiative: world.initiative, Organization: world.organization}[table]
        archived(database, table, row.key)
        assert self.gone(client, link)

    @SQLITE
    def test_tampered(self, client: TestClient, world: World, database: Database) -> None:
        page = address_of(client, make_link(database, world))
        tampered = [page[:-1] + letter for letter in "ABCDEFGHIJ-_" if letter != page[-1]]
        others = [f"{page}A", page.replace(".", "..", 1), "/rate/MQ.AAAA", "/rate/%00", "/rate/é"]
        assert {client.get(one).status_code for one in (*tampered, *others)} == {404}


@SQLITE
def test_many_answers_from_one_place_are_refused_for_a_while(
    client: TestClient, world: World, database: Database
) -> None:
    page = address_of(client, make_link(database, world))
    with database.writing() as session:
        for _ in range(FROM_ONE_WORKSHOP - 1):
            note_attempt(session, "testclient", "rate", FROM_ONE_WORKSHOP)
    codes = [
        client.post(page, data={"rating": "4"}, headers={"X-Forwarded-For": elsewhere}).status_code
        for elsewhere in ("192.0.2.1", "192.0.2.2")
    ]
    assert codes == [303, 429]


def test_a_token_names_its_link_and_no_key_but_ours_makes_one() -> None:
    token = link_token("key", 7)
    assert (link_id_in("key", token), link_id_in("another key", token)) == (7, None)
    assert len(token) < 40


def archived(database: Database, table: type[RatingLink | Phase], row_id: int) -> None:
    with database.writing() as session:
        session.get_one(table, row_id).archived_at = utc_now()
