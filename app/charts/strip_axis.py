"""The axis of a lead strip: years, or months when the span is short; percent across, pixels down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.charts.marks import tidy
from app.charts.scales import DateTick, TimeSpan, date_ticks
from app.charts.words import text_width

LETTERS, INSET, APART = 13, 3, 12
ROOM_OF_A_TICK = 52


@dataclass(frozen=True, slots=True)
class AxisTick:
    """`x` in percent; an empty label where words would collide or leave the picture."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class StripAxis:
    height: float
    above: bool
    ticks: tuple[AxisTick, ...]


def strip_axis(
    span: TimeSpan, month_label: Callable[[date], str], *, width: float = 1120, above: bool = False
) -> StripAxis:
    """`width` in pixels is how wide the axis is expected to be, to judge which labels fit."""
    ticks, free = [], 0.0
    for tick in date_ticks(span, int(width / ROOM_OF_A_TICK)):
        x, label = span.share(tick.day), tick_label(tick, month_label)
        end = x * width + INSET + text_width(label, LETTERS)
        fits = x * width >= free and end <= width
        free = end + APART if fits else free
        ticks.append(AxisTick(tidy(x * 100), label if fits else ""))
    return StripAxis(24 if above else 18, above, tuple(ticks))


def tick_label(tick: DateTick, month_label: Callable[[date], str]) -> str:
    return str(tick.day.year) if tick.is_year else month_label(tick.day)
