"""A series before and after a dated change: plain medians, and an interrupted regression above its gate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import sqrt
from statistics import median

from app.measurement.missing import Missing, MissingReason
from app.measurement.months import month_index
from app.measurement.movement import Movement, movement
from app.measurement.proportions import Interval
from app.measurement.series import Measured, entries, split_on
from app.measurement.thresholds import DEFAULT, Thresholds
from app.vocabulary import Direction

COEFFICIENTS = 4


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """Two medians beside each other; that they differ says nothing of why."""

    changed_on: date
    points_before: int
    points_after: int
    median_before: Decimal
    median_after: Decimal
    difference: Decimal
    movement: Movement
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """With a 95 % interval, too narrow where neighbouring values resemble each other."""

    value: float
    interval: Interval
    p: float | Missing


@dataclass(frozen=True, slots=True)
class Segmented:
    """Interrupted series. `level` is the step at the first point after the change, slopes are a period."""

    changed_on: date
    points_before: int
    points_after: int
    slope_before: float
    slope_after: float
    level: Estimate
    slope: Estimate
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """Least squares on one side; `squares` is what it leaves unexplained, `spread` that of its times."""

    n: int
    centre: float
    height: float
    slope: float
    spread: float
    squares: float

    def at(self, time: float) -> float:
        return self.height + self.slope * (time - self.centre)

    def weight_at(self, time: float) -> float:
        return 1 / self.n + (time - self.centre) ** 2 / self.spread


def before_after(
    points: Sequence[Measured], changed_on: date, direction: Direction, thresholds: Thresholds = DEFAULT
) -> BeforeAfter | Missing:
    """The medians either side of a day; the day itself counts as after."""
    missing = _too_few(points, changed_on, thresholds.run_chart_points)
    if missing:
        return missing
    before, after = split_on(points, [changed_on])
    earlier, later = median([p.value for p in before]), median([p.value for p in after])
    return BeforeAfter(
        changed_on=changed_on,
        points_before=len(before),
        points_after=len(after),
        median_before=earlier,
        median_after=later,
        difference=later - earlier,
        movement=movement(later - earlier, direction),
        entries=entries(points),
    )


def segmented(
    points: Sequence[Measured], changed_on: date, thresholds: Thresholds = DEFAULT
) -> Segmented | Missing:
    """b0 + b1 t + b2 after + b3 (t since), fitted as the two lines that it is, with one residual variance."""
    missing = _too_few(points, changed_on, thresholds.segmented_points)
    if missing:
        return missing
    if not is_evenly_spaced(points):
        return Missing(MissingReason.UNEVEN_SPACING, len(points), len(points), entries(points))
    before, after = split_on(points, [changed_on])
    first, second = _line(before, 0), _line(after, len(before))
    step, start = second.at(len(before)) - first.at(len(before)), float(len(before))
    weight = first.weight_at(start) + second.weight_at(start)
    return Segmented(
        changed_on=changed_on,
        points_before=len(before),
        points_after=len(after),
        slope_before=first.slope,
        slope_after=second.slope,
        level=_estimate(step, weight, first, second, thresholds),
        slope=_estimate(
            second.slope - first.slope, 1 / first.spread + 1 / second.spread, first, second, thresholds
        ),
        entries=entries(points),
    )


def is_evenly_spaced(points: Sequence[Measured]) -> bool:
    """As many months, or else as many days, from each point to the next."""
    months = {month_index(after.on) - month_index(before.on) for before, after in pairwise(points)}
    days = {(after.on - before.on).days for before, after in pairwise(points)}
    return (len(months) == 1 and 0 not in months) or len(days) == 1


def _too_few(points: Sequence[Measured], changed_on: date, need: int) -> Missing | None:
    before = sum(point.on < changed_on for point in points)
    after = len(points) - before
    if before < need:
        return Missing(MissingReason.TOO_FEW_POINTS_BEFORE, before, need, entries(points))
    if after < need:
        return Missing(MissingReason.TOO_FEW_POINTS_AFTER, after, need, entries(points))
    return None


def _line(points: Sequence[Measured], start: int) -> _Line:
    times = [float(time) for time in range(start, start + len(points))]
    values = [float(point.value) for point in points]
    centre, height = sum(times) / len(times), sum(values) / len(values)
    spread = sum((time - centre) ** 2 for time in times)
    slope = sum((t - centre) * (v - height) for t, v in zip(times, values, strict=True)) / spread
    squares = sum((v - height - slope * (t - centre)) ** 2 for t, v in zip(times, values, strict=True))
    return _Line(len(points), centre, height, slope, spread, squares)


def _estimate(value: float, weight: float, first: _Line, second: _Line, thresholds: Thresholds) -> Estimate:
    from scipy.special import stdtr, stdtrit  # noqa: PLC0415 - slow to import, and few series come this far

    n = first.n + second.n
    degrees = n - COEFFICIENTS
    error = sqrt((first.squares + second.squares) / degrees * weight)
    reach = float(stdtrit(degrees, 0.975)) * error
    interval = Interval(value - reach, value + reach)
    if n < thresholds.segmented_p_points:
        return Estimate(
            value, interval, Missing(MissingReason.TOO_FEW_POINTS, n, thresholds.segmented_p_points)
        )
    if not error:
        return Estimate(value, interval, Missing(MissingReason.NO_VARIATION, n, n))
    return Estimate(value, interval, 2 * float(stdtr(degrees, -abs(value) / error)))
