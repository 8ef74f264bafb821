"""A benefit is logged with its certainty and with the service in which it appears."""

from datetime import timedelta
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.clock import today
from app.costs.models import Benefit
from app.database.engine import Database
from tests.support.world import World, come_in

PAGE = "/initiatives/good-neighbours/benefits"
NEXT_YEAR = (today() + timedelta(days=365)).isoformat()
TYPED = {
    "received_on": "2024-12-31",
    "amount": "41000",
    "currency": "GBP",
    "certainty": "claimed",
    "service": "Adult social care",
    "attribution": "0.5",
    "deadweight": "",
    "note": "",
    "source": "Annual report",
}


def benefits(database: Database) -> list[Benefit]:
    with database.reading() as session:
        return list(session.exec(select(Benefit)))


def test_a_factor_that_nobody_stated_stays_unstated(
    client: TestClient, database: Database, world: World
) -> None:
    answer = come_in(client, world.ada).post(PAGE, data=TYPED)
    benefit = benefits(database)[0]
    assert (benefit.attribution, benefit.deadweight) == (Decimal("0.5"), None)
    page = client.get(answer.headers["location"]).text
    assert "50%" in page
    assert "Not stated" in page


def test_an_expected_benefit_may_lie_ahead(client: TestClient, database: Database, world: World) -> None:
    typed = TYPED | {"received_on": NEXT_YEAR, "certainty": "expected"}
    assert come_in(client, world.ada).post(PAGE, data=typed).status_code == 303
    assert len(benefits(database)) == 1


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"received_on": NEXT_YEAR}, "Only an expected benefit can lie after today."),
        ({"attribution": "1.2"}, "Enter 1 or less."),
        ({"deadweight": "half"}, "Enter a number."),
        ({"service": " "}, "Fill this in."),
        ({"certainty": ""}, "Fill this in."),
    ],
)
def test_a_wrong_benefit_is_shown_again(
    client: TestClient, database: Database, world: World, changed: dict[str, str], message: str
) -> None:
    answer = come_in(client, world.ada).post(PAGE, data=TYPED | changed)
    assert answer.status_code == 422
    assert message in answer.text
    assert "Annual report" in answer.text
    assert benefits(database) == []


def test_a_benefit_is_changed_archived_and_brought_back(
    client: TestClient, database: Database, world: World
) -> None:
    address = come_in(client, world.ben).post(PAGE, data=TYPED).headers["location"]
    client.post(f"{address}/edit", data=TYPED | {"certainty": "confirmed", "_version": "1"})
    assert "Confirmed" in client.get("/initiatives/good-neighbours/costs").text
    archived = client.post(f"{address}/archive", data={"_version": "2"}).headers["location"]
    assert "Bring it back" in client.get(archived).text
    assert client.get(address).status_code == 404
    client.post(f"{address}/restore")
    assert client.get(address).status_code == 200
    assert benefits(database)[0].archived_at is None


def test_the_api_has_benefits_too(client: TestClient, world: World) -> None:
    collection = f"/api/v1/initiatives/{world.initiative.key}/benefits"
    body = {"received_on": "2024-12-31", "amount": "1", "currency": "GBP", "certainty": "claimed"}
    come_in(client, world.ada)
    assert client.post(collection, json=body).json()["errors"][0]["field"] == "service"
    made = client.post(collection, json=body | {"service": "Clinics", "attribution": 0.25}).json()
    assert (made["attribution"], made["deadweight"]) == ("0.2500", None)
    patched = client.patch(f"/api/v1/benefits/{made['id']}", json={"deadweight": "0.1"}).json()
    assert (patched["deadweight"], patched["service"], patched["version"]) == ("0.1000", "Clinics", 2)
    assert [item["id"] for item in client.get(collection).json()["items"]] == [made["id"]]
    assert client.delete(f"/api/v1/benefits/{made['id']}").status_code == 204
    assert client.get(collection).json()["items"] == []


def test_for_an_outsider_there_is_no_benefit(client: TestClient, database: Database, world: World) -> None:
    address = come_in(client, world.ada).post(PAGE, data=TYPED).headers["location"]
    row = benefits(database)[0]
    come_in(client, world.mallory)
    assert client.get(address).status_code == client.get(PAGE).status_code == 404
    assert client.post(PAGE, data=TYPED).status_code == 404
    assert client.get(f"/api/v1/benefits/{row.key}").status_code == 404
    assert client.delete(f"/api/v1/benefits/{row.key}").status_code == 404
    assert benefits(database)[0].archived_at is None
