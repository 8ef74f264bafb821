"""Where people find the import."""

import pytest
from fastapi.testclient import TestClient

from tests.support.world import World, come_in

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
LIST = "/initiatives/good-neighbours/indicators"
LINK = 'href="/initiatives/good-neighbours/import"'


@on_sqlite
def test_the_list_of_indicators_leads_those_who_log_to_the_import(client: TestClient, world: World) -> None:
    assert LINK in come_in(client, world.ben).get(LIST).text
    assert LINK not in come_in(client, world.cleo).get(LIST).text
