"""Staff and citizens record values; missing ones are left out, wrong ones are named."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.clock import today
from app.database.engine import Database
from app.indicators.models import Indicator, Observation
from app.vocabulary import ObservationStatus
from tests.indicators.series import define, observe
from tests.support.world import World, come_in

TYPED = {
    "observed_on": "2024-02-01",
    "value": "6.2",
    "n": "41",
    "sd": "",
    "note": "By telephone",
    "source": "",
}


@pytest.fixture
def indicator(database: Database, world: World) -> Indicator:
    with database.writing() as session:
        return define(session, world.initiative)


def page(indicator: Indicator) -> str:
    return f"/initiatives/good-neighbours/indicators/{indicator.key}"


def values(database: Database) -> list[Observation]:
    with database.reading() as session:
        return list(session.exec(select(Observation).order_by("id")))


def test_a_citizen_records_a_value(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    answer = come_in(client, world.ben).post(f"{page(indicator)}/observations", data=TYPED)
    stored = values(database)[0]
    assert answer.headers["location"] == f"{page(indicator)}#observation-{stored.key}"
    assert (stored.value, stored.n, stored.sd) == (Decimal("6.2"), 41, None)
    assert stored.status is ObservationStatus.SUBMITTED
    assert f'id="observation-{stored.key}"' in client.get(page(indicator)).text


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"value": "9.5"}, "This lies outside what the indicator can measure."),
        ({"value": ""}, "Fill this in."),
        ({"value": "many"}, "Enter a number."),
        ({"observed_on": (today() + timedelta(days=1)).isoformat()}, "not after today"),
        ({"n": "-1"}, "Enter 0 or more."),
        ({"sd": "-0.1"}, "Enter 0 or more."),
        ({"category": "Firth Park"}, "This indicator is not broken down into parts."),
    ],
)
def test_a_wrong_value_is_shown_again(
    client: TestClient,
    database: Database,
    world: World,
    indicator: Indicator,
    changed: dict[str, str],
    message: str,
) -> None:
    answer = come_in(client, world.ada).post(f"{page(indicator)}/observations", data=TYPED | changed)
    assert answer.status_code == 422
    assert message in answer.text
    assert "By telephone" in answer.text
    assert values(database) == []


def test_a_date_has_one_value_and_one_for_each_part(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative, breakdown="Neighbourhood")
    come_in(client, world.ada)
    statuses = [
        client.post(f"{page(indicator)}/observations", data=TYPED | {"category": part}).status_code
        for part in ("", "Firth Park", "Woodhouse", "Firth Park", "")
    ]
    assert statuses == [303, 303, 303, 422, 422]
    assert [value.category for value in values(database)] == ["", "Firth Park", "Woodhouse"]


def test_a_value_keeps_its_date_when_it_is_changed(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    with database.writing() as session:
        first = observe(session, indicator, "6.0", n=40)
        observe(session, indicator, "5.9", date(2024, 3, 1))
    edit = f"/initiatives/good-neighbours/observations/{first.key}/edit"
    come_in(client, world.ben).post(edit, data=TYPED | {"n": "", "_version": "1"})
    assert (values(database)[0].value, values(database)[0].n) == (Decimal("6.2"), None)
    taken = client.post(edit, data=TYPED | {"observed_on": "2024-03-01", "_version": "2"})
    assert taken.status_code == 422
    assert "There is a value for this date already." in taken.text


def test_an_archived_value_comes_back_only_to_a_free_date(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    with database.writing() as session:
        first = observe(session, indicator, "6.0")
    address = f"/initiatives/good-neighbours/observations/{first.key}"
    come_in(client, world.ada)
    archived = client.post(f"{address}/archive").headers["location"]
    assert "Bring it back" in client.get(archived).text
    client.post(f"{page(indicator)}/observations", data=TYPED)
    assert client.post(f"{address}/restore").status_code == 422
    client.post(f"/initiatives/good-neighbours/observations/{values(database)[1].key}/archive")
    assert client.post(f"{address}/restore").headers["location"].endswith(f"#observation-{first.key}")


def test_the_api_records_lists_patches_and_archives(
    client: TestClient, world: World, indicator: Indicator
) -> None:
    collection = f"/api/v1/indicators/{indicator.key}/observations"
    come_in(client, world.ada)
    headers = {"Idempotency-Key": "march"}
    body = {"observed_on": "2024-03-01", "value": 5.25, "n": 12, "sd": "1.5"}
    made = client.post(collection, json=body, headers=headers)
    assert made.status_code == 201
    assert (made.json()["value"], made.json()["sd"], made.json()["category"]) == ("5.25", "1.5", "")
    assert client.post(collection, json=body, headers=headers).json() == made.json()
    address = f"/api/v1/observations/{made.json()['id']}"
    assert client.get(address).json() == made.json()
    assert client.patch(address, json={"value": 99}).json()["errors"][0]["field"] == "value"
    assert client.patch(address, json={"value": 6}).json()["value"] == "6"
    assert [item["value"] for item in client.get(collection).json()["items"]] == ["6"]
    assert client.delete(address).status_code == 204
    assert client.get(collection).json()["items"] == []


def test_for_an_outsider_there_is_neither_indicator_nor_value(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    with database.writing() as session:
        value = observe(session, indicator, "6.0")
    come_in(client, world.mallory)
    assert client.get(page(indicator)).status_code == 404
    assert client.post(f"{page(indicator)}/observations", data=TYPED).status_code == 404
    own = f"/initiatives/{world.other_initiative.slug}"
    assert client.get(f"{own}/indicators/{indicator.key}").status_code == 404
    assert client.get(f"{own}/observations/{value.key}").status_code == 404
    absent = client.get("/api/v1/observations/999999")
    assert client.get(f"/api/v1/observations/{value.key}").content == absent.content
    assert client.post(f"/api/v1/indicators/{indicator.key}/observations", json=TYPED).status_code == 404
    assert len(values(database)) == 1


def test_an_evaluator_reads_values_and_records_none(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    answer = come_in(client, world.cleo).get(page(indicator))
    assert answer.status_code == 200
    assert "Record a value" not in answer.text
    assert client.post(f"{page(indicator)}/observations", data=TYPED).status_code == 403
    assert values(database) == []
