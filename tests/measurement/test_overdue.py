"""When the next value is expected, and from when on it is late."""

from datetime import date, timedelta

import pytest

from app.measurement.overdue import is_over, next_value_on, overdue_since
from app.measurement.thresholds import DEFAULT
from app.vocabulary import Frequency, InitiativeStatus

BEGUN, NEWEST = date(2025, 1, 10), date(2025, 1, 31)
EXPECTED = date(2025, 2, 28)
GRACE = timedelta(days=DEFAULT.value_grace_days)


def test_a_value_is_expected_a_period_after_the_newest() -> None:
    assert next_value_on(Frequency.MONTHLY, NEWEST, BEGUN) == EXPECTED


def test_the_first_value_is_expected_a_period_after_it_began() -> None:
    assert next_value_on(Frequency.QUARTERLY, None, BEGUN) == date(2025, 4, 10)


def test_what_is_measured_now_and_then_is_never_late() -> None:
    assert overdue_since(Frequency.IRREGULAR, NEWEST, BEGUN, date(2035, 1, 1)) is None


def test_it_is_late_once_the_days_of_grace_are_over() -> None:
    assert overdue_since(Frequency.MONTHLY, NEWEST, BEGUN, EXPECTED + GRACE) is None
    late = EXPECTED + GRACE + timedelta(days=1)
    assert overdue_since(Frequency.MONTHLY, NEWEST, BEGUN, late) == EXPECTED


@pytest.mark.parametrize(
    ("status", "ends_on", "over"),
    [
        (InitiativeStatus.ACTIVE, None, False),
        (InitiativeStatus.ACTIVE, BEGUN, False),
        (InitiativeStatus.ACTIVE, BEGUN - timedelta(days=1), True),
        (InitiativeStatus.COMPLETED, None, True),
    ],
)
def test_one_that_is_over_waits_for_no_values(
    status: InitiativeStatus, ends_on: date | None, over: bool
) -> None:
    assert is_over(status, ends_on, BEGUN) is over
