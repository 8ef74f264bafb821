"""One cell of a file: the value it gives, or why it gives none."""

from dataclasses import dataclass
from decimal import Decimal

from app.exchange import remarks
from app.exchange.days import looks_like_a_day
from app.exchange.missing import is_missing
from app.exchange.numbers import DecimalSign, number, plain, stored, without_percent
from app.exchange.series import Series
from app.i18n import _


class Refused(Exception):
    """Why a cell is not taken, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Reading:
    value: Decimal
    is_rounded: bool


def value_in(text: str, series: Series, sign: DecimalSign, *, may_be_day: bool) -> Reading:
    """The number a cell holds; `may_be_day` where eight digits such as 20190202 are no usual number."""
    if may_be_day and looks_like_a_day(text):
        raise Refused(_(remarks.DATE))
    found = number(_of_percent(text, series), sign)
    if found is None:
        raise Refused(_(remarks.NO_NUMBER))
    value = stored(found)
    smallest, largest = series.range
    if (smallest is not None and value < smallest) or (largest is not None and value > largest):
        raise Refused(_(remarks.OUTSIDE))
    return Reading(value, value != found)


def _of_percent(text: str, series: Series) -> str:
    typed = plain(text)
    if not typed.endswith("%"):
        return typed
    if not series.is_percent:
        raise Refused(_(remarks.PERCENT))
    return without_percent(text)


def people_in(text: str, sign: DecimalSign) -> int | None:
    """How many people; None where nobody counted."""
    if is_missing(text):
        return None
    found = number(text, sign)
    if found is None or found != found.to_integral_value():
        raise Refused(_(remarks.WHOLE))
    if found < 0:
        raise Refused(_(remarks.NEGATIVE))
    return int(found)


def spread_in(text: str, sign: DecimalSign) -> Decimal | None:
    """A standard deviation; None where there is none."""
    if is_missing(text):
        return None
    found = number(text, sign)
    if found is None:
        raise Refused(_(remarks.NO_NUMBER))
    if found < 0:
        raise Refused(_(remarks.NEGATIVE))
    return stored(found)
