"""The dates of a series: every week from a day to a day, and so on."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from itertools import count, takewhile
from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from app.activities.series_sheet import MOST_ROWS, Sheet
from app.fields import PastDay, Strict
from app.i18n import N_, _
from app.refusals import Invalid


class Every(StrEnum):
    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"


DAYS = {Every.DAY: 1, Every.WEEK: 7, Every.FORTNIGHT: 14}


class DatesWanted(Strict):
    every: Every
    starts_on: PastDay
    ends_on: PastDay

    @model_validator(mode="after")
    def ends_after_it_starts(self) -> Self:
        if self.ends_on < self.starts_on:
            message = N_("The end is before the start.")
            raise PydanticCustomError("ends_before_start", message, {"field": "ends_on"})
        return self


def fill_dates(sheet: Sheet) -> None:
    """Into the rows without a date, and into new ones below them."""
    found = list(dates(sheet.form.read(DatesWanted)))
    taken = sum(bool(row.cells["happened_on"]) for row in sheet.rows)
    if taken + len(found) > MOST_ROWS:
        raise Invalid(
            {"ends_on": _("There is room for {most} rows. Choose a shorter time.").format(most=MOST_ROWS)}
        )
    open_rows = [row for row in sheet.rows if not row.cells["happened_on"]]
    for row, day in zip(sheet.with_more(open_rows, len(found)), found, strict=True):
        row.cells.typed["happened_on"] = [day.isoformat()]


def dates(wanted: DatesWanted) -> Iterator[date]:
    days = (_after(wanted.starts_on, wanted.every, steps) for steps in count())
    return takewhile(lambda day: day <= wanted.ends_on, days)


def _after(first: date, every: Every, steps: int) -> date:
    """Months keep the day of the first, or end where they end: 31 January, 28 February, 31 March."""
    if every is not Every.MONTH:
        return first + timedelta(days=DAYS[every] * steps)
    years, month = divmod(first.month - 1 + steps, 12)
    year = first.year + years
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))
