"""The evaluation says first what it is for, and at the end who answers for it."""

from datetime import date

from fastapi.testclient import TestClient
from sqlmodel import Session

from app.database.engine import Database
from app.initiatives.schemas import AimCreate
from app.initiatives.service import declare_aim
from app.learning.schemas import IncidentCreate
from app.learning.service import log_incident
from app.vocabulary import Aim
from tests.support.entries import make_activity
from tests.support.world import World, come_in

PAGE = "/initiatives/good-neighbours/evaluation"


def text_of(client: TestClient, section: str) -> str:
    """From a heading to the next of its rank."""
    return client.get(PAGE).text.split(f'<h2 id="{section}">')[1].split("<h2")[0]


def declare(session: Session, world: World, aim: Aim, on: date) -> None:
    declare_aim(session, world.initiative, AimCreate(aim=aim, declared_on=on, chosen_by="The board"))


def test_the_declared_aim_stands_first_and_those_before_it_below(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        declare(session, world, Aim.COST, date(2024, 2, 1))
        declare(session, world, Aim.DEMOCRACY, date(2025, 2, 1))
    come_in(client, world.cleo)
    told = text_of(client, "aim")
    assert client.get(PAGE).text.index("<h2") == client.get(PAGE).text.index('<h2 id="aim">')
    assert told.index("1 February 2025, chosen by The board") < told.index("Before that:")
    assert told.index("Before that:") < told.index("1 February 2024, chosen by The board")


def test_of_two_aims_of_one_day_the_one_declared_last_holds(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        declare(session, world, Aim.COST, date(2025, 2, 1))
        declare(session, world, Aim.DEMOCRACY, date(2025, 2, 1))
    told = text_of(come_in(client, world.cleo), "aim")
    assert told.index("More democracy") < told.index("Before that:") < told.index("Lower cost")


def test_phases_that_nobody_is_named_for_open_where_somebody_can_be(client: TestClient, world: World) -> None:
    told = text_of(come_in(client, world.cleo), "answers")
    assert "Nobody is named as accountable for these phases:" in told
    assert 'href="/initiatives/good-neighbours/phases"' in told


def test_an_incident_that_nobody_answered_for_opens_from_the_page(
    client: TestClient, database: Database, world: World
) -> None:
    new = IncidentCreate(happened_on=date(2025, 4, 1), text="The lift stood still")
    with database.writing() as session:
        incident = log_incident(session, world.initiative, new)
    told = text_of(come_in(client, world.cleo), "answers")
    assert f"/learning/incidents?ids={incident.key}" in told
    assert "1 incident is logged." in told


def test_the_cell_is_told_year_by_year_where_there_are_several(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.cleo)
    with database.writing() as session:
        make_activity(session, world, happened_on=date(2024, 8, 1))
    assert "How the cell moved" not in client.get(PAGE).text
    with database.writing() as session:
        make_activity(session, world, happened_on=date(2025, 8, 1))
    told = client.get(PAGE).text.split("How the cell moved")[1].split("</table>")[0]
    assert [year for year in ("2024", "2025", "2026") if f">{year}<" in told] == ["2024", "2025"]
