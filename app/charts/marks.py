"""What pictures are made of: lines, boxes, paths, shapes and words, each with its place and its look.

A look is a word; colours, dashes and classes that belong to it are in `templates/charts/marks.html`.
Lengths are viewBox units, measured from the top left.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from app.vocabulary import Lead

Anchor = Literal["start", "middle", "end"]


class TextLook(StrEnum):
    PLAIN = "plain"
    STRONG = "strong"
    HEADING = "heading"
    MUTED = "muted"
    ON_LEAD = "on_lead"


class LineLook(StrEnum):
    RULE = "rule"
    AXIS = "axis"
    MIDDLE = "middle"
    TODAY = "today"
    EVENT = "event"
    LEADER = "leader"
    SIGN = "sign"
    TARGET = "target"
    BASELINE = "baseline"
    MEAN = "mean"
    LIMIT = "limit"
    VALUES = "values"
    SMALL_VALUES = "small_values"
    WHOLE = "whole"
    GAP = "gap"
    COST = "cost"
    EXPECTED = "expected"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"


class Signal(StrEnum):
    """What a point says beyond its value; told apart by shape, never by colour."""

    ABOVE = "above"
    BELOW = "below"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Text:
    x: float
    y: float
    words: str
    size: float = 13
    look: TextLook = TextLook.PLAIN
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    look: LineLook


@dataclass(frozen=True, slots=True)
class Path:
    """`d` is the path of SVG: letters and numbers made here, never words from people."""

    d: str
    look: LineLook


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Band:
    """Who led delivery by the log, behind what happened meanwhile."""

    lead: Lead
    box: Box


@dataclass(frozen=True, slots=True)
class Shape:
    """The sign of a lead: circle citizens, diamond together, square professionals, dashed ring nobody.

    Without a lead it is the hatched square of too little evidence. `x` may be a percentage.
    """

    lead: Lead | None
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Point:
    """One value: a dot, or the sign of its signal. `scale` shrinks the sign where room is small."""

    x: float
    y: float
    signal: Signal | None = None
    scale: float = 1
    radius: float = 3.6


def tidy(length: float) -> float:
    """To a hundredth of a unit, whole where it is whole: what a reader of the page source should see."""
    rounded = round(length, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def polyline(points: list[tuple[float, float]]) -> str:
    """One continuous path through the points."""
    return "M" + "L".join(f"{tidy(x)} {tidy(y)}" for x, y in points) if points else ""
