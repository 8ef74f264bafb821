"""Whoever manages an initiative defines, changes and archives its indicators."""

from datetime import date
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.database.engine import Database
from app.indicators.models import Indicator
from app.vocabulary import Aggregation
from tests.indicators.series import LONELINESS, define, observe
from tests.support.world import World, come_in

PAGE = "/initiatives/good-neighbours/indicators"
TYPED = {name: str(value) for name, value in LONELINESS.items()} | {
    "baseline_value": "6,4",
    "baseline_on": "2024-01-01",
    "target_value": "",
    "effect_service": "own",
}


def indicators(database: Database) -> list[Indicator]:
    with database.reading() as session:
        return list(session.exec(select(Indicator)))


def test_staff_define_an_indicator(client: TestClient, database: Database, world: World) -> None:
    answer = come_in(client, world.ada).post(PAGE, data=TYPED)
    indicator = indicators(database)[0]
    assert answer.headers["location"] == f"{PAGE}/{indicator.key}"
    assert (indicator.baseline_value, indicator.target_value) == (Decimal("6.4"), None)
    assert indicator.aggregation is Aggregation.PER_PERIOD


def test_what_is_wrong_is_said_by_the_field_and_the_rest_is_kept(
    client: TestClient, database: Database, world: World
) -> None:
    answer = come_in(client, world.ada).post(PAGE, data=TYPED | {"baseline_on": "", "name": "Being alone"})
    assert answer.status_code == 422
    assert "Enter when the baseline was measured." in answer.text
    assert "Being alone" in answer.text
    assert indicators(database) == []


def test_a_range_that_recorded_values_do_not_fit_is_refused(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative)
        observe(session, indicator, "8.5", date(2024, 3, 2))
    answer = come_in(client, world.ada).post(f"{PAGE}/{indicator.key}/edit", data=TYPED | {"maximum": "8"})
    assert answer.status_code == 422
    assert "A value recorded on 2 Mar 2024 lies outside." in answer.text
    patched = client.patch(f"/api/v1/indicators/{indicator.key}", json={"maximum": 8})
    assert patched.json()["errors"][0]["field"] == "maximum"


def test_an_indicator_is_changed_archived_and_brought_back(
    client: TestClient, database: Database, world: World
) -> None:
    address = come_in(client, world.eve).post(PAGE, data=TYPED).headers["location"]
    client.post(f"{address}/edit", data=TYPED | {"name": "Being alone", "_version": "1"})
    archived = client.post(f"{address}/archive").headers["location"]
    assert "Bring it back" in client.get(archived).text
    assert "Being alone" not in client.get(PAGE).text
    client.post(f"{address}/restore")
    assert "Being alone" in client.get(PAGE).text
    assert indicators(database)[0].archived_at is None


def test_the_api_defines_lists_patches_and_archives(client: TestClient, world: World) -> None:
    collection = f"/api/v1/initiatives/{world.initiative.key}/indicators"
    come_in(client, world.ada)
    first = client.post(collection, json=LONELINESS | {"baseline_value": 6.25, "baseline_on": "2024-01-01"})
    assert first.status_code == 201
    assert first.json()["baseline_value"] == "6.25"
    second = client.post(collection, json=LONELINESS)
    page = client.get(collection, params={"limit": 1}).json()
    rest = client.get(collection, params={"cursor": page["next"]}).json()
    assert [item["id"] for item in page["items"] + rest["items"]] == [
        first.json()["id"],
        second.json()["id"],
    ]
    address = f"/api/v1/indicators/{first.json()['id']}"
    assert client.patch(address, json={"baseline_on": None}).status_code == 422
    assert client.patch(address, json={"target_value": "5"}).json()["target_value"] == "5"
    assert client.delete(address).status_code == 204
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(("name", "status"), [("ben", 403), ("cleo", 403), ("dan", 404), ("mallory", 404)])
def test_only_whoever_manages_defines(
    client: TestClient, database: Database, world: World, name: str, status: int
) -> None:
    come_in(client, getattr(world, name))
    assert client.get(f"{PAGE}/new").status_code == status
    assert client.post(PAGE, data=TYPED).status_code == status
    made = client.post(f"/api/v1/initiatives/{world.initiative.key}/indicators", json=LONELINESS)
    assert made.status_code == status
    assert indicators(database) == []
