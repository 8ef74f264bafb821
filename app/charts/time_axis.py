"""The time axis under the panels of a picture: line, ticks, labels, and rules up through the panels."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.charts.marks import Box, Line, LineLook, Text, TextLook, tidy
from app.charts.plot import Plot
from app.charts.scales import date_ticks
from app.charts.strip_axis import APART, ROOM_OF_A_TICK, tick_label
from app.charts.words import text_width

TICK, LABEL_Y, INSET = 5, 16, 3


@dataclass(frozen=True, slots=True)
class TimeAxis:
    line: Line
    rules: tuple[Line, ...]
    ticks: tuple[Line, ...]
    labels: tuple[Text, ...]


def time_axis(plot: Plot, area: Box, month_label: Callable[[date], str]) -> TimeAxis:
    """Along the bottom of `area`, with rules up to its top."""
    ticks = date_ticks(plot.across.span, int(area.width / ROOM_OF_A_TICK))
    places = [tidy(plot.across(tick.day)) for tick in ticks]
    wanted = [
        Text(x + INSET, area.bottom + LABEL_Y, tick_label(tick, month_label), plot.letters, TextLook.MUTED)
        for x, tick in zip(places, ticks, strict=True)
    ]
    return TimeAxis(
        line=Line(plot.left, area.bottom, plot.right, area.bottom, LineLook.AXIS),
        rules=tuple(Line(x, area.y, x, area.bottom, LineLook.RULE) for x in places),
        ticks=tuple(Line(x, area.bottom, x, area.bottom + TICK, LineLook.AXIS) for x in places),
        labels=_fitting(wanted, plot.width),
    )


def _fitting(wanted: list[Text], edge: float) -> tuple[Text, ...]:
    """Without those that would run into the one before or over the edge."""
    labels, free = [], 0.0
    for text in wanted:
        end = text.x + text_width(text.words, text.size)
        if text.x >= free and end <= edge:
            labels.append(text)
            free = end + APART
    return tuple(labels)
