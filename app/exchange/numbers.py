"""Numbers as files write them: with a decimal comma or point, spaces or signs between the thousands."""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from app.fields import LARGEST_MEASURE

PLACES = 6
"""Decimal places that are stored."""

ALIKE = str.maketrans({"\u2212": "-", **dict.fromkeys("\u00a0\u202f\u2009'’", " ")})
ONE_SIGN = re.compile(r"[-+]?(?P<before>[0-9]*)(?P<sign>[.,])(?P<after>[0-9]*)([eE][-+]?[0-9]{1,2})?")
TEXT_OF_EXCEL = re.compile(r'="(.*)"')
"""How Excel keeps a number from being read as one: ="0123"."""


class DecimalSign(StrEnum):
    POINT = "point"
    COMMA = "comma"


GROUP = {DecimalSign.POINT: ",", DecimalSign.COMMA: r"\."}
MARK = {DecimalSign.POINT: r"\.", DecimalSign.COMMA: ","}
NUMBERS = {
    sign: re.compile(
        rf"[-+]?(?:(?:[0-9]+|[0-9]{{1,3}}(?: [0-9]{{3}})+|[0-9]{{1,3}}(?:{GROUP[sign]}[0-9]{{3}})+)"
        rf"(?:{MARK[sign]}[0-9]*)?|{MARK[sign]}[0-9]+)(?:[eE][-+]?[0-9]{{1,2}})?"
    )
    for sign in DecimalSign
}


def plain(text: str) -> str:
    """Without what Excel wraps around it, and with one kind of space and of minus."""
    wrapped = TEXT_OF_EXCEL.fullmatch(text)
    return (wrapped[1] if wrapped else text).translate(ALIKE).strip()


def number(text: str, sign: DecimalSign) -> Decimal | None:
    """None for what is no number written this way."""
    typed = plain(text)
    if not NUMBERS[sign].fullmatch(typed):
        return None
    group = "," if sign is DecimalSign.POINT else "."
    return Decimal(typed.replace(" ", "").replace(group, "").replace(",", "."))


def without_percent(text: str) -> str:
    return plain(text).removesuffix("%").rstrip()


def is_number(text: str) -> bool:
    """In either way of writing, or a percentage."""
    return any(number(without_percent(text), sign) is not None for sign in DecimalSign)


def decimal_sign(texts: Iterable[str]) -> DecimalSign | None:
    """The sign that the numbers show. None where 1,234 can be either, or where they contradict each other."""
    is_open = False
    shown: set[DecimalSign] = set()
    for text in texts:
        says = _says(without_percent(text))
        is_open = is_open or len(says) > 1
        shown |= says if len(says) == 1 else set()
    if len(shown) == 1:
        return shown.pop()
    return None if is_open or shown else DecimalSign.POINT


def stored(value: Decimal) -> Decimal:
    """Rounded to what can be stored; what is far too large stays, to be refused."""
    if abs(value) > LARGEST_MEASURE or -value.as_tuple().exponent <= PLACES:  # type: ignore[operator]  # finite
        return value
    return value.quantize(Decimal(1).scaleb(-PLACES), ROUND_HALF_UP)


def decimals(value: Decimal) -> int:
    """How many places it is written with."""
    return max(0, -value.normalize().as_tuple().exponent)  # type: ignore[operator]  # finite


def _says(text: str) -> set[DecimalSign]:
    """Which decimal signs a text allows: both for 1,234, neither where it has no sign or is no number."""
    if "." not in text and "," not in text:
        return set()
    allowed = {sign for sign in DecimalSign if NUMBERS[sign].fullmatch(text)}
    one = ONE_SIGN.fullmatch(text)
    if one and len(allowed) == 2 and one["before"] in {"", "0", "00"}:
        return {DecimalSign.COMMA if one["sign"] == "," else DecimalSign.POINT}  # 0,123 groups no thousands
    return allowed
