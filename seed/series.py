"""Small rows of dates and entries for the stories: written out, not drawn by lot, so that each seed is the same."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle

from seed.story import Activity, Cost, Number, Observation

DAYS_A_WEEK = 7


def each_month(first: date, times: int, every: int = 1) -> list[date]:
    """The same day of the month, `times` times; the day must exist in every month."""
    return [_month(first, step * every).replace(day=first.day) for step in range(times)]


def month_ends(first: date, times: int, every: int = 1) -> list[date]:
    """The last day of each period that begins in the month of `first`."""
    return [_month(first, (step + 1) * every) - timedelta(days=1) for step in range(times)]


def meetings(first: date, times: int, every: int = 1) -> list[date]:
    """The same weekday in the same week of the month: the second Tuesday, as meetings go."""
    return [_same_weekday(first, _month(first, step * every)) for step in range(times)]


def recurring(
    pattern: Activity, days: Iterable[date], *hours: tuple[int, int, Number, Number]
) -> tuple[Activity, ...]:
    """The activity again on each day; `hours` are (citizens, professionals, and the hours of each), in turn."""
    return tuple(
        replace(
            pattern,
            happened_on=day,
            citizens=citizens,
            professionals=professionals,
            citizen_hours=citizen_hours,
            professional_hours=professional_hours,
        )
        for day, (citizens, professionals, citizen_hours, professional_hours) in zip(
            days, cycle(hours), strict=False
        )
    )


def paid(pattern: Cost, days: Iterable[date], amounts: Sequence[Number]) -> tuple[Cost, ...]:
    """The same cost on each day, the amounts in turn."""
    return tuple(
        replace(pattern, spent_on=day, amount=amount)
        for day, amount in zip(days, cycle(amounts), strict=False)
    )


def observed(
    days: Iterable[date], values: Sequence[Number | None], source: str = "", note: str = ""
) -> tuple[Observation, ...]:
    """One value a day; None leaves a gap, since what was not measured is not zero."""
    return tuple(
        Observation(observed_on=day, value=value, source=source, note=note)
        for day, value in zip(days, values, strict=True)
        if value is not None
    )


def _month(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def _same_weekday(first: date, month: date) -> date:
    week_begins = month + timedelta(days=DAYS_A_WEEK * ((first.day - 1) // DAYS_A_WEEK))
    return week_begins + timedelta(days=(first.weekday() - week_begins.weekday()) % DAYS_A_WEEK)
