"""The evaluation hero: who led, hours, one indicator and money on one time axis, with events.

`hero(story)` is the wide picture, `hero(story, narrow=True)` its sibling for the phone; both are drawn by
`hero` of `charts/hero.html`. A panel that is `Absent` becomes a `Refusal`: a hatched line with its reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.charts.events import EventMarks, event_marks
from app.charts.hero_panels import Panel, hours_panel, led_panel, money_panel, series_panel
from app.charts.lanes import StripPhase
from app.charts.marks import Band, Box, Text, TextLook, tidy
from app.charts.plot import Plot, centred
from app.charts.scales import DateScale
from app.charts.story import Absent, Story
from app.charts.strip import Strip
from app.charts.strip_sizes import HERO_NARROW, HERO_WIDE
from app.charts.time_axis import TimeAxis, time_axis
from app.vocabulary import Lead, PhaseKind

WIDE_WIDTH, WIDE_LEFT, WIDE_LETTERS = 1184, 150, 13
NARROW_WIDTH, NARROW_LEFT, NARROW_LETTERS = 344, 0, 12
PANEL_GAP, EVENTS_GAP, FOOT, AXIS_FOOT = 30, 42, 6, 22


@dataclass(frozen=True, slots=True)
class Hero:
    """All panels placed; `lane_labels` name the lanes of the strip. Lengths in viewBox units."""

    width: float
    height: float
    narrow: bool
    led: Panel
    lane_labels: tuple[Text, ...]
    hours: Panel
    indicator: Panel
    money: Panel
    bands: tuple[Band, ...]
    axis: TimeAxis
    events: EventMarks


def hero(story: Story, *, narrow: bool = False) -> Hero:
    plot = hero_plot(story, narrow=narrow)
    led = led_panel(story, plot)
    hours = hours_panel(story.hours, plot, led.area.bottom + PANEL_GAP)
    indicator = series_panel(story.indicator, plot, hours.area.bottom + PANEL_GAP)
    money = money_panel(story.money, plot, indicator.area.bottom + PANEL_GAP)
    through = Box(plot.left, led.area.bottom + 6, led.area.width, money.area.bottom - led.area.bottom - 6)
    events = event_marks(story.events, plot, through.y, through.bottom + EVENTS_GAP)
    return Hero(
        width=plot.width,
        height=tidy(through.bottom + (EVENTS_GAP - 10 + events.height if events.rings else AXIS_FOOT) + FOOT),
        narrow=narrow,
        led=led,
        lane_labels=_lane_labels(story, led, plot),
        hours=hours,
        indicator=indicator,
        money=money,
        bands=tuple(_bands(story, plot, through)),
        axis=time_axis(plot, through, story.words.month_label),
        events=events,
    )


def hero_plot(story: Story, *, narrow: bool) -> Plot:
    """The strip fills the plot, so its size says how wide the plot is."""
    if narrow:
        right = NARROW_LEFT + HERO_NARROW.width
        across = DateScale(story.span, NARROW_LEFT, right)
        return Plot(NARROW_WIDTH, NARROW_LEFT, right, NARROW_LETTERS, narrow, across)
    right = WIDE_LEFT + HERO_WIDE.width
    return Plot(WIDE_WIDTH, WIDE_LEFT, right, WIDE_LETTERS, narrow, DateScale(story.span, WIDE_LEFT, right))


def _lane_labels(story: Story, led: Panel, plot: Plot) -> tuple[Text, ...]:
    if plot.narrow or not isinstance(led.marks, Strip):
        return ()
    lane, below = HERO_WIDE.lane / 2, HERO_WIDE.lane * 1.5 + HERO_WIDE.part
    named = ((lane, story.words.claimed), (below, story.words.evidenced))
    return tuple(
        Text(plot.left - 10, centred(top + middle, plot.letters), words, plot.letters, TextLook.MUTED, "end")
        for top in led.marks.row_tops
        for middle, words in named
    )


def _bands(story: Story, plot: Plot, through: Box) -> Iterable[Band]:
    for phase in () if isinstance(story.phases, Absent) else story.phases:
        if phase.kind is PhaseKind.DELIVERY and phase.evidenced and phase.evidenced is not Lead.NOBODY:
            yield Band(phase.evidenced, _column(phase, plot, through))


def _column(phase: StripPhase, plot: Plot, through: Box) -> Box:
    x, right = plot.across(phase.starts_on), plot.across(phase.ends_on)
    return Box(tidy(x), through.y, tidy(right - x), through.height)
