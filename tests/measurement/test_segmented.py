"""Series around a dated change, checked against ordinary least squares by matrix."""

from datetime import timedelta

import numpy as np
import pytest
from scipy import stats

from app.measurement.missing import Missing, MissingReason
from app.measurement.movement import Movement
from app.measurement.segmented import BeforeAfter, Segmented, before_after, is_evenly_spaced, segmented
from app.vocabulary import Direction
from tests.measurement.series_builders import day, measured

BUMPS = [0.3, -0.5, 0.1, 0.7, -0.2, 0.4, -0.6, 0.2, -0.1, 0.5, -0.4, 0.0]


def stepped(before: int, after: int, step: int = 5) -> list[float]:
    values = [10 + 0.5 * place + BUMPS[place % 12] for place in range(before)]
    return values + [10 + step + 0.2 * place + BUMPS[(place * 5) % 12] for place in range(after)]


def matrix_answer(values: list[float], before: int) -> tuple[list[float], list[float], int]:
    """Coefficients b0 to b3, their standard errors and the degrees of freedom."""
    n = len(values)
    times = np.arange(n)
    later = (times >= before).astype(float)
    design = np.column_stack([np.ones(n), times, later, later * (times - before)])
    coefficients, _, _, _ = np.linalg.lstsq(design, np.array(values), rcond=None)
    residuals = np.array(values) - design @ coefficients
    variance = residuals @ residuals / (n - 4)
    errors = np.sqrt(np.diag(variance * np.linalg.inv(design.T @ design)))
    return list(coefficients), list(errors), n - 4


def test_the_fit_agrees_with_least_squares_by_matrix() -> None:
    values = stepped(12, 14)
    found = segmented(measured(values), day(12))
    assert isinstance(found, Segmented)
    (_, slope, level, change), errors, degrees = matrix_answer(values, 12)
    assert (found.slope_before, found.slope_after) == pytest.approx((slope, slope + change))
    for estimate, value, error in ((found.level, level, errors[2]), (found.slope, change, errors[3])):
        reach = stats.t.ppf(0.975, degrees) * error
        assert estimate.value == pytest.approx(value)
        assert (estimate.interval.low, estimate.interval.high) == pytest.approx(
            (value - reach, value + reach)
        )
        assert estimate.p == pytest.approx(2 * stats.t.sf(abs(value) / error, degrees))
    assert (found.points_before, found.points_after, len(found.entries)) == (12, 14, 26)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [(7, 9, MissingReason.TOO_FEW_POINTS_BEFORE), (9, 7, MissingReason.TOO_FEW_POINTS_AFTER)],
)
def test_eight_points_are_needed_on_each_side(before: int, after: int, reason: MissingReason) -> None:
    found = segmented(measured(stepped(before, after)), day(before))
    assert found == Missing(reason, 7, 8, tuple(range(1, 17)))


def test_eight_points_on_each_side_are_enough() -> None:
    assert isinstance(segmented(measured(stepped(8, 8)), day(8)), Segmented)


@pytest.mark.parametrize(("points", "has_p"), [(23, False), (24, True)])
def test_no_p_value_is_given_below_24_points(points: int, has_p: bool) -> None:
    found = segmented(measured(stepped(10, points - 10)), day(10))
    assert isinstance(found, Segmented)
    assert isinstance(found.level.p, float) is has_p
    if not has_p:
        assert found.level.p == found.slope.p == Missing(MissingReason.TOO_FEW_POINTS, 23, 24)


def test_a_perfect_fit_has_no_p_value() -> None:
    found = segmented(measured([1] * 12 + [5] * 12), day(12))
    assert isinstance(found, Segmented)
    assert found.level.p == Missing(MissingReason.NO_VARIATION, 24, 24)
    assert found.level.value == 4


def test_a_missing_month_is_refused() -> None:
    months = [*range(12), *range(13, 25)]
    found = segmented(measured(stepped(12, 12), months), day(13))
    assert isinstance(found, Missing)
    assert found.reason is MissingReason.UNEVEN_SPACING


def test_months_and_days_can_both_be_even() -> None:
    weekly = [point.on for point in measured([1, 2, 3])]
    assert weekly[0].day != weekly[1].day
    assert is_evenly_spaced(measured([1, 2, 3]))
    assert is_evenly_spaced(measured([1, 2, 3], [0, 3, 6]))
    assert not is_evenly_spaced(measured([1, 2, 3], [0, 1, 3]))


def test_two_values_in_one_month_are_even_only_by_days() -> None:
    first, second, third = measured([1, 2, 3])
    near = type(first)(4, first.on - timedelta(days=7), first.value, None)
    nearer = type(first)(5, first.on - timedelta(days=14), first.value, None)
    assert is_evenly_spaced([nearer, near, first])
    assert not is_evenly_spaced([near, first, second, third])
    odd = type(first)(6, first.on - timedelta(days=9), first.value, None)
    assert not is_evenly_spaced([odd, near, first])


def test_before_and_after_are_two_medians() -> None:
    found = before_after(measured([1, 2, 3, 4, 90, 7, 8, 9, 10, 11]), day(5), Direction.UP)
    assert isinstance(found, BeforeAfter)
    assert (found.median_before, found.median_after, found.difference) == (3, 9, 6)
    assert (found.points_before, found.points_after) == (5, 5)
    assert found.movement is Movement.IMPROVED
    assert found.entries == tuple(range(1, 11))


def test_a_fall_where_up_is_better_is_worse() -> None:
    found = before_after(measured([9] * 5 + [3] * 5), day(5), Direction.UP)
    assert isinstance(found, BeforeAfter)
    assert (found.difference, found.movement) == (-6, Movement.WORSE)


def test_the_day_of_the_change_counts_as_after() -> None:
    found = before_after(measured(range(10)), day(5) + timedelta(days=1), Direction.UP)
    assert found == Missing(MissingReason.TOO_FEW_POINTS_AFTER, 4, 5, tuple(range(1, 11)))


def test_before_and_after_need_five_points_each() -> None:
    found = before_after(measured(range(10)), day(4), Direction.UP)
    assert found == Missing(MissingReason.TOO_FEW_POINTS_BEFORE, 4, 5, tuple(range(1, 11)))
