"""Proposals, obstacles, incidents and stories through the API."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.learning.kinds import KINDS
from tests.learning.entries import TYPED
from tests.support.world import World, come_in

each_kind = pytest.mark.parametrize("kind", KINDS)


def path(world: World, kind: str) -> str:
    return f"/api/v1/initiatives/{world.initiative.key}/{kind}"


@each_kind
def test_an_entry_is_logged_read_changed_and_archived(client: TestClient, world: World, kind: str) -> None:
    new: dict[str, Any] = TYPED[kind] | {"phase_id": world.delivery.key, "source": "Minutes"}
    answer = come_in(client, world.ben).post(path(world, kind), json=new)
    assert answer.status_code == 201
    logged = answer.json()
    assert logged.items() >= new.items()
    item = f"/api/v1/{kind}/{logged['id']}"
    assert client.get(item).json() == logged
    changed = client.patch(item, json={"text": "Said better"}, headers={"If-Match": '"1"'}).json()
    assert (changed["text"], changed["version"]) == ("Said better", 2)
    assert client.patch(item, json={"text": "Mine"}, headers={"If-Match": '"1"'}).status_code == 409
    assert client.delete(item).status_code == 204
    assert client.get(item).status_code == 404


@each_kind
def test_a_list_comes_a_page_at_a_time(client: TestClient, world: World, kind: str) -> None:
    come_in(client, world.ada)
    day = KINDS[kind].day
    older = client.post(path(world, kind), json=TYPED[kind] | {day: "2025-01-01"}).json()
    newer = client.post(path(world, kind), json=TYPED[kind] | {day: "2025-02-01"}).json()
    first = client.get(f"{path(world, kind)}?limit=1").json()
    second = client.get(f"{path(world, kind)}?limit=1&cursor={first['next']}").json()
    assert [first["items"], second["items"], second["next"]] == [[newer], [older], None]


@each_kind
@pytest.mark.parametrize(
    ("changed", "field"), [({"text": ""}, "text"), ({"x": 1}, "x"), ({"phase_id": 10**12}, "phase_id")]
)
def test_the_field_that_is_wrong_is_named(
    client: TestClient, world: World, kind: str, changed: dict[str, Any], field: str
) -> None:
    answer = come_in(client, world.ada).post(path(world, kind), json=TYPED[kind] | changed)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


@pytest.mark.parametrize(
    ("kind", "changed", "field"),
    [
        ("proposals", {"answer": "not_adopted", "answered_on": "2025-03-02"}, "reason"),
        ("proposals", {"answer": "adopted"}, "answered_on"),
        ("proposals", {"told_on": "2025-03-02"}, "answer"),
        ("proposals", {"answer": "adopted", "answered_on": "2025-02-01"}, "answered_on"),
        ("obstacles", {"resolution": "One form"}, "resolved_on"),
        ("obstacles", {"kind": "weather"}, "kind"),
        ("incidents", {"told_on": "2025-02-01"}, "told_on"),
        ("stories", {"consent": "perhaps"}, "consent"),
        ("stories", {"indicator_id": 7}, "indicator_id"),
    ],
)
def test_what_does_not_go_together_is_refused_by_field(
    client: TestClient, world: World, kind: str, changed: dict[str, Any], field: str
) -> None:
    answer = come_in(client, world.ada).post(path(world, kind), json=TYPED[kind] | changed)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_a_proposal_is_answered_by_a_patch(client: TestClient, world: World) -> None:
    made = come_in(client, world.ada).post(path(world, "proposals"), json=TYPED["proposals"]).json()
    reply = {"answer": "partly", "reason": "One bench, not two", "answered_on": "2025-03-20"}
    answered = client.patch(f"/api/v1/proposals/{made['id']}", json=reply).json()
    assert answered.items() >= reply.items()
    assert client.patch(f"/api/v1/proposals/{made['id']}", json={"reason": ""}).status_code == 422


@each_kind
def test_the_same_key_makes_one_entry(client: TestClient, world: World, kind: str) -> None:
    come_in(client, world.ada)
    key = {"Idempotency-Key": "k1"}
    answers = [client.post(path(world, kind), json=TYPED[kind], headers=key).json() for _ in range(2)]
    assert answers[0] == answers[1]
    assert len(client.get(path(world, kind)).json()["items"]) == 1


@each_kind
def test_the_right_to_log_is_asked(client: TestClient, world: World, kind: str) -> None:
    made = come_in(client, world.ada).post(path(world, kind), json=TYPED[kind]).json()
    item = f"/api/v1/{kind}/{made['id']}"
    for person, reading, writing in (
        (world.cleo, 200, 403),
        (world.dan, 404, 404),
        (world.mallory, 404, 404),
    ):
        come_in(client, person)
        assert [client.get(address).status_code for address in (path(world, kind), item)] == [reading] * 2
        assert client.post(path(world, kind), json=TYPED[kind]).status_code == writing
        assert client.patch(item, json={"text": "x"}).status_code == writing
        assert client.delete(item).status_code == writing
