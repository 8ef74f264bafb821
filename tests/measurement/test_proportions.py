"""Wilson's interval: the known answers, and when a percentage may be written."""

import pytest

from app.measurement.missing import Missing, MissingReason
from app.measurement.proportions import Interval, Proportion, proportion, wilson


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (3, 10, 0.1078, 0.6032),
        (10, 10, 0.7225, 1.0),
        (12, 20, 0.3866, 0.7812),
        (1, 1, 0.2065, 1.0),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_the_known_intervals(count: int, n: int, low: float, high: float) -> None:
    found = wilson(count, n)
    assert isinstance(found, Interval)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_nobody_has_no_interval() -> None:
    assert wilson(0, 0) == proportion(0, 0) == Missing(MissingReason.NO_DENOMINATOR, 0, 1)


def test_a_proportion_is_refused_below_the_least_number_of_people() -> None:
    assert proportion(3, 9, least=10) == Missing(MissingReason.TOO_FEW_PEOPLE, 9, 10)
    assert isinstance(proportion(3, 10, least=10), Proportion)
    assert isinstance(proportion(1, 1), Proportion)


@pytest.mark.parametrize(("n", "as_percentage"), [(19, False), (20, True)])
def test_below_twenty_people_no_percentage_is_written(n: int, as_percentage: bool) -> None:
    found = proportion(3, n)
    assert isinstance(found, Proportion)
    assert found.as_percentage is as_percentage
    assert (found.count, found.n, found.share) == (3, n, 3 / n)
