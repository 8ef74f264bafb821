"""What the hero tells, with all its words already in the reader's language: the input of `hero`.

Every panel may be `Absent`: then its reason stands in its place. Numbers are plain floats for places only;
what people read of them comes as text or from the `axis_label` given.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.charts.lanes import StripPhase
from app.charts.scales import TimeSpan
from app.charts.series import Series
from app.charts.strip import StripWords
from app.vocabulary import Certainty


@dataclass(frozen=True, slots=True)
class Absent:
    """Why a panel is not drawn, as in "No costs recorded yet"."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class MonthHours:
    """Person-hours of one month, which is named by its first day."""

    month: date
    citizens: float
    professionals: float


@dataclass(frozen=True, slots=True)
class SideLabel:
    """As in "Citizens" and "356 h in 2020"."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """`units` says what one bar holds, for 1, 3, 6 and 12 months: {1: "by month", 3: "by quarter", ...}."""

    title: str
    units: Mapping[int, str]
    months: tuple[MonthHours, ...]
    citizens: SideLabel
    professionals: SideLabel
    axis_label: Callable[[float], str]


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """Cumulative amounts by day, in order; `certainty` None is what was spent. `label`: "Costs 2.71 M$"."""

    certainty: Certainty | None
    label: str
    points: tuple[tuple[date, float], ...]


@dataclass(frozen=True, slots=True)
class Money:
    """One currency only."""

    title: str
    unit: str
    lines: tuple[MoneyLine, ...]
    axis_label: Callable[[float], str]


class EventSign(StrEnum):
    """What stands inside an event's ring: its kind by shape, beside the word of its label."""

    PLAIN = "plain"
    BAR = "bar"
    PLUS = "plus"
    CROSS = "cross"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Event:
    """`label` says the kind too, as in "Obstacle: neighbours fall out"."""

    on: date
    label: str
    sign: EventSign = EventSign.PLAIN


@dataclass(frozen=True, slots=True)
class StoryWords:
    """`led` heads the strip, `claimed` and `evidenced` name its lanes."""

    led: str
    claimed: str
    evidenced: str
    strip: StripWords
    month_label: Callable[[date], str]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything the hero shows, on one span of time."""

    span: TimeSpan
    words: StoryWords
    phases: tuple[StripPhase, ...] | Absent
    hours: Hours | Absent
    indicator: Series | Absent
    money: Money | Absent
    events: tuple[Event, ...] = ()
