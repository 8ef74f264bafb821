"""What whoever holds the link of an invitation may do with it, once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.accounts.models import Person
from app.accounts.queries import person_by_email
from app.clock import utc_now
from app.database.audit import AuditEntry, act_as
from app.database.engine import Database
from app.organizations.invitations import accept, invite, withdraw
from app.organizations.models import Invitation
from app.organizations.queries import roles_of
from app.organizations.schemas import InvitationCreate
from app.organizations.service import add_member, archive_organization
from app.refusals import Absent
from app.vocabulary import MemberRole
from tests.support.people import make_person
from tests.support.world import World, come_in

ZOE = "zoe@demo.example"
NEW = {"name": "Zoe Martin", "password": "nine blue bicycles at dawn"}


@pytest.fixture
def token(database: Database, world: World) -> str:
    return invited(database, world)


def invited(database: Database, world: World, role: MemberRole = MemberRole.STAFF) -> str:
    with database.writing() as session:
        act_as(session, world.eve.key)
        return invite(session, world.organization, InvitationCreate(email=ZOE, role=role)).token


def role_of(database: Database, world: World, person: Person) -> MemberRole | None:
    with database.reading() as session:
        return roles_of(session, person.key).get(world.organization.key)


def page(world: World) -> str:
    return f"/organizations/{world.organization.slug}"


def test_it_says_who_invites_to_what_as_what(client: TestClient, token: str) -> None:
    text = client.get(f"/invitations/{token}").text
    assert "Eve invites you to Northside Homes, in this role: Staff." in text
    assert f"/sign-in?next=/invitations/{token}" in text
    assert ZOE in text


def test_looking_uses_nothing_up(client: TestClient, world: World, token: str) -> None:
    for _ in range(3):
        assert client.get(f"/invitations/{token}").status_code == 200
    assert come_in(client, world.mallory).post(f"/invitations/{token}").status_code == 303


def test_somebody_signed_in_accepts_with_one_button(
    client: TestClient, database: Database, world: World, token: str
) -> None:
    come_in(client, world.mallory)
    assert "You are signed in as Mallory" in client.get(f"/invitations/{token}").text
    answer = client.post(f"/invitations/{token}")
    assert answer.headers["location"] == page(world)
    assert role_of(database, world, world.mallory) is MemberRole.STAFF
    assert role_of(database, world, world.eve) is MemberRole.ADMIN
    assert client.get("/organizations").text.count("your role:") == 2, "and still belongs to the other one"


def test_a_newcomer_makes_an_account_and_is_in(
    client: TestClient, database: Database, world: World, token: str
) -> None:
    answer = client.post(f"/invitations/{token}/account", data=NEW)
    assert answer.headers["location"] == page(world)
    assert "Zoe Martin" in client.get(page(world)).text
    with database.reading() as session:
        zoe = person_by_email(session, ZOE)
    assert zoe is not None
    assert role_of(database, world, zoe) is MemberRole.STAFF
    client.cookies.clear()
    signing_in = {"email": ZOE, "password": NEW["password"]}
    assert client.post("/sign-in", data=signing_in).status_code == 303


def test_the_audit_says_that_the_newcomer_accepted(
    client: TestClient, database: Database, world: World, token: str
) -> None:
    client.post(f"/invitations/{token}/account", data=NEW)
    with database.reading() as session:
        zoe = person_by_email(session, ZOE)
        entries = session.exec(select(AuditEntry).where(AuditEntry.organization_id == world.organization.key))
        last = [entry for entry in entries if entry.table_name in {"member", "invitation"}][-2:]
    assert zoe is not None
    assert {entry.person_id for entry in last} == {zoe.key}


@pytest.mark.parametrize(
    ("change", "field"),
    [({"name": ""}, "name"), ({"password": ""}, "password"), ({"password": "short"}, "password")],
)
def test_what_was_typed_is_kept_except_the_password(
    client: TestClient, database: Database, token: str, change: dict[str, str], field: str
) -> None:
    answer = client.post(f"/invitations/{token}/account", data=NEW | change)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert f'value="{(NEW | change)["name"]}"' in answer.text
    assert NEW["password"] not in answer.text
    with database.reading() as session:
        assert person_by_email(session, ZOE) is None
    assert client.post(f"/invitations/{token}/account", data=NEW).status_code == 303


def test_an_address_with_an_account_signs_in_instead(
    client: TestClient, database: Database, token: str
) -> None:
    with database.writing() as session:
        make_person(session, "Zoe")
    answer = client.post(f"/invitations/{token}/account", data=NEW)
    assert answer.status_code == 422
    assert "Somebody with this address has an account already." in answer.text
    assert client.get(f"/invitations/{token}").status_code == 200, "and the link still holds"


def test_who_belongs_already_stays_what_they_are_and_uses_nothing_up(
    client: TestClient, database: Database, world: World, token: str
) -> None:
    come_in(client, world.cleo)
    assert "You belong to it already, in this role: Evaluator." in client.get(f"/invitations/{token}").text
    client.post(f"/invitations/{token}")
    assert role_of(database, world, world.cleo) is MemberRole.EVALUATOR
    assert come_in(client, world.mallory).post(f"/invitations/{token}").status_code == 303
    assert role_of(database, world, world.mallory) is MemberRole.STAFF


def test_who_left_comes_back_in_the_role_of_the_invitation(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.ben).post(f"{page(world)}/leave")
    client.post(f"/invitations/{invited(database, world, MemberRole.EVALUATOR)}")
    assert role_of(database, world, world.ben) is MemberRole.EVALUATOR


def test_whoever_is_not_signed_in_cannot_press_the_button(client: TestClient, token: str) -> None:
    assert client.post(f"/invitations/{token}").status_code == 401


def end_it(database: Database, world: World, how: str) -> None:
    with database.writing() as session:
        invitation = session.exec(select(Invitation)).one()
        if how == "withdrawn":
            withdraw(session, invitation)
        elif how == "too old":
            invitation.ends_at = utc_now() - timedelta(seconds=1)
        elif how == "used":
            invitation.accepted_at = utc_now()
        else:
            invitation.token_hash = "of another"
        session.add(invitation)


@pytest.mark.parametrize("how", ["unknown", "used", "withdrawn", "too old"])
def test_links_that_lead_nowhere_are_refused_alike(
    client: TestClient, database: Database, world: World, token: str, how: str
) -> None:
    end_it(database, world, how)
    gone = client.get(f"/invitations/{token}")
    assert gone.status_code == 404
    assert "It has been used or withdrawn, or it is too old." in gone.text
    assert world.organization.name not in gone.text
    refused = client.post(f"/invitations/{token}/account", data=NEW)
    assert (refused.status_code, "leads nowhere" in refused.text) == (404, True)
    come_in(client, world.mallory)
    assert client.post(f"/invitations/{token}").status_code == 404
    assert role_of(database, world, world.mallory) is None


def test_an_archived_organization_takes_nobody_in(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        new = InvitationCreate(email=ZOE, role=MemberRole.STAFF)
        link = f"/invitations/{invite(session, world.funder, new).token}"
        archive_organization(session, session.get_one(type(world.funder), world.funder.key), None)
    assert client.get(link).status_code == 404
    assert come_in(client, world.mallory).post(link).status_code == 404


def test_of_two_who_accept_at_once_one_is_in(database: Database, world: World, token: str) -> None:
    with database.writing() as session:
        both = [make_person(session, "Fay"), make_person(session, "Gus")]
    at_once = Barrier(2)

    def try_it(person: Person) -> bool:
        at_once.wait(10)
        try:
            with database.writing() as session:
                accept(session, token, person)
        except Absent:
            return False
        return True

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(try_it, both)) == [False, True]
    in_it = [role_of(database, world, person) for person in both]
    assert sorted(map(str, in_it)) == ["None", "staff"]


def test_a_member_can_be_of_several_organizations(database: Database, world: World) -> None:
    with database.writing() as session:
        add_member(session, world.elsewhere, world.ada, MemberRole.VIEWER)
        assert roles_of(session, world.ada.key) == {
            world.organization.key: MemberRole.STAFF,
            world.elsewhere.key: MemberRole.VIEWER,
        }
