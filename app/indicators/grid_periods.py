"""Which days a grid asks for: one a period of the indicator, from where values lack."""

from collections.abc import Iterable, Sequence
from datetime import date

from app.measurement.months import add_months, month_index, month_start
from app.measurement.series import MONTHS_APART
from app.vocabulary import Frequency

ROWS = 12
"""A year of months, and what a screen holds."""
RECENT = 5
"""Periods before the present one that are always shown, since parts of them may lack."""


def period_of(day: date, frequency: Frequency) -> int:
    """Days of one period have one number; where there is no period, each day has its own."""
    months = MONTHS_APART.get(frequency)
    return month_index(day) // months if months else day.toordinal()


def days_asked_for(
    frequency: Frequency, known: Sequence[date], starts_on: date | None, as_of: date
) -> list[date]:
    """At most `ROWS`, the newest last; of a period that has values, the day of the newest of them.

    Others lie as the newest value lies in its period, or at the beginning where there is none.
    Empty for an indicator that is measured now and then.
    """
    months = MONTHS_APART.get(frequency)
    if months is None:
        return []
    newest = max(known, default=month_start(period_of(as_of, frequency) * months))
    by_period = {period_of(day, frequency): day for day in sorted(known)}
    first = period_of(starts_on, frequency) if starts_on else _first_lacking(by_period, frequency, as_of)
    here = period_of(newest, frequency)
    days = (
        by_period.get(period) or add_months(newest, (period - here) * months)
        for period in range(first, first + ROWS)
    )
    return [day for day in days if day <= as_of]


def step(frequency: Frequency, day: date, periods: int) -> date:
    return add_months(day, periods * MONTHS_APART.get(frequency, 1))


def _first_lacking(periods: Iterable[int], frequency: Frequency, as_of: date) -> int:
    """The first period after the first value without any, or one of the newest."""
    there, here = set(periods), period_of(as_of, frequency)
    if not there:
        return here - ROWS + 1
    lacking = next((period for period in range(min(there), here) if period not in there), here)
    return max(min(there), min(lacking, here - RECENT))
