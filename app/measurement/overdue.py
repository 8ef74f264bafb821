"""When the next value of an indicator is expected, and how late it is."""

from datetime import date, timedelta

from app.measurement.months import add_months
from app.measurement.series import MONTHS_APART
from app.measurement.thresholds import DEFAULT, Thresholds
from app.vocabulary import Frequency, InitiativeStatus


def next_value_on(frequency: Frequency, newest: date | None, begun_on: date) -> date | None:
    """A period after the newest value, or after it began to be measured; None for those now and then."""
    months = MONTHS_APART.get(frequency)
    return add_months(newest or begun_on, months) if months else None


def overdue_since(
    frequency: Frequency,
    newest: date | None,
    begun_on: date,
    as_of: date,
    thresholds: Thresholds = DEFAULT,
) -> date | None:
    """The day a value was expected on, once the days of grace are over; None while nothing is late."""
    expected = next_value_on(frequency, newest, begun_on)
    if expected is None or expected + timedelta(days=thresholds.value_grace_days) >= as_of:
        return None
    return expected


def is_over(status: InitiativeStatus, ends_on: date | None, as_of: date) -> bool:
    """One that is over waits for no further values."""
    return status is InitiativeStatus.COMPLETED or (ends_on is not None and ends_on < as_of)
