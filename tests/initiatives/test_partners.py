"""Partners: seen by those who read, changed by those who manage; each organization sees its own line."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from app.clock import today, utc_now
from app.database.engine import Database
from app.initiatives.models import Partnership
from app.initiatives.queries import partners_of
from app.initiatives.schemas import PartnershipCreate
from app.initiatives.service import add_partner
from app.organizations.models import Organization
from app.organizations.service import add_member
from app.refusals import Invalid
from app.vocabulary import MemberRole, PartnershipRole
from tests.support.world import World, come_in, make_world

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def page(world: World, rest: str = "") -> str:
    return f"/initiatives/{world.initiative.slug}/partners{rest}"


def api(world: World) -> str:
    return f"/api/v1/initiatives/{world.initiative.key}/partnerships"


def roles(database: Database, world: World) -> list[tuple[str, PartnershipRole]]:
    with database.reading() as session:
        partners = partners_of(session, world.initiative.key)
    return [(organization.slug, partner.role) for partner, organization in partners]


def join(database: Database, world: World, **fields: object) -> Partnership:
    """Mallory's organization helps to deliver."""
    whole = {"organization_id": world.elsewhere.key, "role": "delivery"} | fields
    with database.writing() as session:
        return add_partner(session, world.initiative, PartnershipCreate.model_validate(whole))


def administer(database: Database, world: World, organization: Organization) -> None:
    """Ada administers another organization too."""
    with database.writing() as session:
        add_member(session, organization, world.ada, MemberRole.ADMIN)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"grant_amount": "1000", "grant_currency": ""}, "grant_currency"),
        ({"starts_on": "2025-02-01", "ends_on": "2025-01-01"}, "ends_on"),
        ({"starts_on": "soon"}, "starts_on"),
    ],
)
@on_sqlite
def test_what_is_wrong_with_a_partnership_is_said_by_the_field(
    client: TestClient, world: World, database: Database, typed: dict[str, str], field: str
) -> None:
    partner = join(database, world)
    whole = {"reference": "Kept as typed", "_version": "1"} | typed
    answer = come_in(client, world.ada).post(page(world, f"/{partner.key}/edit"), data=whole)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "Kept as typed" in answer.text
    assert client.get(f"/api/v1/partnerships/{partner.key}").json()["version"] == 1


@pytest.mark.parametrize(
    "dates",
    [
        {"ends_on": (today() - timedelta(days=1)).isoformat()},
        {"starts_on": (today() + timedelta(days=1)).isoformat()},
    ],
    ids=["over", "not begun"],
)
def test_outside_its_dates_a_partnership_gives_no_access(
    client: TestClient, world: World, database: Database, dates: dict[str, str]
) -> None:
    partner = join(database, world)
    assert come_in(client, world.mallory).get(page(world)).status_code == 200
    come_in(client, world.ada).patch(f"/api/v1/partnerships/{partner.key}", json=dates)
    come_in(client, world.mallory)
    assert client.get(page(world)).status_code == 404
    assert client.get(api(world)).status_code == 404
    assert world.initiative.name not in client.get("/initiatives").text


@on_sqlite
def test_the_lead_organization_stays(client: TestClient, world: World, database: Database) -> None:
    come_in(client, world.ada)
    lead = f"/api/v1/partnerships/{client.get(api(world)).json()['items'][0]['id']}"
    tomorrow = (today() + timedelta(days=1)).isoformat()
    assert client.delete(lead).status_code == 422
    assert client.post(f"{lead}/ending").status_code == 422
    assert client.patch(lead, json={"ends_on": "2024-01-01"}).status_code == 422
    assert client.patch(lead, json={"starts_on": tomorrow}).status_code == 422
    assert roles(database, world)[0] == (world.organization.slug, PartnershipRole.LEAD)


def test_programs_bring_in_only_organizations_that_the_person_administers(
    client: TestClient, world: World, database: Database
) -> None:
    new = {"organization_id": world.elsewhere.key, "role": "delivery"}
    come_in(client, world.ada)
    unknown = client.post(api(world), json=new | {"organization_id": 999999})
    assert unknown.status_code == 422
    assert client.post(api(world), json=new).content == unknown.content
    administer(database, world, world.elsewhere)
    assert client.post(api(world), json=new).status_code == 201
    assert client.post(api(world), json=new).status_code == 422
    assert client.post(api(world), json=new | {"role": "lead"}).status_code == 422


@on_sqlite
def test_programs_add_change_archive_and_add_again(
    client: TestClient, world: World, database: Database
) -> None:
    administer(database, world, world.elsewhere)
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


def test_an_archived_organization_joins_nothing(session: Session) -> None:
    world = make_world(session)
    world.elsewhere.archived_at = utc_now()
    new = PartnershipCreate(organization_id=world.elsewhere.key, role=PartnershipRole.DELIVERY)
    with pytest.raises(Invalid) as refused:
        add_partner(session, world.initiative, new)
    unknown = PartnershipCreate(organization_id=999999, role=PartnershipRole.DELIVERY)
    with pytest.raises(Invalid) as absent:
        add_partner(session, world.initiative, unknown)
    assert refused.value.errors == absent.value.errors


@on_sqlite
def test_only_those_who_manage_change_partners(client: TestClient, world: World, database: Database) -> None:
    partner = join(database, world)
    come_in(client, world.ben)
    assert client.get(page(world)).status_code == 200
    assert client.get(page(world, f"/{partner.key}/edit")).status_code == 403
    assert client.post(page(world, f"/{partner.key}/ending")).status_code == 403
    assert client.patch(f"/api/v1/partnerships/{partner.key}", json={}).status_code == 403
    come_in(client, world.mallory)
    assert client.post(page(world, f"/{partner.key}/ending")).status_code == 403
    assert client.post(f"/api/v1/partnerships/{partner.key}/ending").status_code == 403
    assert client.patch(f"/api/v1/partnerships/{partner.key}", json={}).status_code == 403


@on_sqlite
@pytest.mark.parametrize("person", ["mallory", "dan"])
def test_to_outsiders_and_to_funders_the_list_of_partners_does_not_exist(
    client: TestClient, world: World, person: str
) -> None:
    come_in(client, getattr(world, person))
    assert client.get(page(world)).status_code == 404
    assert client.get(api(world)).status_code == 404


@on_sqlite
def test_a_funder_sees_its_own_line_and_no_other(client: TestClient, world: World) -> None:
    come_in(client, world.dan)
    own = client.get(f"/api/v1/organizations/{world.funder.key}/partnerships").json()
    assert [line["role"] for line in own] == ["funder"]
    assert client.get(f"/api/v1/partnerships/{own[0]['id']}").json() == own[0]
    assert client.patch(f"/api/v1/partnerships/{own[0]['id']}", json={"reference": "x"}).status_code == 404
    assert client.get(f"/api/v1/partnerships/{own[0]['id'] - 1}").status_code == 404
    shown = client.get(f"/organizations/{world.funder.slug}/partnerships").text
    assert world.initiative.name in shown
    assert f'href="/initiatives/{world.initiative.slug}"' not in shown
