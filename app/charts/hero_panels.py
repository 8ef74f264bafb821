"""The four panels of the hero, each under or beside its head, or the reason why there is nothing to draw."""

from dataclasses import dataclass

from app.charts.hours import HoursMarks, hours_head, hours_marks
from app.charts.marks import Box, Text, tidy
from app.charts.money import MoneyMarks, money_marks
from app.charts.plot import Plot, centred, head_height, panel_head
from app.charts.series import Series, SeriesMarks, series_marks
from app.charts.story import Absent, Hours, Money, Story
from app.charts.strip import Strip, strip
from app.charts.strip_sizes import HERO_NARROW, HERO_WIDE
from app.charts.words import text_width, wrap

HOURS_HEIGHT, SERIES_HEIGHT, MONEY_HEIGHT = (132, 112), (200, 170), (128, 110)  # wide, narrow
REFUSAL_LINE, REFUSAL_INSET, PAPER_RIM = 17, 12, 8


@dataclass(frozen=True, slots=True)
class Refusal:
    """A hatched `box` with the reason on `paper`, where the panel would have been."""

    box: Box
    paper: Box
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel and its head; `marks` is a Refusal where there is nothing to draw."""

    head: tuple[Text, ...]
    marks: Strip | HoursMarks | SeriesMarks | MoneyMarks | Refusal
    area: Box

    @property
    def refused(self) -> bool:
        return isinstance(self.marks, Refusal)


def led_panel(story: Story, plot: Plot) -> Panel:
    if isinstance(story.phases, Absent):
        return _refused(story.phases, plot, 0)
    head = panel_head(plot, 0, story.words.led)
    size = HERO_NARROW if plot.narrow else HERO_WIDE
    lanes = strip(story.phases, story.span, story.words.strip, size=size)
    return Panel(head, lanes, Box(plot.left, head_height(plot, head), plot.right - plot.left, lanes.height))


def hours_panel(hours: Hours | Absent, plot: Plot, y: float) -> Panel:
    if isinstance(hours, Absent):
        return _refused(hours, plot, y)
    head = hours_head(hours, plot, y)
    area = _area(plot, head, y, HOURS_HEIGHT)
    return Panel(head, hours_marks(hours, plot, area, head), area)


def series_panel(series: Series | Absent, plot: Plot, y: float) -> Panel:
    if isinstance(series, Absent):
        return _refused(series, plot, y)
    head = panel_head(plot, y, series.title, series.unit)
    area = _area(plot, head, y, SERIES_HEIGHT)
    return Panel(head, series_marks(series, plot, area, head), area)


def money_panel(money: Money | Absent, plot: Plot, y: float) -> Panel:
    if isinstance(money, Absent):
        return _refused(money, plot, y)
    head = panel_head(plot, y, money.title, money.unit)
    area = _area(plot, head, y, MONEY_HEIGHT)
    return Panel(head, money_marks(money, plot, area, head), area)


def _area(plot: Plot, head: tuple[Text, ...], y: float, heights: tuple[float, float]) -> Box:
    height = heights[1] if plot.narrow else heights[0]
    return Box(plot.left, tidy(y + head_height(plot, head)), plot.right - plot.left, height)


def _refused(absent: Absent, plot: Plot, y: float) -> Panel:
    """As tall as the lines of the reason need, and no shorter than the head beside it."""
    head = panel_head(plot, y, absent.title)
    top, right = y + head_height(plot, head), plot.width - 1 if plot.narrow else plot.right
    lines = wrap(absent.reason, right - plot.left - 4 * REFUSAL_INSET, plot.letters + 1)
    box = Box(plot.left, tidy(top), right - plot.left, len(lines) * REFUSAL_LINE + 2 * REFUSAL_INSET)
    gutter = 0 if plot.narrow else head[-1].y - top
    area = Box(plot.left, box.y, plot.right - plot.left, max(box.height, gutter))
    return Panel(head, _refusal(lines, box, plot.letters + 1), area)


def _refusal(lines: tuple[str, ...], box: Box, letters: float) -> Refusal:
    width = max(text_width(words, letters) for words in lines) + 2 * PAPER_RIM
    paper = Box(box.x + REFUSAL_INSET, box.y + PAPER_RIM, tidy(width), box.height - 2 * PAPER_RIM)
    first = box.y + REFUSAL_INSET + REFUSAL_LINE / 2
    return Refusal(
        box,
        paper,
        tuple(
            Text(paper.x + PAPER_RIM, centred(first + place * REFUSAL_LINE, letters), words, letters)
            for place, words in enumerate(lines)
        ),
    )
