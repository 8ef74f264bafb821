"""Rows of days for entries that come back: by rule, not by lot, so that every seed is the same."""

from calendar import monthrange
from datetime import date, timedelta

DAYS_A_WEEK = 7


def same_day(first: date, times: int, every: int) -> list[date]:
    """The same day of the month every so many months, or the last day where the month is shorter."""
    return [_on_day(first.day, _month(first, step * every)) for step in range(times)]


def same_weekday(first: date, times: int, every: int) -> list[date]:
    """The same weekday in the same week of the month: the second Tuesday, as meetings go."""
    return [_on_weekday(first, _month(first, step * every)) for step in range(times)]


def period_ends(first: date, times: int, every: int) -> list[date]:
    """The last day of each period, the first of which begins in the month of `first`."""
    return [_month(first, (step + 1) * every) - timedelta(days=1) for step in range(times)]


def _month(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def _on_day(day: int, month: date) -> date:
    return month.replace(day=min(day, monthrange(month.year, month.month)[1]))


def _on_weekday(first: date, month: date) -> date:
    week_begins = month + timedelta(days=DAYS_A_WEEK * ((first.day - 1) // DAYS_A_WEEK))
    return week_begins + timedelta(days=(first.weekday() - week_begins.weekday()) % DAYS_A_WEEK)
