"""No small count of people can be had by taking one period from the other."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, product

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from app.comparisons.compared import Compared, Comparison, compared
from app.comparisons.disclosure import attendances
from app.database.engine import Database
from app.measurement.disclosure import Masked
from app.measurement.thresholds import DEFAULT
from tests.comparisons.pages import HOME, document, seen
from tests.evaluations.entries import activity
from tests.support.world import World, come_in

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
CAME = [20, 3, 12, 1, 30, 7]
"""Citizens on the first of each month from July on."""
LEAST = DEFAULT.disclosure_inside


@pytest.fixture
def came(database: Database, world: World) -> World:
    with database.writing() as session:
        session.add_all(_entries(world))
    return world


def _entries(world: World) -> Iterator[object]:
    for month, citizens in enumerate(CAME, start=7):
        yield activity(world.delivery, date(2024, month, 1), citizens=citizens)


def test_a_month_more_does_not_tell_who_came_in_it(client: TestClient, came: World) -> None:
    """20 came by the end of July, 23 by the end of August."""
    asked = {"left_as_of": "2024-07-31", "right_as_of": "2024-08-31"}
    page = seen(come_in(client, came.ada), left=HOME, right=HOME, **asked)
    assert "Citizens came" not in page
    assert page.count("Hidden, so that no count below 5 can be told.") == 2
    found = document(client, left=came.initiative.key, right=came.initiative.key, **asked)
    assert [_in(found[side]) for side in ("left", "right")] == ["<5", "<5"]


def test_periods_that_adjoin_hide_both_where_one_is_small(client: TestClient, came: World) -> None:
    """Else the small one would be what the evaluation of both has more."""
    asked = {"left_starts_on": "2024-08-01", "left_as_of": "2024-08-31", "right_starts_on": "2024-09-01"}
    found = document(come_in(client, came.ada), left=came.initiative.key, right=came.initiative.key, **asked)
    assert [_in(found[side]) for side in ("left", "right")] == ["<5", "<5"]


def test_periods_that_differ_by_enough_people_are_told(client: TestClient, came: World) -> None:
    asked = {"left_as_of": "2024-07-31", "right_as_of": "2024-09-30"}
    found = document(come_in(client, came.ada), left=came.initiative.key, right=came.initiative.key, **asked)
    assert [_in(found[side]) for side in ("left", "right")] == [20, 35]


def test_no_two_periods_give_a_small_count_away(session: Session, world: World) -> None:
    """The attack: every pair of periods, and all that their two sums allow to be worked out."""
    session.add_all(_entries(world))
    session.flush()
    periods = [_period(session, world, *months) for months in _months()]
    told = 0
    for left, right in combinations(periods, 2):
        shown = attendances(Comparison(left, right))
        parts = _apart(left, right)
        if not any(isinstance(count, Masked) for count in shown):
            told += 1
            assert not [count for count in parts if 0 < count < LEAST], (left.period, right.period)
        else:
            assert all(isinstance(count, Masked) or count == 0 for count in shown)
    assert told > 5


def _months() -> list[tuple[int, int]]:
    return [(first, last) for first, last in product(range(7, 13), repeat=2) if first <= last]


def _period(session: Session, world: World, first: int, last: int) -> Compared:
    return compared(session, world.initiative, date(2024, first, 1), date(2024, last, 28))


def _apart(left: Compared, right: Compared) -> list[int]:
    """By hand: who came in one alone, in both, and in the other alone."""
    one, other = ({a.happened_on.month for a in side.activities} for side in (left, right))
    return [sum(CAME[month - 7] for month in months) for months in (one - other, one & other, other - one)]


def _in(side: dict[str, dict[str, dict[str, dict[str, dict[str, int | str]]]]]) -> int | str:
    return side["evaluation"]["process"]["reach"]["dose"]["attendances"]
