"""An indicator of 10,000 values: as many statements as with ten, and pages and files that stay small."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.indicators.models import Indicator, Observation
from app.vocabulary import ObservationStatus
from tests.indicators.series import define
from tests.support.statements import statements_for
from tests.support.world import World, come_in

MANY = 10_000
MOST_BYTES = 200_000
FIRST = date(1990, 1, 1)
PARTS = [f"Street {place}" for place in range(12)]


@pytest.fixture
def indicator(database: Database, world: World) -> Indicator:
    with database.writing() as session:
        return define(session, world.initiative, breakdown="street", minimum=None, maximum=None)


def record(database: Database, indicator: Indicator, first: int, many: int, categories: list[str]) -> None:
    """One value a day and category, put in by hand: through the service ten thousand would take minutes."""
    row = {
        "initiative_id": indicator.initiative_id,
        "indicator_id": indicator.key,
        "status": ObservationStatus.SUBMITTED,
        "n": 20,
    }
    with database.writing() as session:
        session.execute(
            sa.insert(Observation),
            [
                row
                | {
                    "observed_on": FIRST + timedelta(days=place // len(categories)),
                    "category": categories[place % len(categories)],
                    "value": Decimal(place * place % 97) / 10 + place % 13,
                }
                for place in range(first, first + many)
            ],
        )


@pytest.mark.parametrize("categories", [[""], ["", *PARTS]], ids=["the whole", "the whole and twelve parts"])
def test_ten_thousand_values_cost_as_many_statements_as_ten_and_stay_small(
    client: TestClient, database: Database, world: World, indicator: Indicator, categories: list[str]
) -> None:
    come_in(client, world.ada)
    page = f"/initiatives/good-neighbours/indicators/{indicator.key}"
    record(database, indicator, 0, 26, categories)
    few = statements_for(database, lambda: client.get(page))
    record(database, indicator, 26, MANY, categories)
    many = statements_for(database, lambda: client.get(page))
    assert len(many) == len(few)
    answer = client.get(page)
    assert answer.status_code == 200
    assert len(answer.content) < MOST_BYTES


def test_the_pictures_to_keep_stay_small_too(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    record(database, indicator, 0, MANY, [""])
    come_in(client, world.cleo)
    page = f"/initiatives/good-neighbours/indicators/{indicator.key}"
    assert len(client.get(f"{page}/trend.svg").content) < MOST_BYTES / 2
    assert len(client.get(f"{page}/trend.png").content) < 2 * MOST_BYTES


def test_the_csv_reads_the_values_in_batches_and_leaves_none_out(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    record(database, indicator, 0, 1234, [""])
    come_in(client, world.cleo)
    text = client.get(f"/initiatives/good-neighbours/indicators/{indicator.key}/trend.csv").text
    assert len(text.splitlines()) == 1 + 1234
