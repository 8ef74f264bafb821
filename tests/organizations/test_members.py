"""Who belongs to an organization and sees whom, and how administrators change it."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select

from app.accounts.models import Person
from app.database.engine import Database
from app.organizations.models import Member
from tests.support.world import World, come_in

NEEDS_ONE = "An organization keeps at least one administrator."


def page(world: World) -> str:
    return f"/organizations/{world.organization.slug}"


def member_id(database: Database, world: World, person: Person) -> int:
    here = (Member.organization_id == world.organization.key, col(Member.person_id) == person.key)
    with database.reading() as session:
        return session.exec(select(Member).where(*here)).one().key


@pytest.fixture
def ben_id(database: Database, world: World) -> int:
    return member_id(database, world, world.ben)


@pytest.fixture
def eve_id(database: Database, world: World) -> int:
    return member_id(database, world, world.eve)


def test_members_see_one_another_by_name_and_role(client: TestClient, world: World) -> None:
    text = come_in(client, world.ben).get(page(world)).text
    for name in ("Ada", "Ben", "Cleo", "Eve", "Evaluator"):
        assert name in text
    assert "Mallory" not in text
    assert "ada@demo.example" not in text
    assert "/members/" not in text


def test_administrators_see_addresses_too(client: TestClient, world: World) -> None:
    assert "ada@demo.example" in come_in(client, world.eve).get(page(world)).text


def test_an_administrator_gives_another_role(client: TestClient, world: World, ben_id: int) -> None:
    come_in(client, world.eve)
    edit = f"{page(world)}/members/{ben_id}/edit"
    assert "checked" in client.get(edit).text
    answer = client.post(edit, data={"role": "admin", "_version": "1"})
    assert answer.headers["location"] == page(world)
    assert come_in(client, world.ben).get(edit).status_code == 200


def test_two_administrators_cannot_overwrite_each_other_unseen(
    client: TestClient, world: World, ben_id: int
) -> None:
    come_in(client, world.eve)
    edit = f"{page(world)}/members/{ben_id}/edit"
    client.post(edit, data={"role": "staff", "_version": "1"})
    late = client.post(edit, data={"role": "viewer", "_version": "1"})
    assert late.status_code == 409
    assert "Saved meanwhile" in late.text


def test_no_role_is_said_beside_the_field(client: TestClient, world: World, ben_id: int) -> None:
    answer = come_in(client, world.eve).post(f"{page(world)}/members/{ben_id}/edit", data={"role": "boss"})
    assert answer.status_code == 422
    assert 'id="role-error"' in answer.text


def test_a_changed_role_ends_the_sessions_of_the_person(
    client: TestClient, world: World, ben_id: int
) -> None:
    bens_cookie = come_in(client, world.ben).cookies["sid"]
    come_in(client, world.eve).post(f"{page(world)}/members/{ben_id}/edit", data={"role": "viewer"})
    assert client.get(page(world)).status_code == 200, "Eve's own goes on"
    client.cookies.set("sid", bens_cookie)
    assert client.get(page(world)).headers["location"].startswith("/sign-in")


def test_the_same_role_again_ends_no_session(client: TestClient, world: World, ben_id: int) -> None:
    bens_cookie = come_in(client, world.ben).cookies["sid"]
    come_in(client, world.eve).post(f"{page(world)}/members/{ben_id}/edit", data={"role": "citizen"})
    client.cookies.set("sid", bens_cookie)
    assert client.get(page(world)).status_code == 200


def test_a_token_can_do_at_once_what_the_new_role_may(
    client: TestClient, database: Database, world: World, eve_id: int
) -> None:
    ada_id = member_id(database, world, world.ada)
    adas_token = come_in(client, world.ada).headers["Authorization"]
    here = f"/api/v1/organizations/{world.organization.key}"
    come_in(client, world.eve)
    assert client.patch(f"/api/v1/members/{ada_id}", json={"role": "admin"}).status_code == 200
    with_token = {"Authorization": adas_token}
    assert client.patch(here, json={"place": "Leeds"}, headers=with_token).status_code == 200
    client.delete(f"/api/v1/members/{ada_id}")
    assert client.get(here, headers=with_token).status_code == 404


def test_somebody_removed_is_out_and_can_be_brought_back(
    client: TestClient, world: World, ben_id: int
) -> None:
    come_in(client, world.eve)
    client.post(f"{page(world)}/members/{ben_id}/remove")
    assert "Not here any more" in client.get(page(world)).text
    assert come_in(client, world.ben).get(page(world)).status_code == 404
    come_in(client, world.eve)
    assert client.post(f"{page(world)}/members/{ben_id}/restore").status_code == 303
    assert come_in(client, world.ben).get(page(world)).status_code == 200


def test_nobody_is_removed_unseen_whose_role_somebody_changed_meanwhile(
    client: TestClient, world: World, ben_id: int
) -> None:
    come_in(client, world.eve)
    page = f"/organizations/{world.organization.slug}"
    client.post(f"{page}/members/{ben_id}/edit", data={"role": "staff", "_version": "1"})
    late = client.post(f"{page}/members/{ben_id}/remove", data={"_version": "1"})
    assert late.status_code == 409
    assert "Ben" in client.get(page).text


def test_who_was_removed_sees_nothing_of_the_initiatives(
    client: TestClient, world: World, ben_id: int
) -> None:
    come_in(client, world.eve).post(f"{page(world)}/members/{ben_id}/remove")
    assert come_in(client, world.ben).get(f"/initiatives/{world.initiative.slug}").status_code == 404


def test_somebody_leaves_and_stays_signed_in(client: TestClient, world: World) -> None:
    come_in(client, world.ben)
    assert client.get(f"{page(world)}/leave").status_code == 200
    answer = client.post(f"{page(world)}/leave")
    assert answer.headers["location"] == "/organizations"
    assert "You belong to no organization yet." in client.get("/organizations").text


def test_the_last_administrator_neither_leaves_nor_steps_back(
    client: TestClient, world: World, eve_id: int
) -> None:
    come_in(client, world.eve)
    answers = [
        client.post(f"{page(world)}/leave"),
        client.post(f"{page(world)}/members/{eve_id}/remove"),
        client.post(f"{page(world)}/members/{eve_id}/edit", data={"role": "viewer"}),
    ]
    for answer in answers:
        assert answer.status_code == 422
        assert NEEDS_ONE in answer.text
    assert client.get(f"{page(world)}/edit").status_code == 200


def test_an_administrator_may_step_back_when_there_is_another(
    client: TestClient, world: World, ben_id: int, eve_id: int
) -> None:
    come_in(client, world.eve)
    client.post(f"{page(world)}/members/{ben_id}/edit", data={"role": "admin"})
    assert client.post(f"{page(world)}/members/{eve_id}/edit", data={"role": "viewer"}).status_code == 303
    assert client.get(f"{page(world)}/edit").status_code == 403


@pytest.mark.parametrize("act", ["edit", "remove", "restore"])
def test_others_may_not_change_who_is_what(client: TestClient, world: World, ben_id: int, act: str) -> None:
    address = f"{page(world)}/members/{ben_id}/{act}"
    for person in (world.ada, world.ben, world.cleo):
        assert come_in(client, person).post(address, data={"role": "admin"}).status_code == 403
    assert come_in(client, world.mallory).post(address, data={"role": "admin"}).status_code == 404


def test_a_member_of_another_organization_cannot_be_reached_through_ones_own(
    client: TestClient, database: Database, world: World
) -> None:
    with database.reading() as session:
        theirs = session.exec(select(Member).where(Member.person_id == world.mallory.key)).one()
    come_in(client, world.eve)
    assert client.get(f"{page(world)}/members/{theirs.key}/edit").status_code == 404
    assert client.post(f"{page(world)}/members/{theirs.key}/remove").status_code == 404
    assert client.patch(f"/api/v1/members/{theirs.key}", json={"role": "viewer"}).status_code == 404


def test_the_api_lists_members_a_page_at_a_time(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    members = f"/api/v1/organizations/{world.organization.key}/members"
    first = client.get(f"{members}?limit=3").json()
    rest = client.get(f"{members}?cursor={first['next']}").json()
    listed = first["items"] + rest["items"]
    assert [member["name"] for member in listed] == ["Ada", "Ben", "Cleo", "Eve"]
    assert {member["email"] for member in listed} == {None}
    assert client.get(f"/api/v1/members/{listed[1]['id']}").json() == listed[1]


def test_the_api_shows_addresses_to_administrators(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    members = client.get(f"/api/v1/organizations/{world.organization.key}/members").json()["items"]
    assert "ben@demo.example" in {member["email"] for member in members}


def test_the_api_changes_a_role_at_the_version_that_was_read(
    client: TestClient, world: World, ben_id: int
) -> None:
    come_in(client, world.eve)
    at_first = {"If-Match": '"1"'}
    done = client.patch(f"/api/v1/members/{ben_id}", json={"role": "staff"}, headers=at_first)
    assert (done.status_code, done.json()["role"], done.json()["version"]) == (200, "staff", 2)
    late = client.patch(f"/api/v1/members/{ben_id}", json={"role": "viewer"}, headers=at_first)
    assert late.status_code == 409


def test_the_api_names_the_field_that_cannot_be_taken(client: TestClient, world: World, ben_id: int) -> None:
    come_in(client, world.eve)
    for patch, field in (({"role": "boss"}, "role"), ({"person_id": 1}, "person_id")):
        answer = client.patch(f"/api/v1/members/{ben_id}", json=patch)
        assert answer.status_code == 422
        assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_by_the_api_members_end_their_own_membership_only(
    client: TestClient, world: World, ben_id: int, eve_id: int
) -> None:
    come_in(client, world.ben)
    assert client.patch(f"/api/v1/members/{ben_id}", json={"role": "admin"}).status_code == 403
    assert client.delete(f"/api/v1/members/{eve_id}").status_code == 403
    assert client.delete(f"/api/v1/members/{ben_id}").status_code == 204
    assert client.get(f"/api/v1/members/{ben_id}").status_code == 404
    last = come_in(client, world.eve).delete(f"/api/v1/members/{eve_id}")
    assert (last.status_code, last.json()["errors"][0]["field"]) == (422, "role")


def test_for_an_outsider_there_are_no_members(client: TestClient, world: World, ben_id: int) -> None:
    come_in(client, world.mallory)
    assert client.get(f"/api/v1/organizations/{world.organization.key}/members").status_code == 404
    assert client.get(f"/api/v1/members/{ben_id}").status_code == 404
    assert client.delete(f"/api/v1/members/{ben_id}").status_code == 404
