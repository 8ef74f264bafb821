"""The page of what is learned: four lists, the entries behind a number, and who sees them."""

from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.learning.kinds import KINDS
from tests.learning.entries import PAGE, make_incident, make_proposal, make_story
from tests.support.statements import statements_for
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
BEGIN = date(2025, 1, 1)


def make_many(database: Database, world: World, many: int) -> None:
    with database.writing() as session:
        for number in range(many):
            make_proposal(session, world, BEGIN + timedelta(days=number), text=f"Wish {number}.")


@SQLITE
def test_the_four_lists_stand_on_one_page(client: TestClient, world: World) -> None:
    page = come_in(client, world.ada).get(PAGE).text
    assert [f'<section id="{kind}"' in page for kind in KINDS] == [True] * 4
    assert [f'href="{PAGE}/{kind}/new"' in page for kind in KINDS] == [True] * 4


@SQLITE
def test_an_empty_list_says_whose_move_it_is(client: TestClient, world: World) -> None:
    assert "Whoever knows of one can log it here." in come_in(client, world.ben).get(PAGE).text
    assert "Staff and citizens of this initiative can log here." in come_in(client, world.cleo).get(PAGE).text


def test_a_long_list_is_read_page_by_page(client: TestClient, database: Database, world: World) -> None:
    make_many(database, world, 52)
    first = come_in(client, world.ada).get(f"{PAGE}/proposals").text
    assert "Wish 51." in first
    assert "Wish 1." not in first
    older = first.split(f'href="{PAGE}/proposals?cursor=')[1].split('"')[0]
    assert "Wish 1." in client.get(f"{PAGE}/proposals?cursor={older}").text


def test_the_page_of_all_shows_the_newest_and_leads_to_the_rest(
    client: TestClient, database: Database, world: World
) -> None:
    make_many(database, world, 7)
    page = come_in(client, world.ada).get(PAGE).text
    assert "Wish 6." in page
    assert "Wish 1." not in page
    assert "See all 7 entries" in page


@SQLITE
def test_the_entries_behind_a_number_are_opened_alone(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        wanted = make_incident(session, world, text="The lift failed")
        make_incident(session, world, text="The van failed")
    page = come_in(client, world.cleo).get(f"{PAGE}/incidents?ids={wanted.key}").text
    assert "The lift failed" in page
    assert "The van failed" not in page


@SQLITE
def test_an_evaluator_reads_and_changes_nothing(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        story = make_story(session, world)
    come_in(client, world.cleo)
    assert "/new" not in client.get(PAGE).text.split("<main")[1]
    shown = client.get(f"{PAGE}/stories/{story.key}").text
    assert "I know my neighbours again" in shown
    assert "/edit" not in shown


@SQLITE
def test_a_longer_log_takes_no_more_statements(client: TestClient, database: Database, world: World) -> None:
    come_in(client, world.ada)
    make_many(database, world, 2)
    few = len(statements_for(database, lambda: client.get(PAGE)))
    make_many(database, world, 30)
    assert len(statements_for(database, lambda: client.get(PAGE))) == few


@SQLITE
@pytest.mark.parametrize("who", ["mallory", "dan"])
def test_outsiders_and_funders_find_nothing(client: TestClient, world: World, who: str) -> None:
    come_in(client, getattr(world, who))
    assert [client.get(path).status_code for path in (PAGE, f"{PAGE}/stories")] == [404, 404]
