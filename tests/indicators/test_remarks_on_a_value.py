"""What is said of a value when it is saved, and wherever it is listed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient

from app.clock import today
from app.database.engine import Database
from app.indicators.models import Indicator, Observation
from app.indicators.observation_sentences import at_a_bound, falling, late
from app.vocabulary import Aggregation, Direction
from tests.indicators.series import LONELINESS, define, observe
from tests.support.world import World, come_in

INDICATORS = "/initiatives/good-neighbours/indicators"


def an_indicator(**changed: object) -> Indicator:
    return Indicator(initiative_id=1, **(LONELINESS | {"effect_service": "own"} | changed))


def a_value(value: str, on: date = date(2024, 5, 1), entered: date = date(2024, 5, 2)) -> Observation:
    return Observation(
        initiative_id=1, indicator_id=1, observed_on=on, value=Decimal(value), entered_on=entered
    )


@pytest.mark.parametrize(
    ("direction", "value", "said"),
    [
        (Direction.DOWN, "3.2", "Near the bottom of the scale: getting better could hardly show."),
        (Direction.DOWN, "8.9", "Near the top of the scale: getting worse could hardly show."),
        (Direction.UP, "8.9", "Near the top of the scale: getting better could hardly show."),
        (Direction.UP, "3.2", "Near the bottom of the scale: getting worse could hardly show."),
        (Direction.NEUTRAL, "3.2", "Near the bottom of the scale: a fall could hardly show."),
        (Direction.DOWN, "6", ""),
    ],
)
def test_a_value_at_the_end_of_its_scale_says_what_could_not_show(
    direction: Direction, value: str, said: str
) -> None:
    indicator = an_indicator(direction=direction, minimum=Decimal(3), maximum=Decimal(9))
    assert at_a_bound(indicator, a_value(value)) == said


def test_an_entry_of_the_thirtieth_day_is_in_time_and_of_the_next_is_late() -> None:
    assert late(a_value("6", date(2024, 5, 1), date(2024, 5, 31))) == ""
    assert late(a_value("6", date(2024, 5, 1), date(2024, 6, 1))) == "Entered late, on 1 Jun 2024."


def test_a_total_so_far_that_falls_is_named_and_a_period_that_falls_is_not() -> None:
    before, now = a_value("12", date(2024, 4, 1)), a_value("9")
    total = an_indicator(aggregation=Aggregation.CUMULATIVE)
    assert falling(total, now, before) == "A total so far does not fall: on 1 Apr 2024 it was 12.0."
    assert falling(total, before, now) == ""
    assert falling(an_indicator(), now, before) == ""


def test_a_floor_is_said_on_saving_and_beside_the_value(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative)
    page = f"{INDICATORS}/{indicator.key}"
    yesterday = (today() - timedelta(days=1)).isoformat()
    come_in(client, world.ben)
    client.post(f"{page}/observations", data={"observed_on": yesterday, "value": "3,1"})
    said = "Near the bottom of the scale: getting better could hardly show."
    assert client.get(page).text.count(said) == 2
    assert client.get(page).text.count(said) == 1


def test_a_total_that_falls_is_stored_and_warned_of(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        total = define(session, world.initiative, aggregation="cumulative", minimum=None, maximum=None)
        observe(session, total, "12", date(2024, 4, 1))
    page = f"{INDICATORS}/{total.key}"
    form = come_in(client, world.ben).get(f"{page}/observations/new").text
    assert "Enter everything so far, since the beginning" in form
    client.post(f"{page}/observations", data={"observed_on": "2024-05-01", "value": "9"})
    assert "A total so far does not fall: on 1 Apr 2024 it was 12.0." in client.get(page).text


def test_a_late_entry_says_so_in_the_table(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative)
        observe(session, indicator, "6", date(2024, 4, 1))
    assert "Entered late, on" in come_in(client, world.cleo).get(f"{INDICATORS}/{indicator.key}").text
