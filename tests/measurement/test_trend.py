"""Theil-Sen and Mann-Kendall: known answers, enumeration of all orders, and scipy as a second opinion."""

from datetime import date
from decimal import Decimal
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from app.measurement.missing import Missing, MissingReason
from app.measurement.proportions import Interval
from app.measurement.series import Measured
from app.measurement.trend import (
    Trend,
    exact_p,
    kendall_s,
    normal_p,
    orders_by_inversions,
    s_variance,
    theil_half_apart,
    theil_sen,
    trend,
)
from tests.measurement.series_builders import measured

WHOLE = st.integers(min_value=-50, max_value=50).map(float)


@pytest.mark.parametrize(("n", "p"), [(3, 0.3333), (4, 0.0833), (5, 0.0167), (6, 0.0028), (7, 0.0004)])
def test_the_smallest_p_that_a_perfect_order_can_have(n: int, p: float) -> None:
    assert round(exact_p([float(value) for value in range(n)]), 4) == p


@pytest.mark.parametrize(
    ("values", "orders"), [([1.0, 2.0, 3.0], [1, 2, 2, 1]), ([1.0, 1.0, 2.0], [1, 1, 1]), ([7.0], [1])]
)
def test_orders_are_counted_by_their_falling_pairs(values: list[float], orders: list[int]) -> None:
    assert orders_by_inversions(values) == orders


@given(st.lists(st.integers(0, 4).map(float), min_size=2, max_size=6))
def test_exact_p_counts_all_orders_even_with_ties(values: list[float]) -> None:
    observed = abs(kendall_s(values))
    sums = [abs(kendall_s(order)) for order in permutations(values)]
    assert exact_p(values) == pytest.approx(sum(s >= observed for s in sums) / len(sums))


@given(st.permutations(range(10)))
def test_exact_p_agrees_with_scipy(order: list[int]) -> None:
    values = [float(value) for value in order]
    assert exact_p(values) == pytest.approx(stats.kendalltau(range(10), values, method="exact").pvalue)


@given(st.lists(WHOLE, min_size=5, max_size=30))
def test_slope_agrees_with_scipy(values: list[float]) -> None:
    times = [float(place * place) for place in range(len(values))]
    slope, interval = theil_sen(times, values)
    answer = stats.theilslopes(values, times)
    assert slope == pytest.approx(answer.slope)
    # Scipy rounds the ranks to the nearest slope, we round outwards.
    assert interval.low <= answer.low_slope + 1e-9
    assert interval.high >= answer.high_slope - 1e-9


def test_the_interval_takes_the_slopes_just_beyond_the_ranks_of_sen() -> None:
    # N' = 28 slopes and C = 1.96 * sqrt(65.33) = 15.84: ranks 6.08 and 22.92, the 6th and the 23rd.
    values = [1.0, 3.0, 2.0, 6.0, 4.0, 9.0, 7.0, 15.0]
    slopes = sorted(
        (values[later] - values[sooner]) / (later - sooner) for later in range(8) for sooner in range(later)
    )
    _, interval = theil_sen([float(place) for place in range(8)], values)
    assert interval == Interval(slopes[5], slopes[22])


@given(st.lists(WHOLE, min_size=12, max_size=30))
def test_variance_and_normal_p_agree_with_the_textbook(values: list[float]) -> None:
    n, ties = len(values), [values.count(value) for value in set(values)]
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    assert s_variance(values) == pytest.approx(variance)
    s = kendall_s(values)
    z = (s - (s > 0) + (s < 0)) / variance**0.5 if variance else 0.0
    assert normal_p(values) == pytest.approx(2 * stats.norm.sf(abs(z)))


@given(st.lists(WHOLE, max_size=40))
def test_s_is_what_comparing_every_pair_gives(values: list[float]) -> None:
    pairs = combinations(values, 2)
    assert kendall_s(values) == sum((after > before) - (after < before) for before, after in pairs)


def test_the_incomplete_method_compares_each_point_with_the_one_half_the_series_later() -> None:
    slope, interval = theil_half_apart([0.0, 1.0, 2.0, 3.0, 4.0], [0.0, 9.0, 9.0, 3.0, 13.0])
    assert (slope, interval) == ((3 / 3 + 4 / 3) / 2, Interval(1.0, 4 / 3))


@pytest.mark.parametrize(("points", "all_pairs"), [(400, True), (401, False)])
def test_a_very_long_series_is_compared_half_apart_and_says_so(points: int, all_pairs: bool) -> None:
    found = trend(measured(range(points)))
    assert isinstance(found, Trend)
    assert found.all_pairs is all_pairs
    assert found.interval.low <= found.slope <= found.interval.high


def test_s_is_rising_less_falling_pairs() -> None:
    assert kendall_s([1.0, 3.0, 2.0, 2.0]) == 3 - 2


def test_equal_values_show_no_trend() -> None:
    found = trend(measured([4] * 12))
    assert isinstance(found, Trend)
    assert (found.slope, found.s, found.p) == (0, 0, 1)


def test_four_points_are_too_few() -> None:
    assert trend(measured([1, 2, 3, 4])) == Missing(MissingReason.TOO_FEW_POINTS, 4, 5, (1, 2, 3, 4))


def test_a_trend_is_told_in_units_a_year_on_real_dates() -> None:
    days = [date(2019, 1, 1), date(2019, 1, 31), date(2020, 1, 1), date(2021, 1, 1), date(2023, 1, 1)]
    values = [Decimal((day - days[0]).days) * 2 for day in days]
    points = [Measured(i, day, value, None) for i, (day, value) in enumerate(zip(days, values, strict=True))]
    found = trend(points)
    assert isinstance(found, Trend)
    assert found.slope == pytest.approx(2 * 365.25)
    assert (found.begins_on, found.ends_on, found.points) == (days[0], days[-1], 5)
    assert (found.s, found.exact, round(found.p, 4), found.entries) == (10, True, 0.0167, (0, 1, 2, 3, 4))


@pytest.mark.parametrize(("points", "exact"), [(10, True), (11, False)])
def test_p_is_exact_up_to_ten_points(points: int, exact: bool) -> None:
    values = [float(place % 4) for place in range(points)]
    found = trend(measured([place % 4 for place in range(points)]))
    assert isinstance(found, Trend)
    assert found.exact is exact
    assert found.p == (exact_p(values) if exact else normal_p(values))


def test_days_that_coincide_give_no_slope() -> None:
    assert theil_sen([0.0, 0.0, 1.0], [5.0, 9.0, 7.0])[0] == 0
