"""Days as files write them: 2018-04-12, 12/04/2018, 20180412, 12 April 2018, 12 avril 2018."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from app.exchange.numbers import plain


class DayOrder(StrEnum):
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


ZONE = r"(?:Z| ?[-+][0-9]{2}:?[0-9]{2})?"
TIME = rf"(?:[T ]+[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:[.,][0-9]+)?)?(?: ?[AaPp][Mm])?{ZONE})?"
YEAR_FIRST = re.compile(rf"(?P<y>[0-9]{{4}})([-/.])(?P<m>[0-9]{{1,2}})\2(?P<d>[0-9]{{1,2}}){TIME}")
COMPACT = re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?:\.0+)?")
YEAR_LAST = re.compile(rf"(?P<a>[0-9]{{1,2}})([-/.])(?P<b>[0-9]{{1,2}})\2(?P<y>[0-9]{{4}}){TIME}")
DAY_NAMED = re.compile(r"(?P<d>[0-9]{1,2})(?:er|st|nd|rd|th)?[ -](?P<m>[a-z]+)\.?[ -](?P<y>[0-9]{4})")
MONTH_NAMED = re.compile(r"(?P<m>[a-z]+)\.? (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<y>[0-9]{4})")
MONTHS = (
    "jan january janv janvier",
    "feb february fev fevr fevrier",
    "mar march mars",
    "apr april avr avril",
    "may mai",
    "jun june juin",
    "jul july juil juillet",
    "aug august aout",
    "sep sept september septembre",
    "oct october octobre",
    "nov november novembre",
    "dec december decembre",
)
NUMBER_OF_MONTH = {name: number for number, names in enumerate(MONTHS, start=1) for name in names.split()}
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)


def day(text: str, order: DayOrder | None = None) -> date | None:
    """None for what is no day. Without an order, 12/04/2018 is one only if it can be read in one way."""
    typed = plain(text)
    if found := YEAR_FIRST.fullmatch(typed) or COMPACT.fullmatch(typed):
        return _date(found["y"], found["m"], found["d"])
    if found := YEAR_LAST.fullmatch(typed):
        return _year_last(found, order)
    named = _without_accents(typed)
    if found := DAY_NAMED.fullmatch(named) or MONTH_NAMED.fullmatch(named):
        return _date(found["y"], str(NUMBER_OF_MONTH.get(found["m"], 0)), found["d"])
    return None


def is_day(text: str) -> bool:
    return any(day(text, order) for order in DayOrder)


def day_order(texts: Iterable[str]) -> DayOrder | None:
    """The order that reads the whole column. None where both do and differ, or where neither does."""
    numbered = [text for text in texts if _is_open(text)]
    able = [order for order in DayOrder if all(day(text, order) for text in numbered)]
    matters = any(day(text, DayOrder.DAY_FIRST) != day(text, DayOrder.MONTH_FIRST) for text in numbered)
    if len(able) == 1 or (able and not matters):
        return able[0]
    return None


def looks_like_a_day(text: str) -> bool:
    """20190202 in a column of numbers: a date that slipped into it."""
    found = COMPACT.fullmatch(plain(text))
    as_day = _date(found["y"], found["m"], found["d"]) if found else None
    return as_day is not None and EARLIEST <= as_day <= LATEST


def _is_open(text: str) -> bool:
    """A day that has two numbers which may be the month, such as 12/04/2018 or 31/04/2018."""
    found = YEAR_LAST.fullmatch(plain(text))
    return found is not None and found[2] != "." and is_day(text)


def _year_last(found: re.Match[str], order: DayOrder | None) -> date | None:
    as_day_first = _date(found["y"], found["b"], found["a"])
    if found[2] == ".":
        return as_day_first
    as_month_first = _date(found["y"], found["a"], found["b"])
    if order is None:
        readings = {as_day_first, as_month_first} - {None}
        return readings.pop() if len(readings) == 1 else None
    return as_day_first if order is DayOrder.DAY_FIRST else as_month_first


def _date(year: str, month: str, of_month: str) -> date | None:
    try:
        return date(int(year), int(month), int(of_month))
    except ValueError:
        return None


def _without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text.lower()) if sign.isascii())
