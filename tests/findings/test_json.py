"""Findings through the API."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from tests.findings.entries import TYPED, make_finding, make_indicator
from tests.support.world import World, come_in


def path(world: World) -> str:
    return f"/api/v1/initiatives/{world.initiative.key}/findings"


def test_a_finding_is_written_read_changed_answered_and_archived(client: TestClient, world: World) -> None:
    new = TYPED | {"recommendation": "Pair every newcomer"}
    answer = come_in(client, world.cleo).post(path(world), json=new)
    assert answer.status_code == 201
    made = answer.json()
    assert made.items() >= new.items()
    item = f"/api/v1/findings/{made['id']}"
    assert client.get(item).json() == made
    changed = client.patch(item, json={"strength": "moderate"}, headers={"If-Match": '"1"'}).json()
    assert (changed["strength"], changed["version"]) == ("moderate", 2)
    assert client.patch(item, json={"strength": "strong"}, headers={"If-Match": '"1"'}).status_code == 409
    reply = {"response": "We do", "responded_on": "2025-03-02", "done_on": "2025-03-03"}
    assert come_in(client, world.ben).patch(f"{item}/response", json=reply).json().items() >= reply.items()
    assert come_in(client, world.cleo).delete(item).status_code == 204
    assert client.get(item).status_code == 404


def test_a_list_comes_a_page_at_a_time(client: TestClient, database: Database, world: World) -> None:
    come_in(client, world.cleo)
    older = client.post(path(world), json=TYPED | {"found_on": "2025-01-01"}).json()
    newer = client.post(path(world), json=TYPED | {"found_on": "2025-02-01"}).json()
    first = client.get(f"{path(world)}?limit=1").json()
    second = client.get(f"{path(world)}?limit=1&cursor={first['next']}").json()
    assert [first["items"], second["items"], second["next"]] == [[newer], [older], None]


def test_findings_about_one_indicator_are_asked_for(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = make_indicator(session, world.initiative)
        make_finding(session, world)
        about = make_finding(session, world, indicator_id=indicator.key)
    found = come_in(client, world.ada).get(f"{path(world)}?indicator_id={indicator.key}").json()
    assert [item["id"] for item in found["items"]] == [about.key]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"judgement": ""}, "judgement"),
        ({"strength": "certain"}, "strength"),
        ({"response": "We do"}, "response"),
        ({"indicator_id": 7}, "indicator_id"),
        ({"period_starts_on": "2025-01-01"}, "period_ends_on"),
    ],
)
def test_the_field_that_is_wrong_is_named(
    client: TestClient, world: World, changed: dict[str, Any], field: str
) -> None:
    answer = come_in(client, world.cleo).post(path(world), json=TYPED | changed)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_the_same_key_makes_one_finding(client: TestClient, world: World) -> None:
    come_in(client, world.cleo)
    key = {"Idempotency-Key": "k1"}
    answers = [client.post(path(world), json=TYPED, headers=key).json() for _ in range(2)]
    assert answers[0] == answers[1]
    assert len(client.get(path(world)).json()["items"]) == 1


def test_the_right_to_evaluate_is_asked(client: TestClient, world: World) -> None:
    made = come_in(client, world.cleo).post(path(world), json=TYPED).json()
    item = f"/api/v1/findings/{made['id']}"
    for person, reading, writing in ((world.ada, 200, 403), (world.dan, 404, 404), (world.mallory, 404, 404)):
        come_in(client, person)
        assert [client.get(address).status_code for address in (path(world), item)] == [reading] * 2
        assert client.post(path(world), json=TYPED).status_code == writing
        assert client.patch(item, json={"judgement": "x"}).status_code == writing
        assert client.delete(item).status_code == writing
