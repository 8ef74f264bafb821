"""A logged cost is changed, archived and brought back, by those who may log."""

from datetime import date
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient

from app.costs.models import Cost
from app.costs.schemas import CostCreate
from app.costs.service import record_cost
from app.database.engine import Database
from app.vocabulary import CostNature, CostStage, Currency
from tests.support.world import World, come_in

PAGE = "/initiatives/good-neighbours/costs"


@pytest.fixture
def cost(database: Database, world: World) -> Cost:
    with database.writing() as session:
        return record_cost(
            session,
            world.initiative,
            CostCreate(
                spent_on=date(2024, 3, 1),
                amount=Decimal(420),
                currency=Currency.GBP,
                stage=CostStage.RUNNING,
                nature=CostNature.CASH,
                phase_id=world.design.key,
                is_estimate=True,
                note="Bus fares",
            ),
        )


def typed(**changed: str) -> dict[str, str]:
    stored = {
        "spent_on": "2024-03-01",
        "amount": "420",
        "currency": "GBP",
        "stage": "running",
        "nature": "cash",
        "payer": "",
        "phase_id": "",
        "is_estimate": "",
        "note": "Bus fares",
        "source": "",
        "_version": "1",
    }
    return stored | changed


def now(database: Database, cost: Cost) -> Cost:
    with database.reading() as session:
        return session.get_one(Cost, cost.key)


def test_an_edit_takes_away_what_was_emptied(
    client: TestClient, database: Database, world: World, cost: Cost
) -> None:
    answer = come_in(client, world.ben).post(f"{PAGE}/{cost.key}/edit", data=typed(amount="425"))
    assert answer.headers["location"] == f"{PAGE}/{cost.key}"
    changed = now(database, cost)
    assert (changed.amount, changed.phase_id, changed.is_estimate) == (425, None, False)


def test_a_stale_edit_shows_both_texts_and_changes_nothing(
    client: TestClient, database: Database, world: World, cost: Cost
) -> None:
    come_in(client, world.ada).post(f"{PAGE}/{cost.key}/edit", data=typed(note="Taxis"))
    answer = client.post(f"{PAGE}/{cost.key}/edit", data=typed(note="Trains"))
    assert answer.status_code == 409
    assert "Taxis" in answer.text
    assert "Trains" in answer.text
    assert now(database, cost).note == "Taxis"


def test_an_archived_cost_is_gone_until_it_is_brought_back(
    client: TestClient, world: World, cost: Cost
) -> None:
    come_in(client, world.ada)
    archived = client.post(f"{PAGE}/{cost.key}/archive", data={"_version": "1"}).headers["location"]
    assert "Bring it back" in client.get(archived).text
    assert "Bus fares" not in client.get(PAGE).text
    assert client.get(f"{PAGE}/{cost.key}").status_code == 404
    client.post(f"{PAGE}/{cost.key}/restore")
    assert "Bus fares" in client.get(PAGE).text


def test_a_patch_keeps_the_other_fields_and_holds_the_rules(
    client: TestClient, world: World, cost: Cost
) -> None:
    come_in(client, world.ada)
    patched = client.patch(f"/api/v1/costs/{cost.key}", json={"amount": "1.50"}, headers={"If-Match": '"1"'})
    assert (patched.json()["amount"], patched.json()["note"]) == ("1.50", "Bus fares")
    assert client.patch(f"/api/v1/costs/{cost.key}", json={"amount": "-1"}).status_code == 422
    stale = client.patch(f"/api/v1/costs/{cost.key}", json={"amount": "2"}, headers={"If-Match": '"1"'})
    assert stale.status_code == 409


def test_delete_archives(client: TestClient, database: Database, world: World, cost: Cost) -> None:
    assert come_in(client, world.ada).delete(f"/api/v1/costs/{cost.key}").status_code == 204
    assert client.get(f"/api/v1/costs/{cost.key}").status_code == 404
    assert now(database, cost).archived_at is not None


def test_for_an_outsider_a_cost_is_like_one_that_does_not_exist(
    client: TestClient, database: Database, world: World, cost: Cost
) -> None:
    come_in(client, world.mallory)
    absent = client.get("/api/v1/costs/999999")
    assert client.get(f"/api/v1/costs/{cost.key}").content == absent.content
    assert client.patch(f"/api/v1/costs/{cost.key}", json={"amount": "1"}).content == absent.content
    assert client.get(f"{PAGE}/{cost.key}").status_code == 404
    assert client.post(f"{PAGE}/{cost.key}/archive").status_code == 404
    own = f"/initiatives/{world.other_initiative.slug}/costs/{cost.key}"
    assert client.get(own).status_code == 404
    assert now(database, cost).version == 1


def test_an_evaluator_reads_a_cost_and_changes_nothing(client: TestClient, world: World, cost: Cost) -> None:
    come_in(client, world.cleo)
    assert "Change this entry" not in client.get(f"{PAGE}/{cost.key}").text
    assert client.post(f"{PAGE}/{cost.key}/edit", data=typed()).status_code == 403
