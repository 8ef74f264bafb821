"""An archived initiative is gone everywhere, with all that belongs to it, and comes back whole."""

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from tests.support.entries import make_activity
from tests.support.world import World, come_in

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def page(world: World, rest: str = "") -> str:
    return f"/initiatives/{world.initiative.slug}{rest}"


def test_an_archived_initiative_is_gone_everywhere_until_it_is_restored_whole(
    client: TestClient, world: World, database: Database
) -> None:
    with database.writing() as session:
        activity = make_activity(session, world)
    entry = f"/api/v1/activities/{activity.key}"
    portfolio = f"/portfolios/{world.funder.slug}"
    archived = come_in(client, world.ada).post(page(world, "/archive"), data={"_version": "1"})
    assert page(world, "/restore") in client.get(archived.headers["location"]).text
    for path in (page(world), f"/api/v1/initiatives/{world.initiative.key}", entry):
        assert client.get(path).status_code == 404
    assert world.initiative.name not in client.get("/initiatives").text
    assert client.get("/api/v1/initiatives").json()["items"] == []
    assert world.initiative.name not in come_in(client, world.dan).get(portfolio).text
    assert world.initiative.name in come_in(client, world.ada).get("/initiatives/archived").text
    back = client.post(page(world, "/restore"))
    assert client.get(back.headers["location"]).status_code == 200
    assert client.get(entry).status_code == 200
    assert world.initiative.name in come_in(client, world.dan).get(portfolio).text


@on_sqlite
def test_programs_find_and_restore_what_they_archived(client: TestClient, world: World) -> None:
    item = f"/api/v1/initiatives/{world.initiative.key}"
    come_in(client, world.ada)
    assert client.post(f"{item}/restore").status_code == 404
    assert client.delete(item, headers={"If-Match": '"9"'}).status_code == 409
    assert client.delete(item).status_code == 204
    assert [one["id"] for one in client.get("/api/v1/initiatives/archived").json()] == [world.initiative.key]
    assert client.post(f"{item}/restore").status_code == 204
    assert client.get(item).status_code == 200


@on_sqlite
@pytest.mark.parametrize(("person", "status"), [("ben", 403), ("cleo", 403), ("mallory", 404), ("dan", 404)])
def test_only_those_who_manage_archive_restore_and_find_it_again(
    client: TestClient, world: World, person: str, status: int
) -> None:
    item = f"/api/v1/initiatives/{world.initiative.key}"
    assert come_in(client, getattr(world, person)).post(page(world, "/archive")).status_code == status
    come_in(client, world.ada).post(page(world, "/archive"))
    come_in(client, getattr(world, person))
    assert client.post(page(world, "/restore")).status_code == status
    assert client.post(f"{item}/restore").status_code == status
    assert world.initiative.name not in client.get("/initiatives/archived").text
    assert client.get("/api/v1/initiatives/archived").json() == []
