"""Archiving an organization that leads nothing any more, and bringing it back."""

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.initiatives.models import Initiative
from app.initiatives.service import archive_initiative
from app.organizations.service import add_member
from app.vocabulary import MemberRole
from tests.support.world import World, come_in

LEADS = "It leads 1 initiative that is not archived."


def page(world: World) -> str:
    return f"/organizations/{world.organization.slug}"


def by_id(world: World) -> str:
    return f"/api/v1/organizations/{world.organization.key}"


@pytest.fixture
def idle(database: Database, world: World) -> World:
    """Its one initiative is archived."""
    with database.writing() as session:
        archive_initiative(session, session.get_one(Initiative, world.initiative.key), None)
    return world


def test_while_it_leads_an_initiative_it_stays_and_says_why(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    asked = client.get(f"{page(world)}/archive").text
    assert LEADS in asked
    assert f'action="{page(world)}/archive"' not in asked
    refused = client.post(f"{page(world)}/archive")
    assert (refused.status_code, LEADS in refused.text) == (422, True)
    by_api = client.delete(by_id(world))
    assert (by_api.status_code, LEADS in by_api.text) == (422, True)
    assert client.get(page(world)).status_code == 200


def test_archived_it_is_gone_for_its_people(client: TestClient, idle: World) -> None:
    come_in(client, idle.eve)
    assert client.get(f"{page(idle)}/archive").status_code == 200
    answer = client.post(f"{page(idle)}/archive", data={"_version": "1"})
    assert answer.headers["location"] == "/organizations"
    for person in (idle.eve, idle.ada):
        come_in(client, person)
        assert client.get(page(idle)).status_code == 404
        assert client.get(by_id(idle)).status_code == 404


def test_its_administrator_finds_it_and_brings_it_back(client: TestClient, idle: World) -> None:
    come_in(client, idle.eve).post(f"{page(idle)}/archive")
    assert f'action="{page(idle)}/restore"' in client.get("/organizations").text
    answer = client.post(f"{page(idle)}/restore")
    assert answer.headers["location"] == page(idle)
    assert client.get(page(idle)).status_code == 200
    assert come_in(client, idle.ada).get(page(idle)).status_code == 200


def test_nobody_else_brings_it_back(client: TestClient, database: Database, idle: World) -> None:
    with database.writing() as session:
        add_member(session, idle.elsewhere, idle.mallory, MemberRole.ADMIN)
    come_in(client, idle.eve).post(f"{page(idle)}/archive")
    for person in (idle.ada, idle.mallory):
        come_in(client, person)
        assert idle.organization.name not in client.get("/organizations").text
        assert client.post(f"{page(idle)}/restore").status_code == 404


def test_what_is_not_archived_cannot_be_brought_back(client: TestClient, world: World) -> None:
    assert come_in(client, world.eve).post(f"{page(world)}/restore").status_code == 404


def test_only_administrators_archive_it(client: TestClient, idle: World) -> None:
    for person, refused in ((idle.ada, 403), (idle.ben, 403), (idle.mallory, 404)):
        come_in(client, person)
        assert client.get(f"{page(idle)}/archive").status_code == refused
        assert client.post(f"{page(idle)}/archive").status_code == refused
        assert client.delete(by_id(idle)).status_code == refused


def test_the_api_archives_at_the_version_that_was_read(client: TestClient, idle: World) -> None:
    come_in(client, idle.eve)
    assert client.delete(by_id(idle), headers={"If-Match": '"7"'}).status_code == 409
    assert client.delete(by_id(idle), headers={"If-Match": '"1"'}).status_code == 204
    assert client.get(by_id(idle)).status_code == 404


def test_its_address_stays_its_own(client: TestClient, idle: World) -> None:
    come_in(client, idle.eve).post(f"{page(idle)}/archive")
    typed = {"name": idle.organization.name, "type": "charity", "country": "GB"}
    assert client.post("/organizations", data=typed).headers["location"] == f"{page(idle)}-2"
