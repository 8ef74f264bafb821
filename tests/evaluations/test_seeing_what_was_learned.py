"""Learning on the evaluation page, in its document, in its picture and among what is due."""

from datetime import date, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.clock import today
from app.database.engine import Database
from tests.evaluations.test_seeing_an_evaluation import NUMBERS, PAGE, seen
from tests.learning.entries import make_incident, make_obstacle, make_proposal, make_story
from tests.support.statements import statements_for
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
OVERVIEW = "/initiatives/good-neighbours"
INSIDE, OUTSIDE = "Only we may read this", "All may read this"


@pytest.fixture
def learned(database: Database, logged: World) -> World:
    """In 2024, beside the worked example: three answered proposals and one that waits."""
    with database.writing() as session:
        for day, told in ((10, 20), (20, 30), (40, 40)):
            make_proposal(
                session,
                logged,
                date(2024, 1, 1),
                answer="adopted",
                answered_on=date(2024, 1, 1) + timedelta(days=day),
                told_on=date(2024, 1, 1) + timedelta(days=max(day, told)),
            )
        make_proposal(session, logged, date(2024, 2, 1), text="A bench at the stop")
        make_obstacle(session, logged, date(2024, 2, 1), text="Permits take weeks. All of them.")
        make_obstacle(session, logged, date(2024, 3, 1), influence="enabler", kind="trust", text="One desk")
        make_incident(session, logged, date(2024, 8, 1), text="The van failed")
        make_story(session, logged, date(2024, 8, 2), text=INSIDE)
        make_story(session, logged, date(2024, 8, 3), text=OUTSIDE, consent="public")
    return logged


def document(client: TestClient, world: World, as_of: str = "2024-12-31") -> dict[str, Any]:
    address = f"/api/v1/initiatives/{world.initiative.key}/evaluation?as_of={as_of}"
    found: dict[str, Any] = come_in(client, world.cleo).get(address).json()["learning"]
    return found


def test_answers_are_told_with_their_interval(client: TestClient, learned: World) -> None:
    page = seen(come_in(client, learned.cleo))
    assert "4 proposals are logged. 1 waits for too long." in page
    assert "Answered: 3 of 4 proposals (interval 30% to 95%)." in page
    assert "Days to an answer: median 20, over 3 proposals." in page


@SQLITE
def test_every_number_of_learning_opens_its_entries(client: TestClient, learned: World) -> None:
    come_in(client, learned.cleo)
    section = client.get(PAGE).text.split('id="learned"')[1].split("</section>")[0]
    addresses = set(NUMBERS.findall(section))
    assert len(addresses) >= 8
    assert {client.get(address).status_code for address in addresses} == {200}


@SQLITE
def test_a_story_stands_on_the_page_only_if_it_may_be_published(client: TestClient, learned: World) -> None:
    page = seen(come_in(client, learned.cleo))
    assert OUTSIDE in page
    assert INSIDE not in page
    assert "1 may be read outside the initiative." in page


@SQLITE
def test_the_document_holds_no_words_of_a_story(client: TestClient, learned: World) -> None:
    found = document(client, learned)
    assert found["stories"]["told"] == 2
    assert OUTSIDE not in str(found)


def test_the_document_counts_with_entries_or_gives_the_reason(client: TestClient, learned: World) -> None:
    found = document(client, learned)
    answered = found["proposals"]["answered"]
    assert (answered["count"], answered["n"], len(answered["entries"])) == (3, 4, 3)
    assert found["proposals"]["days_to_answer"]["median"] == "20"
    assert found["obstacles"]["lasting"][0]["days"] == 334
    assert found["incidents"]["days_to_telling"] == {"missing": "Too few entries: 0 of 3 needed."}


@SQLITE
def test_the_document_of_an_earlier_day_knows_no_later_entry(client: TestClient, learned: World) -> None:
    found = document(client, learned, "2024-01-15")
    assert (found["proposals"]["made"], found["proposals"]["answered"]["count"]) == (3, 1)
    assert found["incidents"]["happened"] == 0


@SQLITE
def test_an_empty_log_says_so_and_counts_nothing(client: TestClient, world: World) -> None:
    found = document(client, world)
    assert found["proposals"]["answered"] == {"missing": "No proposal is logged. That is not zero."}
    assert found["warnings"] == []


@SQLITE
def test_what_nobody_answered_is_asked_about(client: TestClient, learned: World) -> None:
    page = seen(come_in(client, learned.cleo))
    assert "1 proposal is open for more than 30 days" in page
    assert "Nobody answers for 1 of 1 incident" in page
    assert "Citizens were not told of 1 of 1 incident within 30 days" in page


@SQLITE
def test_events_stand_in_the_picture_and_in_the_list_under_it(client: TestClient, learned: World) -> None:
    come_in(client, learned.cleo)
    page = client.get(f"{PAGE}?as_of=2024-12-31").text
    events = page.split('<ol class="events')[1].split("</ol>")[0]
    for told in ("Obstacle: Permits take weeks, 1 Feb 2024", "Enabler: One desk", "Incident: The van failed"):
        assert told in events
    assert "Obstacle: Permits take weeks</text>" in page


@SQLITE
def test_the_list_stays_for_a_desk_where_events_are_numbered(
    client: TestClient, database: Database, logged: World
) -> None:
    with database.writing() as session:
        for day in range(1, 15):
            make_incident(
                session, logged, date(2024, 8, day), text=f"Failure {day} of a long and tiring series"
            )
    page = come_in(client, logged.cleo).get(f"{PAGE}?as_of=2024-12-31").text
    assert '<ol class="events">' in page
    assert "2 more events" in page


@SQLITE
def test_few_events_are_listed_where_the_picture_is_narrow_only(client: TestClient, learned: World) -> None:
    page = come_in(client, learned.cleo).get(f"{PAGE}?as_of=2024-12-31").text
    assert '<ol class="events only-narrow">' in page


def test_a_proposal_that_waits_is_due(client: TestClient, learned: World) -> None:
    page = seen(come_in(client, learned.ada), OVERVIEW)
    assert "Answer “A bench at the stop” asked on 1 Feb 2024" in page


@SQLITE
def test_a_proposal_is_not_due_within_a_month(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        make_proposal(session, world, today() - timedelta(days=30), text="A later bus")
    assert "Answer “A later bus”" not in seen(come_in(client, world.ada), OVERVIEW)


@SQLITE
def test_many_that_wait_are_due_together(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        for day in range(1, 6):
            make_proposal(session, world, date(2024, 2, day))
    assert "Answer 2 more proposals asked since 4 Feb 2024" in seen(come_in(client, world.ada), OVERVIEW)


@SQLITE
def test_a_longer_list_takes_no_more_statements(
    client: TestClient, database: Database, learned: World
) -> None:
    come_in(client, learned.cleo)
    few = len(statements_for(database, lambda: client.get(PAGE)))
    with database.writing() as session:
        for day in range(1, 29):
            make_proposal(session, learned, date(2024, 5, day))
            make_obstacle(session, learned, date(2024, 5, day))
            make_incident(session, learned, date(2024, 5, day))
            make_story(session, learned, date(2024, 5, day), consent="public")
    assert len(statements_for(database, lambda: client.get(PAGE))) == few
