"""The list by aim: each indicator's newest value beside baseline and target, and what is late."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient

from app.clock import today
from app.database.engine import Database
from app.indicators.models import Indicator, Observation
from app.indicators.newest import MOST, newest_records
from app.initiatives.models import Initiative
from app.vocabulary import Aim, Direction, Frequency, InitiativeStatus, ObservationStatus
from tests.indicators.series import BASELINE, TARGET, define, observe
from tests.support.statements import statements_for
from tests.support.world import World, come_in

PAGE = "/initiatives/good-neighbours/indicators"


def listed(client: TestClient, world: World) -> str:
    return come_in(client, world.cleo).get(PAGE).text


@pytest.mark.parametrize(
    ("direction", "value", "said"),
    [
        (Direction.DOWN, "5.9", "0.5 lower than 6.4 on 1 Jan 2024: the way that is better"),
        (Direction.DOWN, "7", "0.6 higher than 6.4 on 1 Jan 2024: the way that is worse"),
        (Direction.UP, "7", "0.6 higher than 6.4 on 1 Jan 2024: the way that is better"),
        (Direction.UP, "5.9", "0.5 lower than 6.4 on 1 Jan 2024: the way that is worse"),
        (Direction.NEUTRAL, "5.9", "0.5 lower than 6.4 on 1 Jan 2024"),
        (Direction.DOWN, "6.4", "The same as on 1 Jan 2024: 6.4"),
    ],
)
def test_the_change_is_said_in_words_with_the_way_that_is_better(
    client: TestClient, database: Database, world: World, direction: Direction, value: str, said: str
) -> None:
    with database.writing() as session:
        observe(session, define(session, world.initiative, direction=direction, **BASELINE), value)
    assert f"<span>{said}</span>" in listed(client, world)


@pytest.mark.parametrize(
    ("ends", "value", "said"),
    [
        (BASELINE | TARGET, "5.9", "50% of the way to 5.4"),
        (BASELINE | TARGET, "5.2", "Reached: 120% of the way to 5.4"),
        (BASELINE | TARGET, "6.6", "Away from 5.4"),
        (BASELINE, "5.9", "No target"),
        (TARGET, "5.9", "5.4, but no baseline to measure the way from"),
        (BASELINE | TARGET, None, "5.4, no value yet"),
        (BASELINE | {"target_value": "6.4"}, "5.9", "6.4, which is the baseline: there is no way to measure"),
        (BASELINE | {"target_value": "7"}, "5.9", "7.0, on the worse side of the baseline"),
    ],
)
def test_progress_is_said_and_so_is_where_it_has_no_meaning(
    client: TestClient, database: Database, world: World, ends: dict[str, str], value: str | None, said: str
) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative, **ends)
        if value:
            observe(session, indicator, value)
    assert f"<span>{said}" in listed(client, world)


def test_a_late_value_is_a_link_for_those_who_may_log(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative)
        observe(session, indicator, "5.9", date(2024, 2, 1))
    assert "expected by 1 Mar 2024, " in listed(client, world)
    address = f"{PAGE}/{indicator.key}/observations/new"
    assert address not in listed(client, world)
    assert address in come_in(client, world.ben).get(PAGE).text


def test_nothing_is_late_now_and_then_or_when_all_is_over(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        observe(session, define(session, world.initiative, frequency=Frequency.IRREGULAR), "5.9")
    assert "none expected" in listed(client, world)
    with database.writing() as session:
        observe(session, define(session, world.initiative, name="Monthly"), "5.9")
        session.get_one(Initiative, world.initiative.key).status = InitiativeStatus.COMPLETED
    assert "expected by" not in listed(client, world)


def test_a_stated_aim_served_in_another_service_only_is_said_to_be(
    client: TestClient, database: Database, world: World
) -> None:
    other = {"effect_service": "other", "effect_service_name": "Ambulances", "aim": Aim.QUALITY}
    with database.writing() as session:
        define(session, world.initiative, **other)
    page = listed(client, world)
    assert "No indicator for the stated aim." not in page
    assert "only an effect in another one, below" in page


def test_a_draft_is_no_newest_value(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative)
        observe(session, indicator, "5.9")
        observe(session, indicator, "5.1", date(2024, 3, 1)).status = ObservationStatus.DRAFT
    page = listed(client, world)
    assert "<b>5.9</b>" in page
    assert "<b>5.1</b>" not in page


def fill(database: Database, indicators: Sequence[Indicator], days: int) -> None:
    """One value a day, the newest yesterday."""
    first = today() - timedelta(days=days)
    rows = [
        {
            "initiative_id": one.initiative_id,
            "indicator_id": one.key,
            "observed_on": first + timedelta(days=day),
            "value": Decimal(3 + day % 7),
        }
        for one in indicators
        for day in range(days)
    ]
    with database.writing() as session:
        session.execute(sa.insert(Observation), rows)


def test_ten_thousand_values_are_read_in_as_many_statements_as_ten_and_shown_as_briefly(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.cleo)
    with database.writing() as session:
        known = [define(session, world.initiative, name=f"Loneliness {place}") for place in range(5)]
    fill(database, known[:1], 10)
    few = statements_for(database, lambda: client.get(PAGE))
    fill(database, known[1:], 2_500)
    many = statements_for(database, lambda: client.get(PAGE))
    assert len(many) == len(few)
    assert len(client.get(PAGE).content) < 40_000


def test_only_the_newest_values_are_read(database: Database, world: World) -> None:
    with database.writing() as session:
        known = [define(session, world.initiative, name=name) for name in ("A", "B")]
    fill(database, known[:1], 3 * MOST)
    fill(database, known[1:], 3)
    with database.reading() as session:
        found = newest_records(session, world.initiative.key, today())
    assert [len(found[one.key]) for one in known] == [MOST, 3]
    assert found[known[0].key][-1].observed_on == today() - timedelta(days=1)
