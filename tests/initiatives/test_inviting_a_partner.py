"""An organization is invited by a link, and named only by its own administrator, who accepts or declines."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.access import Actor
from app.clock import today, utc_now
from app.database.engine import Database
from app.initiatives import invitations
from app.initiatives.models import PartnerInvitation, Partnership
from app.initiatives.queries import invitation_with, partners_of
from app.initiatives.schemas import PartnerInvitationCreate
from app.organizations.service import add_member
from app.refusals import Refusal
from app.vocabulary import MemberRole, PartnershipRole
from tests.support.world import World, come_in

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TYPED = {"name": "The orchard people", "role": "delivery", "reference": "Agreement 7"}


@pytest.fixture(autouse=True)
def _mallory_administers(world: World, database: Database) -> None:
    with database.writing() as session:
        add_member(session, world.elsewhere, world.mallory, MemberRole.ADMIN)


def ours(world: World, rest: str = "") -> str:
    return f"/initiatives/{world.initiative.slug}/partner-invitations{rest}"


def api(world: World) -> str:
    return f"/api/v1/initiatives/{world.initiative.key}/partner-invitations"


def link_in(text: str) -> str:
    found = re.search(r"/partner-invitations/[\w-]{30,}", text)
    assert found, "the page shows no link"
    return found[0]


def invited(client: TestClient, world: World, **changed: str) -> str:
    """The link that Ada gets."""
    return link_in(come_in(client, world.ada).post(ours(world), data=TYPED | changed).text)


def joins(world: World) -> dict[str, str]:
    return {"organization_id": str(world.elsewhere.key)}


def partners(database: Database, world: World) -> list[tuple[str, PartnershipRole]]:
    with database.reading() as session:
        return [(there.slug, one.role) for one, there in partners_of(session, world.initiative.key)]


def test_whoever_administers_an_organization_brings_it_in_by_the_link(
    client: TestClient, world: World, database: Database
) -> None:
    link = invited(client, world)
    come_in(client, world.mallory)
    assert client.get(f"/initiatives/{world.initiative.slug}").status_code == 404
    shown = client.get(link).text
    for told in (world.initiative.name, world.organization.name, "Delivery partner", "read, log"):
        assert told in shown
    accepted = client.post(link, data=joins(world))
    assert accepted.headers["location"] == f"/initiatives/{world.initiative.slug}"
    assert client.get(accepted.headers["location"]).status_code == 200
    assert partners(database, world)[-1] == (world.elsewhere.slug, PartnershipRole.DELIVERY)
    assert (
        "accepted on" in come_in(client, world.ada).get(f"/initiatives/{world.initiative.slug}/partners").text
    )


@on_sqlite
def test_looking_at_a_link_uses_nothing_up(client: TestClient, world: World) -> None:
    link = invited(client, world)
    come_in(client, world.mallory)
    assert [client.get(link).status_code for _ in range(3)] == [200, 200, 200]


def test_links_that_lead_nowhere_look_alike(client: TestClient, world: World, database: Database) -> None:
    links = {name: invited(client, world) for name in ("used", "declined", "withdrawn", "old", "renewed")}
    with database.reading() as session:
        rows = {
            name: invitation.key
            for name, link in links.items()
            if (invitation := invitation_with(session, link.rsplit("/")[-1]))
        }
    client.post(ours(world, f"/{rows['withdrawn']}/withdraw"))
    again = link_in(client.post(ours(world, f"/{rows['renewed']}/again")).text)
    with database.writing() as session:
        session.get_one(PartnerInvitation, rows["old"]).ends_at = utc_now() - timedelta(seconds=1)
    come_in(client, world.mallory)
    client.post(links["used"], data=joins(world))
    client.post(f"{links['declined']}/refusal")
    client.get("/initiatives")  # says what was done, once
    unknown = "/partner-invitations/nobody-ever-made-this-one"
    asked = [
        client.request(method, f"{link}{rest}", data=joins(world) if method == "POST" else None)
        for link in (*links.values(), unknown)
        for method, rest in (("GET", ""), ("POST", ""), ("POST", "/refusal"))
    ]
    assert {answer.status_code for answer in asked} == {404}
    assert len({re.sub(r"/partner-invitations/[^\"]*", "", answer.text) for answer in asked}) == 1
    assert client.get(again).status_code == 200


@on_sqlite
def test_a_visitor_reads_the_offer_and_signs_in_to_answer(client: TestClient, world: World) -> None:
    link = invited(client, world)
    client.cookies.clear()
    shown = client.get(link).text
    assert f"/sign-in?next={link}" in shown
    assert client.post(link, data=joins(world)).status_code == 401


@on_sqlite
def test_who_administers_no_organization_is_told_to_register_one(client: TestClient, world: World) -> None:
    link = invited(client, world)
    shown = come_in(client, world.dan).get(link).text
    assert f"/organizations/new?next={link}" in shown
    assert "organization_id" not in shown
    typed = {"name": "Dan's own", "type": "charity", "country": "GB", "next": link}
    assert client.post("/organizations", data=typed).headers["location"] == link
    assert "Dan&#39;s own" in client.get(link).text


@on_sqlite
@pytest.mark.parametrize("chosen", ["organization", "funder", "unknown", ""])
def test_nobody_answers_for_an_organization_they_do_not_administer(
    client: TestClient, world: World, database: Database, chosen: str
) -> None:
    link = invited(client, world)
    ids = {"organization": world.organization.key, "funder": world.funder.key, "unknown": 999999, "": ""}
    answer = come_in(client, world.mallory).post(link, data={"organization_id": str(ids[chosen])})
    assert answer.status_code == 422
    assert "Choose one of the organizations you administer" in answer.text
    assert len(partners(database, world)) == 2
    assert client.post(link, data=joins(world)).status_code == 303


@on_sqlite
def test_an_organization_holds_several_roles_but_each_once(
    client: TestClient, world: World, database: Database
) -> None:
    lead = {"organization_id": str(world.organization.key)}
    link = invited(client, world, role="evaluator")
    assert come_in(client, world.eve).post(link, data=lead).status_code == 303
    link = invited(client, world, role="evaluator")
    refused = come_in(client, world.eve).post(link, data=lead)
    assert refused.status_code == 422
    assert "a partner in that role already" in refused.text
    assert len(partners(database, world)) == 3


@on_sqlite
def test_a_funder_begins_with_its_portfolio(client: TestClient, world: World, database: Database) -> None:
    link = invited(client, world, role="funder", grant_amount="50000", grant_currency="GBP")
    come_in(client, world.mallory)
    assert "£50,000" in client.get(link).text
    assert "portfolio only" in client.get(link).text
    assert client.post(link, data=joins(world)).headers["location"] == f"/portfolios/{world.elsewhere.slug}"
    assert client.get(f"/initiatives/{world.initiative.slug}").status_code == 404


@on_sqlite
def test_what_begins_later_is_joined_now_and_read_then(client: TestClient, world: World) -> None:
    link = invited(client, world, starts_on=(today() + timedelta(days=9)).isoformat())
    come_in(client, world.mallory)
    first = client.post(link, data=joins(world)).headers["location"]
    assert world.initiative.name in client.get(first).text
    assert client.get(f"/initiatives/{world.initiative.slug}").status_code == 404


@on_sqlite
@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": ""}, "name"),
        ({"role": ""}, "role"),
        ({"role": "lead"}, "role"),
        ({"email": "nobody"}, "email"),
        ({"grant_amount": "1000"}, "grant_currency"),
        ({"grant_amount": "much"}, "grant_amount"),
        ({"starts_on": "2025-02-01", "ends_on": "2025-01-01"}, "ends_on"),
        ({"ends_on": "2025-01-01"}, "ends_on"),
    ],
)
def test_what_is_wrong_with_an_invitation_is_said_by_the_field(
    client: TestClient, world: World, database: Database, typed: dict[str, str], field: str
) -> None:
    answer = come_in(client, world.ada).post(ours(world), data=TYPED | typed)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "Agreement 7" in answer.text
    with database.reading() as session:
        assert session.exec(select(PartnerInvitation)).all() == []
    in_json = client.post(api(world), json=TYPED | typed)
    assert field in [error["field"] for error in in_json.json()["errors"]]


@on_sqlite
def test_every_copy_of_a_form_shows_the_same_link(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    copies = {link_in(client.post(ours(world), data=TYPED | {"_key": "k"}).text) for _ in range(3)}
    assert len(copies) == 1
    assert len(client.get(api(world)).json()["items"]) == 1


@on_sqlite
def test_programs_invite_list_and_withdraw(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    made = client.post(api(world), json=TYPED | {"grant_amount": "10", "grant_currency": "GBP"})
    assert made.status_code == 201
    link = link_in(made.json()["link"])
    listed = client.get(api(world)).json()["items"]
    assert [(one["id"], one["grant_amount"]) for one in listed] == [(made.json()["id"], "10.00")]
    assert "link" not in listed[0]
    assert "token_hash" not in listed[0]
    assert client.get(link).status_code == 200
    assert client.delete(f"/api/v1/partner-invitations/{made.json()['id']}").status_code == 204
    assert client.get(link).status_code == 404
    assert client.get(api(world)).json()["items"] == []


@on_sqlite
@pytest.mark.parametrize(("person", "status"), [("ben", 403), ("cleo", 403), ("mallory", 404), ("dan", 404)])
def test_only_those_who_manage_invite(client: TestClient, world: World, person: str, status: int) -> None:
    invited(client, world)
    come_in(client, getattr(world, person))
    assert client.get(ours(world, "/new")).status_code == status
    assert client.post(ours(world), data=TYPED).status_code == status
    assert client.post(ours(world, "/1/again")).status_code == status
    assert client.post(ours(world, "/1/withdraw")).status_code == status
    assert client.get(api(world)).status_code == status
    assert client.post(api(world), json=TYPED).status_code == status
    assert client.delete("/api/v1/partner-invitations/1").status_code == status


@on_sqlite
def test_with_the_initiative_archived_its_links_lead_nowhere(client: TestClient, world: World) -> None:
    link = invited(client, world)
    client.delete(f"/api/v1/initiatives/{world.initiative.key}")
    assert come_in(client, world.mallory).get(link).status_code == 404


def test_two_answers_at_once_make_one_partnership(world: World, database: Database) -> None:
    with database.writing() as session:
        new = PartnerInvitationCreate(name="Orchard", role=PartnershipRole.DELIVERY)
        token = invitations.invite_partner(session, world.initiative, new, None, "").token
    mallory = Actor(world.mallory.key, "Mallory", "", {world.elsewhere.key: MemberRole.ADMIN})

    def accept(_: int) -> bool:
        try:
            with database.writing() as session:
                invitations.accept_invitation(session, token, mallory, world.elsewhere.key)
        except Refusal:
            return False
        return True

    with ThreadPoolExecutor(6) as people:
        assert sum(people.map(accept, range(6))) == 1
    with database.reading() as session:
        joined = select(Partnership).where(Partnership.organization_id == world.elsewhere.key)
        assert len(session.exec(joined.where(Partnership.initiative_id == world.initiative.key)).all()) == 1
