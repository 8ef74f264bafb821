"""Who belongs to an organization, and how somebody is taken in."""

from fastapi.testclient import TestClient

from tests.support.world import World, come_in


def page(world: World) -> str:
    return f"/organizations/{world.organization.slug}"


def test_members_see_one_another_with_their_roles(client: TestClient, world: World) -> None:
    text = come_in(client, world.ben).get(page(world)).text
    for name in ("Ada", "Ben", "Cleo", "Eve"):
        assert name in text
    assert "Mallory" not in text
    assert "ada@demo.example" not in text


def test_an_administrator_takes_somebody_in(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    added = {"email": "Mallory@demo.example", "role": "evaluator"}
    assert client.post(f"{page(world)}/members", data=added).status_code == 303
    assert come_in(client, world.mallory).get(page(world)).status_code == 200


def test_whoever_belongs_already_gets_the_new_role(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    client.post(f"{page(world)}/members", data={"email": world.ben.email, "role": "staff"})
    text = client.get(page(world)).text
    assert text.count(world.ben.email) == 1
    assert "Citizen" not in text.split("Add a person")[0]


def test_the_last_administrator_stays_one(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    answer = client.post(f"{page(world)}/members", data={"email": world.eve.email, "role": "viewer"})
    assert answer.status_code == 422
    assert "An organization keeps at least one administrator." in answer.text
    assert client.get(f"{page(world)}/edit").status_code == 200


def test_an_administrator_may_step_back_when_there_is_another(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    client.post(f"{page(world)}/members", data={"email": world.ada.email, "role": "admin"})
    answer = client.post(f"{page(world)}/members", data={"email": world.eve.email, "role": "viewer"})
    assert answer.status_code == 303
    assert client.get(f"{page(world)}/edit").status_code == 403


def test_an_address_that_nobody_has_is_said_beside_the_field(client: TestClient, world: World) -> None:
    answer = come_in(client, world.eve).post(
        f"{page(world)}/members", data={"email": "zoe@demo.example", "role": "staff"}
    )
    assert answer.status_code == 422
    assert 'id="email-error"' in answer.text
    assert 'value="zoe@demo.example"' in answer.text


def test_only_administrators_take_people_in(client: TestClient, world: World) -> None:
    added = {"email": world.mallory.email, "role": "admin"}
    assert come_in(client, world.ada).post(f"{page(world)}/members", data=added).status_code == 403
    assert come_in(client, world.mallory).post(f"{page(world)}/members", data=added).status_code == 404
