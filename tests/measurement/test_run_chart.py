"""Run charts: the median, and runs that chance hardly makes."""

import pytest
from scipy import stats

from app.measurement.missing import Missing, MissingReason
from app.measurement.run_chart import RunChart, RunRules, crossings_limit, longest_run_limit, run_chart
from app.vocabulary import Frequency
from tests.measurement.series_builders import measured


def rules(values: list[int], months: list[int] | None = None) -> RunRules:
    found = run_chart(measured(values, months), Frequency.MONTHLY)
    assert isinstance(found, RunChart)
    assert isinstance(found.rules, RunRules)
    return found.rules


def test_four_points_are_too_few() -> None:
    assert run_chart(measured([1, 2, 3, 4])) == Missing(MissingReason.TOO_FEW_POINTS, 4, 5, (1, 2, 3, 4))


def test_five_points_have_a_median_and_no_rules() -> None:
    found = run_chart(measured([1, 2, 3, 4, 90]))
    assert isinstance(found, RunChart)
    assert (found.median, found.points, found.entries) == (3, 5, (1, 2, 3, 4, 5))
    assert found.rules == Missing(MissingReason.TOO_FEW_POINTS, 5, 10, (1, 2, 3, 4, 5))


def test_ten_points_have_rules() -> None:
    found = rules([1, 9, 1, 9, 1, 9, 1, 9, 1, 9])
    assert (found.useful, found.longest_run, found.crossings) == (10, 1, 9)
    assert not found.is_unusual


@pytest.mark.parametrize("useful", range(1, 60))
def test_the_crossings_limit_is_the_binomial_quantile(useful: int) -> None:
    assert crossings_limit(useful) == max(stats.binom.ppf(0.05, useful - 1, 0.5), 0)


def test_thousands_of_points_have_a_crossings_limit_too() -> None:
    assert crossings_limit(10_000) == stats.binom.ppf(0.05, 9_999, 0.5)


@pytest.mark.parametrize(("useful", "limit"), [(0, 0), (1, 3), (10, 6), (12, 7), (24, 8)])
def test_the_longest_run_limit_grows_with_the_logarithm(useful: int, limit: int) -> None:
    assert longest_run_limit(useful) == limit


def test_no_useful_point_has_no_limit_to_cross() -> None:
    found = rules([4] * 10)
    assert (found.useful, found.longest_run, found.longest_run_limit) == (0, 0, 0)
    assert (found.crossings, found.crossings_limit, found.is_unusual) == (0, 0, False)


def test_points_on_the_median_are_not_useful() -> None:
    found = rules([1, 5, 9, 1, 5, 9, 1, 5, 9, 1, 9])
    assert (found.useful, found.crossings) == (8, 7)


def test_one_step_crosses_once_and_is_unusual() -> None:
    found = rules([1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9])
    assert (found.longest_run, found.longest_run_limit) == (6, 7)
    assert (found.crossings, found.crossings_limit) == (1, 3)
    assert found.is_unusual


def test_a_long_run_alone_is_unusual() -> None:
    found = rules([*[1] * 9, *[9, 1] * 6, *[9] * 9])
    assert (found.longest_run, found.longest_run_limit) == (9, 8)
    assert found.crossings >= found.crossings_limit
    assert found.is_unusual


def test_six_on_one_side_are_shifted_and_five_rising_are_trending() -> None:
    found = rules([3, 1, 2, 1, 2, 1, 6, 7, 8, 9, 7, 10])
    assert found.shifted == tuple(range(1, 13))
    assert found.trending == (6, 7, 8, 9, 10)


def test_five_on_one_side_are_not_shifted_and_four_rising_not_trending() -> None:
    found = rules([1, 2, 1, 2, 1, 9, 9, 8, 9, 8, 1, 9])
    assert found.shifted == found.trending == ()


def test_a_gap_ends_a_shift() -> None:
    values = [1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9]
    assert rules(values, [*range(3), *range(4, 10), *range(11, 14)]).shifted == ()
