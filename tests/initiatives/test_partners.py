"""Partners: added by their address, changed and ended; what ends gives no access."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from app.clock import today
from app.database.engine import Database
from app.initiatives.queries import partners_of
from app.vocabulary import PartnershipRole
from tests.support.world import World, come_in


def page(world: World, rest: str = "") -> str:
    return f"/initiatives/{world.initiative.slug}/partners{rest}"


def api(world: World) -> str:
    return f"/api/v1/initiatives/{world.initiative.key}/partnerships"


def roles(database: Database, world: World) -> list[tuple[str, PartnershipRole]]:
    with database.reading() as session:
        partners = partners_of(session, world.initiative.key)
    return [(organization.slug, partner.role) for partner, organization in partners]


def delivery(world: World) -> dict[str, str]:
    return {"organization_id": world.elsewhere.slug, "role": "delivery"}


def test_an_organization_added_by_its_address_may_read_from_then_on(client: TestClient, world: World) -> None:
    assert come_in(client, world.mallory).get(page(world)).status_code == 404
    assert come_in(client, world.ada).post(page(world), data=delivery(world)).status_code == 303
    assert world.elsewhere.name in come_in(client, world.mallory).get(page(world)).text


def test_a_partnership_that_has_ended_gives_no_access(
    client: TestClient, world: World, database: Database
) -> None:
    come_in(client, world.ada).post(page(world), data=delivery(world))
    with database.reading() as session:
        partner = partners_of(session, world.initiative.key)[-1][0]
    yesterday = (today() - timedelta(days=1)).isoformat()
    ended = client.post(page(world, f"/{partner.key}/edit"), data={"ends_on": yesterday, "_version": "1"})
    assert ended.status_code == 303
    assert come_in(client, world.mallory).get(page(world)).status_code == 404


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"organization_id": ""}, "organization_id"),
        ({"organization_id": "no-such-one"}, "organization_id"),
        ({"role": ""}, "role"),
        ({"role": "lead"}, "role"),
        ({"grant_amount": "1000", "grant_currency": ""}, "grant_currency"),
        ({"starts_on": "2025-02-01", "ends_on": "2025-01-01"}, "ends_on"),
    ],
)
def test_what_is_wrong_with_a_partner_is_said_by_the_field(
    client: TestClient, world: World, database: Database, typed: dict[str, str], field: str
) -> None:
    whole = delivery(world) | {"reference": "Kept as typed"} | typed
    answer = come_in(client, world.ada).post(page(world), data=whole)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "Kept as typed" in answer.text
    assert len(roles(database, world)) == 2


def test_an_organization_joins_once_in_a_role(client: TestClient, world: World) -> None:
    come_in(client, world.ada).post(page(world), data=delivery(world))
    again = client.post(page(world), data=delivery(world))
    assert again.status_code == 422
    assert world.elsewhere.slug in again.text


def test_the_lead_organization_stays(client: TestClient, world: World, database: Database) -> None:
    come_in(client, world.ada)
    lead = client.get(api(world)).json()["items"][0]
    assert client.delete(f"/api/v1/partnerships/{lead['id']}").status_code == 422
    assert (
        client.patch(f"/api/v1/partnerships/{lead['id']}", json={"ends_on": "2024-01-01"}).status_code == 422
    )
    assert roles(database, world)[0] == (world.organization.slug, PartnershipRole.LEAD)


def test_the_api_adds_changes_archives_and_adds_again(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    new = {"organization_id": world.elsewhere.key, "role": "delivery"}
    partner = client.post(api(world), json=new).json()
    item = f"/api/v1/partnerships/{partner['id']}"
    grant = {"grant_amount": "1200.50", "grant_currency": "GBP"}
    assert client.patch(item, json=grant).json()["grant_amount"] == "1200.50"
    assert client.delete(item).status_code == 204
    assert client.get(item).status_code == 404
    assert client.post(api(world), json=new).json()["id"] == partner["id"]
    assert client.get(item).json()["grant_amount"] is None


def test_only_those_who_manage_change_partners(client: TestClient, world: World) -> None:
    come_in(client, world.ben)
    assert client.get(page(world)).status_code == 200
    assert client.get(page(world, "/new")).status_code == 403
    assert client.post(api(world), json={"organization_id": 1, "role": "delivery"}).status_code == 403


@pytest.mark.parametrize("person", ["mallory", "dan"])
def test_to_outsiders_and_to_funders_partners_do_not_exist(
    client: TestClient, world: World, person: str
) -> None:
    come_in(client, getattr(world, person))
    assert client.get(page(world)).status_code == 404
    assert client.get(page(world, "/new")).status_code == 404
    assert client.get(api(world)).status_code == 404
