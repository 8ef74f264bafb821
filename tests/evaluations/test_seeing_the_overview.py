"""The overview of one initiative: what leads, what is new, what is due."""

from datetime import date

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.vocabulary import Frequency
from tests.evaluations.entries import indicator, observation
from tests.evaluations.test_seeing_an_evaluation import NUMBERS, seen
from tests.support.world import World, come_in

PAGE = "/initiatives/good-neighbours"
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_the_overview_begins_with_what_the_log_bears_out(client: TestClient, logged: World) -> None:
    assert "The log bears out 0 of 1 claim." in seen(come_in(client, logged.ada), PAGE)


@SQLITE
def test_the_six_newest_entries_of_all_kinds_are_shown(client: TestClient, logged: World) -> None:
    page = seen(come_in(client, logged.ada), PAGE)
    assert "6 of 24 entries" in page
    assert "Visit 11" in page
    assert "Meeting 1" not in page


@SQLITE
def test_a_phase_for_which_nobody_answers_is_due(client: TestClient, logged: World) -> None:
    assert "Name who answers for Delivery" in seen(come_in(client, logged.ada), PAGE)


@SQLITE
def test_a_value_that_is_late_is_due(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        monthly = indicator(world.initiative, name="Active mentors", frequency=Frequency.MONTHLY)
        session.add(monthly)
        session.flush()
        session.add(observation(monthly, date(2024, 8, 1), "34"))
    assert "Add a value of Active mentors" in seen(come_in(client, world.ada), PAGE)


@SQLITE
def test_every_number_of_the_overview_can_be_opened(client: TestClient, logged: World) -> None:
    come_in(client, logged.cleo)
    addresses = set(NUMBERS.findall(client.get(PAGE).text))
    assert addresses
    assert {client.get(address.partition("#")[0]).status_code for address in addresses} == {200}


@SQLITE
def test_an_empty_initiative_says_whose_move_it_is(client: TestClient, world: World) -> None:
    assert "Start with what happened last." in seen(come_in(client, world.ben), PAGE)
    assert "Staff and citizens of the initiative log" in seen(come_in(client, world.cleo), PAGE)


@SQLITE
def test_an_outsider_finds_no_overview(client: TestClient, world: World) -> None:
    assert come_in(client, world.mallory).get(PAGE).status_code == 404
