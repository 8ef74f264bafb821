"""The list of the initiatives somebody takes part in, each with its strip and what the log bears out."""

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from tests.portfolios.portfolios import summary
from tests.support.statements import statements_for
from tests.support.world import World, come_in, make_initiative


@pytest.fixture(autouse=True)
def summarised(database: Database, world: World) -> None:
    with database.writing() as session:
        session.merge(summary(world.initiative))


def test_each_row_has_its_strip_and_what_the_log_bears_out(client: TestClient, world: World) -> None:
    page = come_in(client, world.ben).get("/initiatives").text
    assert "Design: claimed Citizens, the log shows Professionals" in page
    assert "1 of 2<span" in page
    assert f'href="/initiatives/{world.initiative.slug}"' in page


def test_nothing_of_others_is_in_it(client: TestClient, world: World) -> None:
    assert "Good neighbours" not in come_in(client, world.mallory).get("/initiatives").text
    assert "Good neighbours" not in come_in(client, world.dan).get("/initiatives").text


@pytest.mark.parametrize(
    ("query", "is_there"),
    [("q=neigh", True), ("q=orchard", False), ("sector=ageing", True), ("status=planned", False)],
)
def test_filters_narrow_the_list(client: TestClient, world: World, query: str, is_there: bool) -> None:
    page = come_in(client, world.ada).get(f"/initiatives?{query}").text
    assert (f'href="/initiatives/{world.initiative.slug}"' in page) is is_there
    assert ("No initiative fits these filters." in page) is not is_there


def test_a_filter_that_is_not_in_the_list_is_refused(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    assert client.get("/initiatives?sector=alchemy").status_code == 422
    assert client.get("/api/v1/initiatives?status=alchemy").status_code == 422


def test_the_number_of_statements_does_not_grow_with_the_list(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.ada)
    few = statements_for(database, lambda: client.get("/initiatives"))
    with database.writing() as session:
        for number in range(12):
            make_initiative(session, world.organization, f"Street {number}")
    many = statements_for(database, lambda: client.get("/initiatives"))
    assert "Street 11" in client.get("/initiatives").text
    assert len(many) == len(few) <= 6
