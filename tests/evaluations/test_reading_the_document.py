"""The evaluation document over HTTP, and how much reading a log asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.evaluations.records import log_of
from tests.evaluations.entries import activity
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_the_document_has_the_cell_with_its_basis(client: TestClient, logged: World) -> None:
    found = come_in(client, logged.cleo).get(address(logged)).json()
    cell = found["process"]["cell"]
    assert (cell["number"], cell["strength"], cell["stability"]) == (5, "present", "stable")
    assert cell["basis"]["planning"]["citizen_hours"] == "46"
    assert cell["basis"]["planning"]["decisions_shared"] == 3
    assert cell["basis"]["delivery"]["share"] == "0.775"


@SQLITE
def test_the_spine_of_the_document_is_whole(client: TestClient, logged: World) -> None:
    found = come_in(client, logged.cleo).get(address(logged)).json()
    assert list(found) == [
        "starts_on",
        "as_of",
        "aim",
        "process",
        "outcomes",
        "costs",
        "citizen_time",
        "learning",
        "missing",
    ]
    assert list(found["process"]) == ["cell", "phases", "reach", "warnings"]
    phase = found["process"]["phases"][1]
    assert (phase["kind"], phase["claimed"], phase["evidenced"]) == ("delivery", "citizens", "together")
    assert phase["status"] == "claimed_not_evidenced"


@SQLITE
def test_what_cannot_be_computed_has_a_reason_and_no_number(client: TestClient, logged: World) -> None:
    loneliness, calls = come_in(client, logged.cleo).get(address(logged)).json()["outcomes"]
    assert loneliness["progress"] == {"value": "0.5000", "missing": None}
    assert loneliness["trend"] == {"missing": "Too few points: 2 of 5 needed."}
    assert calls["progress"] == {"value": None, "missing": "No data yet. That is not zero."}


@SQLITE
def test_few_people_leave_the_document_as_words(client: TestClient, logged: World) -> None:
    loneliness, _ = come_in(client, logged.cleo).get(address(logged)).json()["outcomes"]
    assert loneliness["latest"] == {"value": "5.9", "observed_on": "2024-09-01", "n": "<5"}


@SQLITE
def test_natures_of_cost_stand_side_by_side(client: TestClient, logged: World) -> None:
    costs = come_in(client, logged.cleo).get(address(logged)).json()["costs"]["GBP"]
    assert (costs["cash"], costs["in_kind"]) == ("1200", "300")
    assert costs["break_even"] == {"expected": None, "claimed": None, "confirmed": None}


@SQLITE
def test_outsiders_and_funders_get_nothing(client: TestClient, logged: World) -> None:
    assert come_in(client, logged.mallory).get(address(logged)).status_code == 404
    assert come_in(client, logged.dan).get(address(logged)).status_code == 404


def test_a_longer_log_takes_no_more_statements(database: Database, world: World) -> None:
    with database.writing() as session:
        session.add_all([activity(world.delivery, date(2024, 8, 1)) for _ in range(3)])
    short = statements_for(database, world)
    with database.writing() as session:
        session.add_all([activity(world.delivery, date(2024, 8, 2)) for _ in range(60)])
    assert statements_for(database, world) == short <= 19


def address(world: World) -> str:
    return f"/api/v1/initiatives/{world.initiative.key}/evaluation?as_of=2024-12-31"


def statements_for(database: Database, world: World) -> int:
    with database.reading() as session, counted(database.reader) as statements:
        log_of(session, world.initiative.key)
    return len(statements)


@contextmanager
def counted(engine: sa.Engine) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        seen.append(statement)

    sa.event.listen(engine, "before_cursor_execute", note)
    yield seen
    sa.event.remove(engine, "before_cursor_execute", note)
