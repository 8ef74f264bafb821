"""Registering an organization, and whose it is then."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.organizations.queries import organization_by_slug
from tests.support.world import World, come_in

TYPED = {"name": "Café du coin", "type": "community_group", "country": "FR", "place": "Lyon"}


def test_whoever_registers_an_organization_administers_it(client: TestClient, world: World) -> None:
    come_in(client, world.mallory)
    answer = client.post("/organizations", data=TYPED)
    assert (answer.status_code, answer.headers["location"]) == (303, "/organizations/cafe-du-coin")
    page = client.get("/organizations/cafe-du-coin").text
    assert "Invite somebody" in page
    assert "Administrator" in page


def test_a_form_sent_twice_makes_one_organization(client: TestClient, world: World) -> None:
    come_in(client, world.mallory)
    for _ in range(2):
        client.post("/organizations", data=TYPED | {"_key": "the same"})
    assert client.get("/organizations").text.count("Café du coin") == 1


def test_what_was_typed_is_kept_when_something_is_missing(
    client: TestClient, database: Database, world: World
) -> None:
    answer = come_in(client, world.mallory).post("/organizations", data=TYPED | {"country": ""})
    assert answer.status_code == 422
    assert 'id="country-error"' in answer.text
    assert 'value="Café du coin"' in answer.text
    with database.reading() as session:
        assert organization_by_slug(session, "cafe-du-coin") is None


def test_an_organization_named_new_does_not_hide_the_form(client: TestClient, world: World) -> None:
    come_in(client, world.mallory)
    answer = client.post("/organizations", data=TYPED | {"name": "New"})
    assert answer.headers["location"] == "/organizations/new-2"


def test_somebody_signed_out_is_asked_to_sign_in(client: TestClient) -> None:
    assert client.get("/organizations/new").headers["location"].startswith("/sign-in")
    assert client.post("/organizations", data=TYPED).status_code in {401, 403}


def test_the_api_registers_lists_and_shows_ones_own(client: TestClient, world: World) -> None:
    come_in(client, world.mallory)
    made = client.post("/api/v1/organizations", json=TYPED).json()
    assert made["slug"] == "cafe-du-coin"
    listed = client.get("/api/v1/organizations?limit=1").json()
    assert [one["name"] for one in listed["items"]] == ["Orchard Trust"]
    rest = client.get(f"/api/v1/organizations?cursor={listed['next']}").json()
    assert [one["name"] for one in rest["items"]] == ["Café du coin"]
    assert client.get(f"/api/v1/organizations/{made['id']}").json() == made


@pytest.mark.parametrize(
    ("change", "field"),
    [({"country": "France"}, "country"), ({"type": "sect"}, "type"), ({"admin": True}, "admin")],
)
def test_the_api_names_the_field_that_cannot_be_taken(
    client: TestClient, world: World, change: dict[str, Any], field: str
) -> None:
    answer = come_in(client, world.mallory).post("/api/v1/organizations", json=TYPED | change)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]
