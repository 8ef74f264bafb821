"""Where each person begins."""

import pytest
from fastapi.testclient import TestClient

from tests.support.world import World, come_in

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_whoever_reads_an_initiative_begins_with_the_list(client: TestClient, world: World) -> None:
    assert come_in(client, world.ada).get("/").headers["location"] == "/initiatives"


def test_a_funder_begins_with_the_portfolio(client: TestClient, world: World) -> None:
    assert come_in(client, world.dan).get("/").headers["location"] == "/portfolios"
