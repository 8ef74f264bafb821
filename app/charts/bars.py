"""Horizontal bars, as for costs by stage: label and value on one line, the bar below; percent across."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.charts.marks import tidy

ROW, LABEL_Y, BAR_Y = 38, 14, 21


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` is the amount as people read it; amounts below zero draw no bar."""

    label: str
    amount: float
    value: str


@dataclass(frozen=True, slots=True)
class Bar:
    """`width` in percent of the longest bar; heights in pixels."""

    label: str
    value: str
    width: float
    label_y: float
    y: float


@dataclass(frozen=True, slots=True)
class Bars:
    height: float
    rows: tuple[Bar, ...]


def bars(amounts: Iterable[Amount]) -> Bars:
    """In the order given: a ranking is not for a picture to make."""
    known = list(amounts)
    longest = max((each.amount for each in known), default=0)
    return Bars(
        height=ROW * len(known),
        rows=tuple(_bar(each, longest, place * ROW) for place, each in enumerate(known)),
    )


def _bar(each: Amount, longest: float, top: float) -> Bar:
    return Bar(each.label, each.value, _share(each.amount, longest), top + LABEL_Y, top + BAR_Y)


def _share(amount: float, longest: float) -> float:
    return tidy(max(0.0, amount) / longest * 100) if longest > 0 else 0
