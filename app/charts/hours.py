"""Hours by side, mirrored about a line: citizens up, professionals down, as many bars as the width allows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.charts.labels import spread
from app.charts.marks import Box, Line, LineLook, Shape, Text, TextLook, tidy
from app.charts.plot import LABEL_LINE, Plot, Ticks, centred, panel_head, value_ticks
from app.charts.scales import LinearScale, next_month, nice_ticks
from app.charts.story import Hours, MonthHours, SideLabel
from app.charts.words import wrap
from app.vocabulary import Lead

MONTHS_A_BAR = (1, 3, 6, 12)
LEAST_WIDE, LEAST_NARROW = 2, 4  # units across that one bar needs
GAP, GAP_SHARE = 1.4, 0.25
NARROWEST, WIDEST = 0.6, 48

Bar = tuple[date, float, float]


@dataclass(frozen=True, slots=True)
class HoursMarks:
    """`citizens` and `professionals` are the bars of each side, as one path each."""

    ticks: Ticks
    citizens: str
    professionals: str
    middle: Line
    shapes: tuple[Shape, ...]
    labels: tuple[Text, ...]


def months_a_bar(plot: Plot) -> int:
    """How many months one bar holds, so that bars stay wide enough to see."""
    least = LEAST_NARROW if plot.narrow else LEAST_WIDE
    room = (plot.right - plot.left) / plot.across.span.months
    return next((months for months in MONTHS_A_BAR if room * months >= least), MONTHS_A_BAR[-1])


def hours_head(hours: Hours, plot: Plot, y: float) -> tuple[Text, ...]:
    return panel_head(plot, y, hours.title, hours.units[months_a_bar(plot)])


def hours_marks(hours: Hours, plot: Plot, area: Box, head: Sequence[Text]) -> HoursMarks:
    bars = _bars(hours.months, months_a_bar(plot), plot)
    up, down = max((bar[1] for bar in bars), default=0), max((bar[2] for bar in bars), default=0)
    scale = (
        LinearScale(-down, up, area.bottom, area.y) if up + down else LinearScale(-1, 1, area.bottom, area.y)
    )
    shapes, labels = _side_labels(hours, plot, area, scale(0))
    return HoursMarks(
        ticks=value_ticks(
            plot,
            _levels(up, down),
            scale,
            lambda value: hours.axis_label(abs(value)),
            head,
        ),
        citizens=_path(plot, scale, ((bar[0], bar[1]) for bar in bars), months_a_bar(plot)),
        professionals=_path(plot, scale, ((bar[0], -bar[2]) for bar in bars), months_a_bar(plot)),
        middle=Line(plot.left, tidy(scale(0)), plot.right, tidy(scale(0)), LineLook.MIDDLE),
        shapes=shapes,
        labels=labels,
    )


def _levels(up: float, down: float) -> list[float]:
    """Few round hours, but at least one."""
    few, more = ([value for value in nice_ticks(-down, up, most) if value] for most in (3, 6))
    return few or more


def _bars(months: Iterable[MonthHours], size: int, plot: Plot) -> list[Bar]:
    """Hours of both sides by the first month of each bar, within the span."""
    citizens: dict[date, float] = defaultdict(float)
    professionals: dict[date, float] = defaultdict(float)
    span = plot.across.span
    for entry in months:
        if span.first < next_month(entry.month) and entry.month <= span.last:
            first = _first_month(entry.month, size)
            citizens[first] += entry.citizens
            professionals[first] += entry.professionals
    return [(first, citizens[first], professionals[first]) for first in sorted(citizens)]


def _first_month(month: date, size: int) -> date:
    return month.replace(month=(month.month - 1) // size * size + 1, day=1)


def _path(plot: Plot, scale: LinearScale, bars: Iterable[tuple[date, float]], size: int) -> str:
    """One closed box a bar, from the middle line to its value, in the middle of its months."""
    middle = tidy(scale(0))
    return "".join(_bar(plot, first, size, middle, tidy(scale(value))) for first, value in bars if value)


def _bar(plot: Plot, first: date, size: int, middle: float, end: float) -> str:
    x = plot.across(first)
    room = plot.across(next_month(first, size)) - x
    width = min(WIDEST, max(NARROWEST, room - min(GAP, room * GAP_SHARE)), room)
    return f"M{tidy(x + (room - width) / 2)} {middle}V{end}h{tidy(width)}V{middle}z"


def _side_labels(
    hours: Hours, plot: Plot, area: Box, middle: float
) -> tuple[tuple[Shape, ...], tuple[Text, ...]]:
    """Above and below the middle line where there is room, pushed into the panel where there is not."""
    sides = ((Lead.CITIZENS, hours.citizens), (Lead.PROFESSIONALS, hours.professionals))
    lines = [_lines(side, plot) for _, side in sides]
    heights = [LABEL_LINE * len(words) + 4 for words in lines]
    places = spread([middle - heights[0] / 2, middle + heights[1] / 2], heights, area.y - 8, area.bottom + 8)
    tops = [place - height / 2 + LABEL_LINE / 2 + 2 for place, height in zip(places, heights, strict=True)]
    shapes = (Shape(side[0], plot.label_x + 5, tidy(top), 5) for side, top in zip(sides, tops, strict=True))
    texts = (
        Text(plot.label_x + 15, centred(top + index * LABEL_LINE, plot.letters), words, plot.letters, look)
        for top, side in zip(tops, lines, strict=True)
        for index, (words, look) in enumerate(side)
    )
    return tuple(shapes), tuple(texts)


def _lines(side: SideLabel, plot: Plot) -> list[tuple[str, TextLook]]:
    room = plot.label_room - 15
    names = [(words, TextLook.STRONG) for words in wrap(side.name, room, plot.letters, strong=True, most=2)]
    notes = wrap(side.note, room, plot.letters, most=2) if side.note else ()
    return [*names, *((words, TextLook.MUTED) for words in notes)]
