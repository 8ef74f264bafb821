"""An evaluator locks days: nothing of their values changes until the lock is lifted."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlmodel import select

from app.clock import utc_now
from app.database.engine import Database
from app.indicators.locks import LockCreate, lock_period
from app.indicators.models import Indicator, Observation, PeriodLock
from tests.indicators.series import define, observe
from tests.support.world import World, come_in

HOME = "/initiatives/good-neighbours"
LOCKS = f"{HOME}/locks"
SPRING = {"starts_on": "2024-03-01", "ends_on": "2024-05-31", "reason": "Report to the board"}
SAID = "locked the values from 1 Mar 2024 to 31 May 2024."


@pytest.fixture
def indicator(database: Database, world: World) -> Indicator:
    with database.writing() as session:
        return define(session, world.initiative)


@pytest.fixture
def inside(database: Database, world: World, indicator: Indicator) -> Observation:
    """A value of the first locked day."""
    with database.writing() as session:
        value = observe(session, indicator, "6.0", date(2024, 3, 1))
        lock_period(session, world.initiative, LockCreate.model_validate(SPRING))
        return value


def values(database: Database) -> list[Observation]:
    with database.reading() as session:
        return list(session.exec(select(Observation).order_by("id")))


def test_an_evaluator_locks_days_and_lifts_the_lock_again(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    come_in(client, world.cleo).post(LOCKS, data=SPRING)
    with database.reading() as session:
        lock = session.exec(select(PeriodLock)).one()
    assert "locked by Cleo" in client.get(LOCKS).text
    come_in(client, world.ben)
    collection = f"{HOME}/indicators/{indicator.key}/observations"
    refused = client.post(collection, data={"observed_on": "2024-05-31", "value": "6"})
    assert refused.status_code == 422
    assert "Cleo" in refused.text
    assert SAID in refused.text
    come_in(client, world.cleo)
    client.post(f"{LOCKS}/{lock.key}/archive")
    assert "Lifted: Values from 1 Mar 2024 to 31 May 2024." in client.get(LOCKS).text
    come_in(client, world.ben)
    assert client.post(collection, data={"observed_on": "2024-05-31", "value": "6"}).status_code == 303


def test_a_lifted_lock_is_put_back_from_the_list_of_lifted_ones(client: TestClient, world: World) -> None:
    come_in(client, world.cleo).post(LOCKS, data=SPRING)
    lock = client.get(f"/api/v1/initiatives/{world.initiative.key}/locks").json()["items"][0]
    client.post(f"{LOCKS}/{lock['id']}/archive")
    assert "No period is locked." in client.get(LOCKS).text
    assert f"{LOCKS}/{lock['id']}/restore" in client.get(f"{LOCKS}/archived").text
    client.post(f"{LOCKS}/{lock['id']}/restore")
    assert "locked by Cleo" in client.get(LOCKS).text


Act = Callable[[TestClient, Indicator, Observation], Response]
ACTS: dict[str, Act] = {
    "add": lambda client, indicator, value: client.post(
        f"/api/v1/indicators/{indicator.key}/observations", json={"observed_on": "2024-04-01", "value": 6}
    ),
    "change": lambda client, indicator, value: client.patch(
        f"/api/v1/observations/{value.key}", json={"value": 7}
    ),
    "move out": lambda client, indicator, value: client.patch(
        f"/api/v1/observations/{value.key}", json={"observed_on": "2024-06-01"}
    ),
    "archive": lambda client, indicator, value: client.delete(f"/api/v1/observations/{value.key}"),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_nothing_of_a_locked_day_changes(
    client: TestClient, database: Database, world: World, indicator: Indicator, inside: Observation, act: Act
) -> None:
    answer = act(come_in(client, world.ada), indicator, inside)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "observed_on"
    assert [(row.value, row.observed_on, row.archived_at) for row in values(database)] == [
        (Decimal("6.0"), date(2024, 3, 1), None)
    ]


def test_a_value_is_not_moved_into_locked_days(
    client: TestClient, database: Database, world: World, indicator: Indicator, inside: Observation
) -> None:
    with database.writing() as session:
        outside = observe(session, indicator, "6.1", date(2024, 6, 1))
    edit = f"{HOME}/observations/{outside.key}/edit"
    moved = come_in(client, world.ben).post(edit, data={"observed_on": "2024-05-31", "value": "6.1"})
    assert moved.status_code == 422
    assert 'id="observed_on-error"' in moved.text
    assert values(database)[1].observed_on == date(2024, 6, 1)


def test_what_was_archived_before_is_not_brought_back_into_locked_days(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    with database.writing() as session:
        value = observe(session, indicator, "6.0", date(2024, 4, 1))
    come_in(client, world.ada).delete(f"/api/v1/observations/{value.key}")
    with database.writing() as session:
        lock_period(session, world.initiative, LockCreate.model_validate(SPRING))
    assert client.post(f"/api/v1/observations/{value.key}/restore").status_code == 422
    assert client.post(f"{HOME}/observations/{value.key}/restore").status_code == 422
    assert values(database)[0].archived_at is not None


def test_a_locked_value_is_neither_approved_nor_returned(
    client: TestClient, world: World, indicator: Indicator, inside: Observation
) -> None:
    come_in(client, world.cleo)
    address = f"/api/v1/observations/{inside.key}"
    for answer in (
        client.post(f"{address}/approve"),
        client.post(f"{address}/return", json={"returned_because": "No"}),
    ):
        assert answer.json()["errors"][0]["field"] == "observed_on"
    assert client.get(address).json()["status"] == "submitted"
    assert "Locked" in client.get(f"{HOME}/indicators/{indicator.key}").text


def test_the_days_beside_a_lock_and_other_initiatives_stay_open(
    client: TestClient, database: Database, world: World, indicator: Indicator, inside: Observation
) -> None:
    with database.writing() as session:
        observe(session, indicator, "6.0", date(2024, 2, 29))
        observe(session, indicator, "6.0", date(2024, 6, 1))
        observe(session, define(session, world.other_initiative), "6.0", date(2024, 4, 1))
    assert len(values(database)) == 4


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"ends_on": "2024-02-01"}, "ends_on"),
        ({"ends_on": "2199-01-01"}, "ends_on"),
        ({"starts_on": ""}, "starts_on"),
    ],
)
def test_a_lock_that_cannot_be_is_shown_again(
    client: TestClient, database: Database, world: World, changed: dict[str, str], field: str
) -> None:
    answer = come_in(client, world.cleo).post(LOCKS, data=SPRING | changed)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "Report to the board" in answer.text


def test_the_api_lists_makes_and_lifts_locks(client: TestClient, world: World) -> None:
    collection = f"/api/v1/initiatives/{world.initiative.key}/locks"
    come_in(client, world.cleo)
    headers = {"Idempotency-Key": "spring"}
    made = client.post(collection, json=SPRING, headers=headers)
    assert made.status_code == 201
    assert client.post(collection, json=SPRING, headers=headers).json() == made.json()
    come_in(client, world.ben)
    assert [item["id"] for item in client.get(collection).json()["items"]] == [made.json()["id"]]
    assert client.post(collection, json=SPRING).status_code == 403
    assert client.delete(f"/api/v1/locks/{made.json()['id']}").status_code == 403
    come_in(client, world.cleo)
    assert client.delete(f"/api/v1/locks/{made.json()['id']}").status_code == 204
    assert client.get(collection).json()["items"] == []


def test_an_indicator_with_locked_values_is_not_archived(
    client: TestClient, database: Database, world: World, indicator: Indicator, inside: Observation
) -> None:
    come_in(client, world.ada)
    refused = [
        client.post(f"{HOME}/indicators/{indicator.key}/archive"),
        client.delete(f"/api/v1/indicators/{indicator.key}"),
    ]
    assert [answer.status_code for answer in refused] == [422, 422]
    assert all("from 1 Mar 2024 to 31 May 2024 are locked" in answer.text for answer in refused)
    with database.writing() as session:
        session.get_one(PeriodLock, 1).archived_at = utc_now()
    assert client.delete(f"/api/v1/indicators/{indicator.key}").status_code == 204
