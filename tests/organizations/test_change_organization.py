"""Changing what an organization is: for its administrators only."""

from fastapi.testclient import TestClient

from tests.support.world import World, come_in

TYPED = {"name": "Northside", "type": "cooperative", "country": "FR", "place": "Sheffield", "_version": "1"}


def test_an_administrator_changes_all_but_the_address(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    page = f"/organizations/{world.organization.slug}"
    assert 'value="Northside Homes"' in client.get(f"{page}/edit").text
    answer = client.post(f"{page}/edit", data=TYPED)
    assert answer.headers["location"] == page
    assert "Cooperative · France · Sheffield" in client.get(page).text


def test_two_administrators_cannot_overwrite_each_other_unseen(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    edit = f"/organizations/{world.organization.slug}/edit"
    client.post(edit, data=TYPED | {"name": "First"})
    late = client.post(edit, data=TYPED | {"name": "Second"})
    assert late.status_code == 409
    assert '<span class="typed">First</span>' in late.text
    assert 'value="Second"' in late.text


def test_a_name_is_needed(client: TestClient, world: World) -> None:
    answer = come_in(client, world.eve).post(
        f"/organizations/{world.organization.slug}/edit", data=TYPED | {"name": " ", "place": "Leeds"}
    )
    assert answer.status_code == 422
    assert 'id="name-error"' in answer.text
    assert 'value="Leeds"' in answer.text


def test_staff_may_look_but_not_change(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    page = f"/organizations/{world.organization.slug}"
    assert f"{page}/edit" not in client.get(page).text
    assert client.get(f"{page}/edit").status_code == 403
    assert client.post(f"{page}/edit", data={"name": "Mine"}).status_code == 403
    assert client.patch(f"/api/v1{by_id(world)}", json={"name": "Mine"}).status_code == 403


def test_for_an_outsider_it_does_not_exist(client: TestClient, world: World) -> None:
    come_in(client, world.mallory)
    page = f"/organizations/{world.organization.slug}"
    assert client.get(page).status_code == 404
    assert client.get(f"{page}/edit").status_code == 404
    assert client.post(f"{page}/edit", data={"name": "Mine"}).status_code == 404
    assert client.get(f"/api/v1{by_id(world)}").status_code == 404
    assert client.patch(f"/api/v1{by_id(world)}", json={"name": "Mine"}).status_code == 404


def test_the_api_changes_it_at_the_version_that_was_read(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    change = {"place": "Sheffield"}
    done = client.patch(f"/api/v1{by_id(world)}", json=change, headers={"If-Match": '"1"'})
    assert (done.status_code, done.json()["place"], done.json()["version"]) == (200, "Sheffield", 2)
    late = client.patch(f"/api/v1{by_id(world)}", json=change, headers={"If-Match": '"1"'})
    assert late.status_code in {409, 412}


def test_the_api_takes_no_other_field(client: TestClient, world: World) -> None:
    answer = come_in(client, world.eve).patch(f"/api/v1{by_id(world)}", json={"slug": "mine"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "slug"


def by_id(world: World) -> str:
    return f"/organizations/{world.organization.key}"
