"""A period of an initiative: what happened in it, and the change within it; few people masked outside."""

from datetime import date
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.evaluations.as_json import as_json
from app.evaluations.document import Evaluation, evaluate
from app.evaluations.indicator_rows import indicator_rows
from app.evaluations.links import Links
from app.evaluations.sentences import outcomes
from app.measurement.break_even import BreakEven
from app.measurement.progress import Change
from app.measurement.thresholds import DEFAULT
from app.vocabulary import Currency
from tests.evaluations.entries import activity, benefit, cost, indicator, observation
from tests.evaluations.test_seeing_an_evaluation import seen
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
PAGE = "/initiatives/good-neighbours/evaluation"
BEFORE, WITHIN = date(2025, 2, 1), date(2025, 8, 1)
STARTS_ON, AS_OF = date(2025, 7, 1), date(2025, 12, 31)


@pytest.fixture
def two_halves(database: Database, world: World) -> World:
    """The same in each half of the year, and a benefit that pays for both."""
    with database.writing() as session:
        session.add_all(activity(world.delivery, day, title=f"On {day}") for day in (BEFORE, WITHIN))
        session.add_all(cost(world.initiative, day, "100") for day in (BEFORE, WITHIN))
        session.add(benefit(world.initiative, WITHIN, "150", attribution=Decimal(1), deadweight=Decimal(0)))
        measure = indicator(world.initiative, baseline_value=Decimal(9), baseline_on=date(2024, 12, 1))
        session.add(measure)
        session.flush()
        session.add(observation(measure, BEFORE, "8", n=30))
        session.add(observation(measure, WITHIN, "6", n=7))
    return world


def looked_at(
    database: Database, world: World, starts_on: date | None, least: int = DEFAULT.disclosure_inside
) -> Evaluation:
    with database.reading() as session:
        return evaluate(session, world.initiative, AS_OF, least, starts_on)


def test_only_what_happened_within_the_period_is_counted(database: Database, two_halves: World) -> None:
    whole, half = (looked_at(database, two_halves, day) for day in (None, STARTS_ON))
    assert [len(found.activities) for found in (whole, half)] == [2, 1]
    assert [found.process.dose.activities for found in (whole, half)] == [2, 1]
    spent = [found.costs[0].totals.total.cash for found in (whole, half) if found.costs[0].totals]
    assert spent == [Decimal(200), Decimal(100)]


def test_a_change_is_told_from_the_last_value_before_the_period(
    database: Database, two_halves: World
) -> None:
    whole, half = (looked_at(database, two_halves, day).outcomes[0].found.change for day in (None, STARTS_ON))
    assert isinstance(whole, Change)
    assert isinstance(half, Change)
    assert (whole.baseline.value, half.baseline.value) == (Decimal(9), Decimal(8))
    assert half.latest.value == Decimal(6)


def test_a_period_without_a_value_says_so_and_names_the_newest(database: Database, two_halves: World) -> None:
    (result,) = looked_at(database, two_halves, date(2025, 9, 1)).outcomes
    assert outcomes.reading(result).startswith("No value in this period. The newest is 6 on 1 August 2025.")


def test_break_even_still_has_to_cover_what_was_spent_before(database: Database, two_halves: World) -> None:
    """150 would cover the 100 of the period, and not the 200 of both halves."""
    (money,) = looked_at(database, two_halves, STARTS_ON).costs
    assert money.currency is Currency.GBP
    assert not any(isinstance(found, BreakEven) for found in money.flow.break_even.values())


def test_a_value_of_seven_people_is_told_inside_and_withheld_outside(
    database: Database, two_halves: World
) -> None:
    """Outside, the newest value is the one before it, of thirty."""
    inside, outside = (looked_at(database, two_halves, None, least) for least in (5, 10))
    told = [indicator_rows(found, Links("good-neighbours"))[0].people for found in (inside, outside)]
    assert told == ["n = 7", "n = 30"]
    documents = [as_json(found)["outcomes"][0]["latest"]["n"] for found in (inside, outside)]
    assert documents == [7, 30]


@SQLITE
def test_the_page_and_the_document_take_a_period(client: TestClient, two_halves: World) -> None:
    come_in(client, two_halves.cleo)
    page = seen(client, f"{PAGE}?starts_on=2025-07-01&as_of=2025-12-31")
    assert "evaluation of 1 July 2025 to 31 December 2025" in page
    address = f"/api/v1/initiatives/{two_halves.initiative.key}/evaluation"
    found = client.get(f"{address}?starts_on=2025-07-01&as_of=2025-12-31").json()
    assert (found["starts_on"], found["process"]["reach"]["dose"]["activities"]) == ("2025-07-01", 1)


@SQLITE
def test_a_period_that_ends_before_it_begins_is_refused_beside_its_field(
    client: TestClient, two_halves: World
) -> None:
    come_in(client, two_halves.cleo)
    asked = "?starts_on=2025-07-01&as_of=2025-01-01"
    answer = client.get(f"{PAGE}{asked}")
    assert answer.status_code == 422
    assert "Enter a day that is not after the end of the period." in answer.text
    assert 'value="2025-07-01"' in answer.text
    told = client.get(f"/api/v1/initiatives/{two_halves.initiative.key}/evaluation{asked}")
    assert (told.status_code, told.json()["errors"][0]["field"]) == (422, "starts_on")


@SQLITE
def test_a_day_that_is_none_is_refused_beside_its_field(client: TestClient, two_halves: World) -> None:
    answer = come_in(client, two_halves.cleo).get(f"{PAGE}?as_of=soon")
    assert answer.status_code == 422
    assert 'href="#as_of"' in answer.text
