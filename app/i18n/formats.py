"""Dates, numbers and money as the reader writes them."""

import re
from datetime import date, datetime
from decimal import Decimal

from babel import dates, numbers

from app.i18n.locale import babel_locale, current_language

Number = int | float | Decimal
NARROW_SPACE = "\u202f"
CODE_AT_NUMBER = re.compile(r"(?<=[A-Za-z])(?=\d)")
"""SEK225: a sign such as £ needs no space before the number, a code does."""


def format_date(day: date) -> str:
    """12 April 2018"""
    return _with_premier(day, dates.format_date(day, "long", locale=babel_locale()))


def format_day(day: date) -> str:
    """12 Apr 2018"""
    return _with_premier(day, dates.format_date(day, "medium", locale=babel_locale()))


def format_month(day: date) -> str:
    """April 2018"""
    return dates.format_skeleton("yMMMM", day, locale=babel_locale())


def format_month_short(day: date) -> str:
    """Apr 2018"""
    return dates.format_skeleton("yMMM", day, locale=babel_locale())


def format_moment(moment: datetime) -> str:
    """The day and the minute; seconds say nothing to people."""
    both = str(dates.get_datetime_format("medium", locale=babel_locale()))
    return both.format(format_time(moment), format_day(moment))


def format_time(moment: datetime) -> str:
    """17:03, of UTC"""
    return dates.format_time(moment, "short", locale=babel_locale())


def format_number(value: Number, decimals: int | None = None) -> str:
    """With as many decimals as it has, or exactly as many as are asked for."""
    if decimals is None:
        return numbers.format_decimal(value, locale=babel_locale(), decimal_quantization=False)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return numbers.format_decimal(value, format=pattern, locale=babel_locale())


def format_hours(value: Number) -> str:
    """Whole hours where they are whole, else to the quarter."""
    return numbers.format_decimal(value, format="#,##0.##", locale=babel_locale())


def format_money(amount: Number, currency: str, *, whole: bool = False) -> str:
    """£1,200 and £12.50: cents are shown where there are some. `whole` is for sums and computed amounts."""
    pattern = babel_locale().currency_formats["standard"].pattern
    if whole or amount == int(amount):
        pattern = pattern.replace("0.00", "0")
    text = numbers.format_currency(
        amount, currency, format=pattern, locale=babel_locale(), currency_digits=False
    )
    return _minus(CODE_AT_NUMBER.sub(NARROW_SPACE, text))


def format_percent(share: Number) -> str:
    """0.384 → 38%, and −0.384 → −38%"""
    return _minus(numbers.format_percent(share, locale=babel_locale()))


def _minus(text: str) -> str:
    """A hyphen is not a minus: it is shorter, and a line may break after it."""
    return text.replace("-", "\u2212")


def _with_premier(day: date, text: str) -> str:
    """1 avril → 1er avril: French counts the first of a month apart, CLDR does not."""
    is_first = current_language() == "fr" and day.day == 1
    return text.replace("1", "1er", 1) if is_first else text
