"""One indicator over time: its line, broken where values are missing, its signals, references and labels."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

from app.charts.marks import Box, Line, LineLook, Path, Point, Signal, Text, polyline, tidy
from app.charts.plot import EndLabel, EndLabels, Plot, Ticks, end_labels, value_ticks
from app.charts.scales import LinearScale, nice_ticks, value_bounds
from app.charts.thinning import kept, signed
from app.charts.value_labels import value_labels

HEADROOM = 24  # units above the highest and below the lowest value, for labels
DENSE, CROWDED = 9, 4.5  # units between points below which dots shrink, then only signals show
COLUMN, SIGN, MASK = 3, 12, 7  # units that a line, the sign of a signal and a masked tick take across
ALONE = 1.6
BREAK = 3  # units left free either side of the day on which other limits begin


class ReferenceKind(StrEnum):
    BASELINE = "baseline"
    TARGET = "target"
    MEAN = "mean"
    UPPER_LIMIT = "upper_limit"
    LOWER_LIMIT = "lower_limit"


REFERENCE_LOOKS = {
    ReferenceKind.BASELINE: LineLook.BASELINE,
    ReferenceKind.TARGET: LineLook.TARGET,
    ReferenceKind.MEAN: LineLook.MEAN,
    ReferenceKind.UPPER_LIMIT: LineLook.LIMIT,
    ReferenceKind.LOWER_LIMIT: LineLook.LIMIT,
}


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """`value` None is missing and breaks the line; `masked` is there but must not be shown."""

    on: date
    value: float | None
    label: str = ""
    signal: Signal | None = None
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A level drawn across: `label` says word and value, as in "Target 45"; without one it is a line alone.

    From and to a day where it holds for a part of the series only.
    """

    kind: ReferenceKind
    value: float
    label: str
    begins_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator with all its words. Points in order of date."""

    title: str
    unit: str
    points: tuple[SeriesPoint, ...]
    references: tuple[Reference, ...]
    axis_label: Callable[[float], str]


@dataclass(frozen=True, slots=True)
class SeriesMarks:
    """`washes` lie between the limits of each part; `masked` are hatched ticks.

    `starts_at_zero` is for the note to say. `behind` is the line alone of another series, to compare with.
    """

    ticks: Ticks
    washes: tuple[Box, ...]
    references: tuple[Line, ...]
    ends: EndLabels
    lines: tuple[Path, ...]
    points: tuple[Point, ...]
    labels: tuple[Text, ...]
    masked: tuple[Box, ...]
    starts_at_zero: bool
    behind: tuple[Path, ...] = ()


def series_marks(
    series: Series,
    plot: Plot,
    area: Box,
    head: Sequence[Text] = (),
    *,
    bounds: tuple[float, float] | None = None,
    most_labels: int | None = None,
    scale: float = 1,
    column: float = COLUMN,
    behind: Sequence[SeriesPoint] = (),
) -> SeriesMarks:
    """Everything inside `area`. `bounds` shares an axis between pictures; `most_labels` keeps labels few.

    `column` in units: of thousands of points each keeps a few.
    """
    low, high = bounds or series_bounds([series])
    headroom = HEADROOM * scale
    up = LinearScale(low, high, area.bottom - headroom, area.y + headroom)
    if bounds is None and low == 0:
        up = _grounded(series, area, up)
    drawn = thinned(series.points, plot, column)
    room = (plot.right - plot.left) / max(1, sum(map(_shown, series.points)))
    points = _points(drawn, plot, up, scale, room)
    return SeriesMarks(
        ticks=value_ticks(plot, nice_ticks(low, high), up, series.axis_label, head),
        washes=tuple(_washes(series.references, plot, up)),
        references=tuple(_reference(reference, plot, up) for reference in series.references),
        ends=end_labels(plot, _ends(series.references, up), area.y, area.bottom),
        lines=tuple(_lines(drawn, plot, up, LineLook.VALUES if scale == 1 else LineLook.SMALL_VALUES)),
        points=tuple(point for point in points if point.radius),
        labels=value_labels([p for p in drawn if _shown(p)], points, plot, area, most_labels),
        masked=tuple(_masked(point, plot, area) for point in drawn if point.masked),
        starts_at_zero=low == 0,
        behind=tuple(_lines(thinned(behind, plot, column), plot, up, LineLook.WHOLE)),
    )


def thinned(points: Sequence[SeriesPoint], plot: Plot, column: float) -> tuple[SeriesPoint, ...]:
    """What of thousands of points is drawn: telling values, breaks between them, and signs that have room."""
    values = [point.value if _shown(point) else None for point in points]
    places = [plot.across(point.on) - plot.left for point in points]
    room = int((plot.right - plot.left) / SIGN)
    dressed = _signs(points, values, places, room) | _masks(points, places)
    drawn = dressed | set(kept(values, [int(place / column) for place in places]))
    return tuple(points[place] if place in dressed else _undressed(points[place]) for place in sorted(drawn))


def _signs(
    points: Sequence[SeriesPoint], values: Sequence[float | None], places: Sequence[float], room: int
) -> set[int]:
    """All signals, or those that have room beside each other."""
    signals = [point.signal if _shown(point) else None for point in points]
    found = {place for place, signal in enumerate(signals) if signal}
    if len(found) <= room:
        return found
    return signed(signals, values, [int(place / SIGN) for place in places])


def _masks(points: Sequence[SeriesPoint], places: Sequence[float]) -> set[int]:
    """As many as stand side by side."""
    masked = (index for index, point in enumerate(points) if point.masked)
    return set({int(places[index] / MASK): index for index in masked}.values())


def _undressed(point: SeriesPoint) -> SeriesPoint:
    return replace(point, signal=None, masked=False, value=point.value if _shown(point) else None)


def series_bounds(many: Iterable[Series]) -> tuple[float, float]:
    """What holds all values and references of all series."""
    known = list(many)
    values = [point.value for series in known for point in series.points if _shown(point)]
    levels = [reference.value for series in known for reference in series.references]
    return value_bounds([value for value in values if value is not None] + levels)


def _grounded(series: Series, area: Box, up: LinearScale) -> LinearScale:
    """Zero stands on the ground when no value is near it: then no label below needs the room."""
    grounded = LinearScale(up.low, up.high, area.bottom, up.end)
    lowest = max((grounded(point.value) for point in series.points if point.value is not None), default=0)
    return grounded if lowest < area.bottom - HEADROOM * 1.5 else up


def _shown(point: SeriesPoint) -> bool:
    return point.value is not None and not point.masked


def _points(
    points: Sequence[SeriesPoint], plot: Plot, up: LinearScale, scale: float, room: float
) -> list[Point]:
    """`room` in units for each value, those that are not drawn included."""
    shown = [(point, point.value) for point in points if point.value is not None and not point.masked]
    radius = 3.6 * scale if room > DENSE else 2 if room > CROWDED else 0
    alone = _alone(points)
    return [
        Point(
            x=tidy(plot.across(point.on)),
            y=tidy(up(value)),
            signal=point.signal,
            scale=scale if room > DENSE else min(scale, 0.7),
            radius=3 if point.signal or len(shown) == 1 else tidy(radius or ALONE * (point.on in alone)),
        )
        for point, value in shown
    ]


def _alone(points: Sequence[SeriesPoint]) -> set[date]:
    """Days of values with a break on both sides: no line shows them, so their dots must."""
    runs = (list(run) for shown, run in groupby(points, _shown) if shown)
    return {run[0].on for run in runs if len(run) == 1}


def _lines(points: Sequence[SeriesPoint], plot: Plot, up: LinearScale, look: LineLook) -> Iterable[Path]:
    """One path for each run of values; a run of one is its point alone."""
    for shown, run in groupby(points, _shown):
        places = [(plot.across(point.on), up(point.value)) for point in run if point.value is not None]
        if shown and len(places) > 1:
            yield Path(polyline(places), look)


def _reference(reference: Reference, plot: Plot, up: LinearScale) -> Line:
    y = tidy(up(reference.value))
    left, right = _reach(reference, plot)
    return Line(left, y, right, y, REFERENCE_LOOKS[reference.kind])


def _reach(reference: Reference, plot: Plot) -> tuple[float, float]:
    """From edge to edge, or up to a visible break where another part begins."""
    left = plot.left if reference.begins_on is None else plot.across(reference.begins_on) + BREAK
    right = plot.right if reference.ends_on is None else plot.across(reference.ends_on) - BREAK
    return tidy(left), tidy(max(left, right))


def _ends(references: Sequence[Reference], up: LinearScale) -> list[EndLabel]:
    return [
        EndLabel(up(each.value), each.label, each.kind is ReferenceKind.TARGET)
        for each in references
        if each.label
    ]


def _washes(references: Sequence[Reference], plot: Plot, up: LinearScale) -> Iterable[Box]:
    """Between the two limits of a part; none where one of them lacks."""
    lowers = {each.begins_on: each for each in references if each.kind is ReferenceKind.LOWER_LIMIT}
    for upper in references:
        if upper.kind is ReferenceKind.UPPER_LIMIT and upper.begins_on in lowers:
            left, right = _reach(upper, plot)
            top, bottom = up(upper.value), up(lowers[upper.begins_on].value)
            yield Box(left, tidy(top), tidy(right - left), tidy(bottom - top))


def _masked(point: SeriesPoint, plot: Plot, area: Box) -> Box:
    x = min(max(plot.across(point.on) - 3.5, plot.left), plot.right - 7)
    return Box(tidy(x), area.bottom - 11, 7, 11)
