"""What citizens' hours are worth, on pages and in the document: apart from cash, with rates and sources."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient
from sqlmodel import delete

from app.costs.models import HourlyRate
from app.costs.rates import add_known_rates, add_rate, all_rates
from app.costs.schemas import RateCreate
from app.database.engine import Database
from app.initiatives.models import Initiative, Phase
from app.vocabulary import CostNature, Currency, Support
from tests.evaluations.entries import activity, cost
from tests.evaluations.test_seeing_an_evaluation import seen
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
COSTS = "/initiatives/good-neighbours/costs"
EVALUATION = "/initiatives/good-neighbours/evaluation?as_of=2026-06-01"


@pytest.fixture
def rated(database: Database, world: World) -> Iterator[World]:
    """The rates that Tandem brings along."""
    with database.writing() as session:
        add_known_rates(session)
    yield world
    with database.writing() as session:
        session.exec(delete(HourlyRate))


def log(database: Database, phase: Phase, day: date, hours: str, **fields: object) -> None:
    given = {"citizen_hours": Decimal(hours), "title": f"{hours} hours"} | fields
    with database.writing() as session:
        session.add(activity(phase, day, **given))


def spend(database: Database, initiative: Initiative, amount: str, nature: CostNature) -> None:
    with database.writing() as session:
        session.add(cost(initiative, date(2025, 5, 1), amount, nature=nature))


def document(client: TestClient, world: World) -> dict[str, object]:
    address = f"/api/v1/initiatives/{world.initiative.key}/evaluation?as_of=2026-06-01"
    found: dict[str, object] = come_in(client, world.cleo).get(address).json()["citizen_time"]
    return found


def test_hours_are_worth_at_least_the_wage_of_their_day(
    client: TestClient, database: Database, rated: World
) -> None:
    """100 h at 12.21 are 1,221 and 100 h at 12.71 are 1,271: together 2,492.

    No higher figure of 2026 has a source.
    """
    log(database, rated.delivery, date(2026, 3, 31), "100")
    log(database, rated.delivery, date(2026, 4, 1), "100")
    come_in(client, rated.cleo)
    for page in (seen(client, COSTS), seen(client, EVALUATION)):
        assert "200 h of citizens’ time: at least £2,492 at this rate: National Living Wage" in page
    found = document(client, rated)
    assert (found["hours"], found["low"], found["high"]) == ("200", "2492", None)
    assert [month["low"] for month in found["monthly"]] == ["1221", "1271"]  # type: ignore[attr-defined]  # JSON


@SQLITE
def test_hours_before_the_first_rate_are_said_to_be_unvalued(
    client: TestClient, database: Database, rated: World
) -> None:
    log(database, rated.delivery, date(2024, 3, 31), "40")
    log(database, rated.delivery, date(2024, 4, 1), "10")
    page = seen(come_in(client, rated.cleo), COSTS)
    assert "40 h before 1 Apr 2024 are not valued" in page
    assert "10 h of citizens’ time: £114 to £186" in page


@SQLITE
def test_without_a_rate_the_hours_are_named_and_no_sum_is(
    client: TestClient, database: Database, world: World
) -> None:
    log(database, world.delivery, date(2025, 4, 1), "10")
    page = seen(come_in(client, world.cleo), COSTS)
    assert "10 h of citizens’ time are not valued: no rate with a source is known" in page
    found = document(client, world)
    assert (found["low"], found["unvalued"]["hours"]) == (None, "10")  # type: ignore[index]  # JSON


def test_hours_for_which_citizens_were_paid_are_left_out(
    client: TestClient, database: Database, rated: World
) -> None:
    log(database, rated.delivery, date(2025, 5, 1), "8", support=[Support.EXPENSES, Support.PAYMENT])
    log(database, rated.delivery, date(2025, 5, 2), "10", support=[Support.EXPENSES])
    page = seen(come_in(client, rated.cleo), COSTS)
    assert "8 h for which citizens were paid are left out" in page
    assert "10 h of citizens’ time: £122 to £180 at this rate: National Living Wage" in page


@SQLITE
def test_cash_does_not_change_by_a_single_hour(client: TestClient, database: Database, rated: World) -> None:
    spend(database, rated.initiative, "500", CostNature.CASH)
    before = seen(come_in(client, rated.cleo), COSTS)
    log(database, rated.delivery, date(2025, 5, 2), "1000")
    after = seen(client, COSTS)
    assert "£500 cash so far" in before
    assert "£500 cash so far" in after


@SQLITE
def test_time_that_is_also_entered_as_a_cost_is_warned_of(
    client: TestClient, database: Database, rated: World
) -> None:
    log(database, rated.delivery, date(2025, 5, 2), "10")
    come_in(client, rated.cleo)
    assert "is also entered as a cost" not in seen(client, COSTS)
    spend(database, rated.initiative, "800", CostNature.VOLUNTEER_TIME)
    for address in (COSTS, EVALUATION):
        assert "£800 of volunteers’ time is also entered as a cost." in seen(client, address)


@SQLITE
def test_a_number_opens_its_hours_and_a_rate_its_source(
    client: TestClient, database: Database, rated: World
) -> None:
    log(database, rated.delivery, date(2025, 5, 2), "10")
    page = come_in(client, rated.cleo).get(COSTS).text
    assert 'href="/initiatives/good-neighbours/activities?ids=1"' in page
    assert 'href="https://profnews.org/en/minimum-wage-increases-what-to-expect"' in page
    assert 'href="https://caithness-business.co.uk/article/29044"' in page


def test_known_rates_are_added_once_and_those_there_stay(database: Database, rated: World) -> None:
    with database.writing() as session:
        before = len(all_rates(session))
        assert add_known_rates(session) == 0
        new = RateCreate(
            country="FR",
            starts_on=date(2025, 1, 1),
            currency=Currency.EUR,
            name="SMIC",
            lower=Decimal("11.88"),
            source="A source",
            higher=Decimal(20),
            higher_name="Salaire médian",
            higher_source="Another source",
        )
        add_rate(session, new)
        assert len(all_rates(session)) == before + 1


@SQLITE
def test_everybody_signed_in_reads_the_rates(client: TestClient, rated: World) -> None:
    assert client.get("/rates").status_code == 303
    page = seen(come_in(client, rated.mallory), "/rates")
    assert "minimum wage of Québec" in page
    assert "at least £12.71" in page
