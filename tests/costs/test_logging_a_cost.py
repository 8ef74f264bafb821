"""Staff and citizens log what something cost, on the page and through the API."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.clock import today
from app.costs.models import Cost
from app.database.engine import Database
from app.vocabulary import CostNature, CostStage
from tests.support.world import World, come_in

TYPED = {
    "spent_on": "2024-03-01",
    "amount": "1,420.50",
    "currency": "GBP",
    "stage": "running",
    "nature": "cash",
    "payer": "Lottery Fund",
    "phase_id": "",
    "is_estimate": "",
    "note": "Bus fares and lunch",
    "source": "",
}


def costs(database: Database) -> list[Cost]:
    with database.reading() as session:
        return list(session.exec(select(Cost)))


def test_a_citizen_logs_a_cost(client: TestClient, database: Database, world: World) -> None:
    answer = come_in(client, world.ben).post("/initiatives/good-neighbours/costs", data=TYPED)
    cost = costs(database)[0]
    assert answer.headers["location"] == f"/initiatives/good-neighbours/costs/{cost.key}"
    assert (cost.spent_on, cost.amount) == (date(2024, 3, 1), Decimal("1420.50"))
    assert (cost.stage, cost.nature, cost.created_by_id) == (
        CostStage.RUNNING,
        CostNature.CASH,
        world.ben.key,
    )


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("spent_on", (today() + timedelta(days=1)).isoformat(), "not after today"),
        ("amount", "-1", "Enter 0 or more."),
        ("amount", "", "Fill this in."),
        ("amount", "12.345", "at most 2 decimal places"),
        ("stage", "party", "Choose one."),
    ],
)
def test_a_wrong_field_is_named_and_what_was_typed_is_kept(
    client: TestClient, database: Database, world: World, field: str, typed: str, message: str
) -> None:
    answer = come_in(client, world.ada).post(
        "/initiatives/good-neighbours/costs", data=TYPED | {field: typed}
    )
    assert answer.status_code == 422
    assert message in answer.text
    assert "Bus fares and lunch" in answer.text
    assert costs(database) == []


def test_a_phase_of_another_initiative_is_refused(
    client: TestClient, database: Database, world: World
) -> None:
    typed = TYPED | {"phase_id": str(world.other_phase.key)}
    answer = come_in(client, world.ada).post("/initiatives/good-neighbours/costs", data=typed)
    assert answer.status_code == 422
    assert "Choose a phase of this initiative." in answer.text
    assert costs(database) == []


def test_a_form_sent_twice_makes_one_cost(client: TestClient, database: Database, world: World) -> None:
    come_in(client, world.ada)
    for _ in range(2):
        client.post("/initiatives/good-neighbours/costs", data=TYPED | {"_key": "k1"})
    assert len(costs(database)) == 1


def test_nobody_without_the_right_logs_a_cost(client: TestClient, database: Database, world: World) -> None:
    for person, status in ((world.cleo, 403), (world.dan, 404), (world.mallory, 404)):
        come_in(client, person)
        assert client.post("/initiatives/good-neighbours/costs", data=TYPED).status_code == status
        made = client.post(f"/api/v1/initiatives/{world.initiative.key}/costs", json=TYPED)
        assert made.status_code == status
    assert costs(database) == []


def test_the_api_takes_numbers_and_answers_decimal_strings(client: TestClient, world: World) -> None:
    body = {
        "spent_on": "2024-03-01",
        "amount": 12.5,
        "currency": "GBP",
        "stage": "set_up",
        "nature": "in_kind",
    }
    made = come_in(client, world.ada).post(f"/api/v1/initiatives/{world.initiative.key}/costs", json=body)
    assert made.status_code == 201
    assert made.json()["amount"] == "12.50"
    assert client.get(f"/api/v1/costs/{made.json()['id']}").json() == made.json()


def test_the_api_names_the_wrong_field(client: TestClient, world: World) -> None:
    body = {"spent_on": "2024-03-01", "currency": "GBP", "stage": "set_up", "nature": "gold", "colour": "red"}
    answer = come_in(client, world.ada).post(f"/api/v1/initiatives/{world.initiative.key}/costs", json=body)
    assert answer.status_code == 422
    assert {error["field"] for error in answer.json()["errors"]} == {"amount", "nature", "colour"}
