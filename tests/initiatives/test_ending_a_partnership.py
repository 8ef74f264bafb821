"""A partnership ends at once, by either side; what has ended stays in the list and gives nothing."""

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.initiatives.models import Partnership
from app.initiatives.queries import partnerships_of
from app.initiatives.schemas import PartnershipCreate
from app.initiatives.service import add_partner
from app.organizations.service import add_member
from app.vocabulary import MemberRole, PartnershipRole
from tests.support.world import World, come_in

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def delivery(world: World, database: Database) -> Partnership:
    with database.writing() as session:
        add_member(session, world.elsewhere, world.mallory, MemberRole.ADMIN)
        new = PartnershipCreate(organization_id=world.elsewhere.key, role=PartnershipRole.DELIVERY)
        return add_partner(session, world.initiative, new)


def page(world: World, rest: str = "") -> str:
    return f"/initiatives/{world.initiative.slug}/partners{rest}"


def own(world: World, partnership: Partnership) -> str:
    return f"/organizations/{world.elsewhere.slug}/partnerships/{partnership.key}/ending"


def test_what_the_lead_ends_gives_no_access_from_that_moment(
    client: TestClient, world: World, delivery: Partnership
) -> None:
    assert come_in(client, world.mallory).get(page(world)).status_code == 200
    assert come_in(client, world.ada).post(page(world, f"/{delivery.key}/ending")).status_code == 303
    assert "ended on" in client.get(page(world)).text
    come_in(client, world.mallory)
    assert client.get(page(world)).status_code == 404
    assert client.get(f"/api/v1/initiatives/{world.initiative.key}").status_code == 404
    assert client.get(f"/api/v1/partnerships/{delivery.key}").status_code == 404
    assert client.get("/api/v1/initiatives").json()["items"] != []
    assert world.initiative.name not in client.get("/initiatives").text
    assert world.initiative.name not in client.get(f"/organizations/{world.elsewhere.slug}/partnerships").text


def test_an_administrator_of_the_partner_leaves(
    client: TestClient, world: World, delivery: Partnership
) -> None:
    come_in(client, world.mallory)
    assert world.initiative.name in client.get(own(world, delivery)).text
    left = client.post(own(world, delivery))
    assert left.status_code == 303
    assert "Your people see nothing" in client.get(left.headers["location"]).text
    assert client.get(page(world)).status_code == 404
    assert client.post(own(world, delivery)).status_code == 404


@on_sqlite
def test_programs_end_it_from_either_side(client: TestClient, world: World, delivery: Partnership) -> None:
    ending = f"/api/v1/partnerships/{delivery.key}/ending"
    ended = come_in(client, world.mallory).post(ending).json()
    assert ended["ended_at"] is not None
    assert client.post(ending).status_code == 404
    assert come_in(client, world.ada).post(ending).json()["ended_at"] == ended["ended_at"]


@on_sqlite
def test_what_has_ended_is_changed_no_more(client: TestClient, world: World, delivery: Partnership) -> None:
    come_in(client, world.ada).post(page(world, f"/{delivery.key}/ending"))
    refused = client.patch(f"/api/v1/partnerships/{delivery.key}", json={"ends_on": None})
    assert refused.status_code == 422
    client.delete(f"/api/v1/partnerships/{delivery.key}")
    client.post(f"/api/v1/partnerships/{delivery.key}/restore")
    assert come_in(client, world.mallory).get(page(world)).status_code == 404


@on_sqlite
def test_only_administrators_of_the_partner_itself_leave_for_it(
    client: TestClient, world: World, delivery: Partnership
) -> None:
    assert come_in(client, world.eve).post(own(world, delivery)).status_code == 404
    funder = f"/organizations/{world.funder.slug}/partnerships/{delivery.key}/ending"
    assert come_in(client, world.dan).post(funder).status_code == 403


def test_a_funder_whose_partnership_ended_sees_the_initiative_nowhere(
    client: TestClient, world: World, database: Database
) -> None:
    portfolio = f"/portfolios/{world.funder.slug}"
    as_json = f"/api/v1/portfolios/{world.funder.key}"
    come_in(client, world.dan)
    assert world.initiative.name in client.get(portfolio).text
    assert world.initiative.name in client.get(as_json).text
    with database.reading() as session:
        funding = partnerships_of(session, world.initiative.key)[1]
    come_in(client, world.ada).post(page(world, f"/{funding.key}/ending"))
    come_in(client, world.dan)
    assert world.initiative.name not in client.get(portfolio).text
    assert world.initiative.name not in client.get(as_json).text
    assert client.get(f"/api/v1/organizations/{world.funder.key}/partnerships").json() == []


@on_sqlite
def test_what_has_ended_can_begin_again_by_joining_again(
    client: TestClient, world: World, database: Database, delivery: Partnership
) -> None:
    come_in(client, world.ada).post(page(world, f"/{delivery.key}/ending"))
    with database.writing() as session:
        new = PartnershipCreate(organization_id=world.elsewhere.key, role=PartnershipRole.DELIVERY)
        again = add_partner(session, world.initiative, new)
    assert (again.key, again.ended_at) == (delivery.key, None)
    assert come_in(client, world.mallory).get(page(world)).status_code == 200
