"""A line of values small enough for a table cell: no axis, the last value marked, the baseline dotted."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.charts.marks import Line, LineLook, Path, Point, polyline, tidy
from app.charts.scales import LinearScale
from app.charts.thinning import OF_A_COLUMN, kept

WIDTH, HEIGHT, RIM = 120, 30, 5
MOST = 60

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sparkline:
    """`last` is the last known value; `alone` are values with none beside them."""

    width: float
    height: float
    lines: tuple[Path, ...]
    alone: tuple[Point, ...]
    last: Point | None
    baseline: Line | None


def sparkline(values: Sequence[float | None], baseline: float | None = None) -> Sparkline:
    """One value a period; None is missing or masked, and breaks the line. At most 60 values are drawn."""
    levels = [value for value in (*values, baseline) if value is not None]
    up = LinearScale(min(levels, default=0), max(levels, default=0), HEIGHT - RIM, RIM)
    across = LinearScale(0, max(1, len(values) - 1), RIM, WIDTH - RIM)
    places = [
        None if (value := values[place]) is None else (across(place), up(value)) for place in _drawn(values)
    ]
    runs = _runs(places)
    return Sparkline(
        width=WIDTH,
        height=HEIGHT,
        lines=tuple(Path(polyline(run), LineLook.SMALL_VALUES) for run in runs if len(run) > 1),
        alone=tuple(_point(run[0], 1.6) for run in runs if len(run) == 1),
        last=_point(runs[-1][-1], 3) if runs else None,
        baseline=None if baseline is None else _across(tidy(up(baseline))),
    )


def _drawn(values: Sequence[float | None]) -> Sequence[int]:
    """The places of all values, or of those that tell the most."""
    if len(values) <= MOST:
        return range(len(values))
    columns = MOST // OF_A_COLUMN
    return kept(values, [place * columns // len(values) for place in range(len(values))])


def _runs(places: Sequence[Place | None]) -> list[list[Place]]:
    """Values in a row, without the gaps."""
    runs = (list(run) for _, run in groupby(places, lambda place: place is None))
    return [[place for place in run if place is not None] for run in runs if run[0] is not None]


def _point(place: Place, radius: float) -> Point:
    return Point(tidy(place[0]), tidy(place[1]), radius=radius)


def _across(y: float) -> Line:
    return Line(RIM, y, WIDTH - RIM, y, LineLook.BASELINE)
