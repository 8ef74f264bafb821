"""Observations made into a series, and runs within it."""

from datetime import date
from decimal import Decimal

import pytest

from app.measurement.months import add_months, month_index, month_start
from app.measurement.runs import shifts, trends
from app.measurement.series import entries, series, split_on, unbroken
from app.vocabulary import Aggregation, Frequency
from tests.measurement.series_builders import day, indicator, measured, observations

LATE = day(60)
CUMULATIVE = Aggregation.CUMULATIVE


def test_values_a_period_come_in_order_of_time() -> None:
    points = series(indicator(), observations(5, 3, 4)[::-1], LATE)
    assert [(point.id, point.value) for point in points] == [(1, 5), (2, 3), (3, 4)]


def test_cumulative_values_become_what_each_period_added() -> None:
    points = series(indicator(aggregation=CUMULATIVE), observations(16, 36, 62), LATE)
    assert [(point.id, point.value) for point in points] == [(2, 20), (3, 26)]


def test_a_cumulative_series_can_begin_at_its_baseline() -> None:
    points = series(indicator(aggregation=CUMULATIVE, baseline="10"), observations(16, 36), LATE)
    assert [(point.id, point.value) for point in points] == [(1, 6), (2, 20)]


def test_no_observation_makes_no_series() -> None:
    assert series(indicator(aggregation=CUMULATIVE), [], LATE) == series(indicator(), [], LATE) == ()


def test_categories_and_the_total_are_different_series() -> None:
    mixed = [*observations(5, 6), *observations(2, 3, category="women", first=10)]
    assert [point.value for point in series(indicator(), mixed, LATE)] == [5, 6]
    assert [point.value for point in series(indicator(), mixed, LATE, "women")] == [2, 3]


@pytest.mark.parametrize(
    ("frequency", "months", "stretches"),
    [
        (Frequency.MONTHLY, [0, 1, 2], [3]),
        (Frequency.MONTHLY, [0, 1, 3], [2, 1]),
        (Frequency.QUARTERLY, [0, 3, 6], [3]),
        (Frequency.QUARTERLY, [0, 3, 7], [2, 1]),
        (Frequency.HALF_YEARLY, [0, 6, 13], [2, 1]),
        (Frequency.YEARLY, [0, 12, 25], [2, 1]),
        (Frequency.IRREGULAR, [0, 1, 40], [3]),
    ],
)
def test_a_missing_period_breaks_the_line(
    frequency: Frequency, months: list[int], stretches: list[int]
) -> None:
    found = unbroken(measured([1, 2, 3], months), frequency)
    assert [len(stretch) for stretch in found] == stretches


def test_no_points_have_no_stretch() -> None:
    assert unbroken((), Frequency.MONTHLY) == ()


def test_a_series_can_be_cut_on_several_days() -> None:
    parts = split_on(measured([1, 2, 3, 4]), [day(3), day(1)])
    assert [entries(part) for part in parts] == [(1,), (2, 3), (4,)]


def test_runs_on_one_side_name_their_places_and_side() -> None:
    values = [Decimal(value) for value in (1, 1, 5, 9, 9, 9)]
    assert shifts(values, Decimal(5), 3) == {3: 1, 4: 1, 5: 1}
    assert shifts(values, Decimal(5), 2) == {0: -1, 1: -1, 3: 1, 4: 1, 5: 1}


def test_a_turning_point_belongs_to_the_run_that_it_ends() -> None:
    values = [Decimal(value) for value in (1, 2, 3, 2, 1)]
    assert trends(values, 3) == {0: 1, 1: 1, 2: 1, 3: -1, 4: -1}


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2020, 3, 31), -1, date(2020, 2, 29)),
        (date(2020, 12, 31), -12, date(2019, 12, 31)),
        (date(2019, 11, 30), 3, date(2020, 2, 29)),
        (date(2020, 1, 15), 12, date(2021, 1, 15)),
    ],
)
def test_months_keep_the_day_or_take_the_last_one(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_place(month: int) -> None:
    assert month_start(month_index(date(2020, month, 17))) == date(2020, month, 1)
