"""XmR charts by the rules of NHS Making Data Count ("plot the dots"), screening and signals included."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from app.measurement.missing import Missing, MissingReason
from app.measurement.movement import SIGNS, Movement, movement, sign
from app.measurement.records import Indicator
from app.measurement.runs import shifts, trends
from app.measurement.series import Measured, entries, split_on, unbroken
from app.measurement.thresholds import DEFAULT, Thresholds
from app.vocabulary import Direction, Frequency

# 2.66 = 3 / 1.128 and 3.267 turn an average moving range into limits (Shewhart's constants for n = 2).
LIMITS_FACTOR = Decimal("2.66")
SCREENING_FACTOR = Decimal("3.267")
NEAR = Decimal(2) / 3
WINDOW, CLOSE_IN_WINDOW = 3, 2


class SignalKind(StrEnum):
    """In order of precedence: a point carries the first that it meets."""

    OUTSIDE_LIMITS = "outside_limits"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"
    SHIFT = "shift"


class Assurance(StrEnum):
    """Whether the process, as it is, will meet its target."""

    CONSISTENTLY_MET = "consistently_met"
    CONSISTENTLY_MISSED = "consistently_missed"
    HIT_OR_MISS = "hit_or_miss"


@dataclass(frozen=True, slots=True)
class Limits:
    """`trial` limits rest on fewer than twelve points; `screened` moving ranges were left out as outliers."""

    mean: Decimal
    lower: Decimal
    upper: Decimal
    near_lower: Decimal
    near_upper: Decimal
    moving_range: Decimal
    points: int
    screened: int
    trial: bool


@dataclass(frozen=True, slots=True)
class Signal:
    """A point that chance alone hardly explains; `side` is 1 for high or rising, -1 for low or falling."""

    entry: int
    on: date
    kind: SignalKind
    side: int
    movement: Movement


@dataclass(frozen=True, slots=True)
class ControlPart:
    """One part of a series between two rebasings, in unbroken stretches."""

    stretches: tuple[tuple[Measured, ...], ...]
    mean: Decimal
    limits: Limits | Missing
    signals: tuple[Signal, ...]
    assurance: Assurance | Missing

    @property
    def entries(self) -> tuple[int, ...]:
        return tuple(i for stretch in self.stretches for i in entries(stretch))


def control_chart(
    points: Sequence[Measured],
    indicator: Indicator,
    *,
    frequency: Frequency = Frequency.IRREGULAR,
    rebased_on: Iterable[date] = (),
    fixed_points: int | None = None,
    screen: bool = True,
    thresholds: Thresholds = DEFAULT,
) -> tuple[ControlPart, ...]:
    """One part a rebasing. With `fixed_points` the limits rest on the first points of each part alone."""
    return tuple(
        _part(part, indicator, frequency, fixed_points, screen=screen, thresholds=thresholds)
        for part in split_on(points, rebased_on)
    )


def limits(
    stretches: Sequence[Sequence[Measured]], *, screen: bool = True, thresholds: Thresholds = DEFAULT
) -> Limits | Missing:
    """Mean of all points, and 2.66 times the average moving range either side; none across a gap."""
    values = [point.value for stretch in stretches for point in stretch]
    if len(values) < thresholds.trial_points:
        return Missing(MissingReason.TOO_FEW_POINTS, len(values), thresholds.trial_points)
    ranges = [abs(after.value - before.value) for stretch in stretches for before, after in pairwise(stretch)]
    kept = _screened(ranges) if screen else ranges
    moving_range = _mean(kept) if kept else Decimal(0)
    if not moving_range:
        return Missing(MissingReason.NO_VARIATION, len(values), thresholds.trial_points)
    mean, reach = _mean(values), LIMITS_FACTOR * moving_range
    return Limits(
        mean=mean,
        lower=mean - reach,
        upper=mean + reach,
        near_lower=mean - NEAR * reach,
        near_upper=mean + NEAR * reach,
        moving_range=moving_range,
        points=len(values),
        screened=len(ranges) - len(kept),
        trial=len(values) < thresholds.firm_points,
    )


def assurance(found: Limits | Missing, indicator: Indicator) -> Assurance | Missing:
    """A target beyond a limit will be missed, or met, as long as nothing changes."""
    if isinstance(found, Missing):
        return found
    if indicator.target is None:
        return Missing(MissingReason.NO_TARGET, have=0, need=1)
    if indicator.direction is Direction.NEUTRAL:
        return Missing(MissingReason.NO_DIRECTION)
    side = _beyond(indicator.target.value, found)
    if not side:
        return Assurance.HIT_OR_MISS
    fails = side == SIGNS[indicator.direction]
    return Assurance.CONSISTENTLY_MISSED if fails else Assurance.CONSISTENTLY_MET


def clipped(found: Limits, indicator: Indicator) -> tuple[Decimal, Decimal]:
    """The limits as they may be drawn on a scale with ends: nothing lies below 3 on a scale from 3 to 9."""
    lower = found.lower if indicator.minimum is None else max(found.lower, indicator.minimum)
    upper = found.upper if indicator.maximum is None else min(found.upper, indicator.maximum)
    return lower, upper


def _part(
    points: tuple[Measured, ...],
    indicator: Indicator,
    frequency: Frequency,
    fixed_points: int | None,
    *,
    screen: bool,
    thresholds: Thresholds,
) -> ControlPart:
    stretches = unbroken(points, frequency)
    base = unbroken(points[:fixed_points], frequency)
    found = limits(base, screen=screen, thresholds=thresholds)
    signals = () if isinstance(found, Missing) else _signals(stretches, found, indicator, thresholds)
    mean = _mean([point.value for stretch in base for point in stretch])
    return ControlPart(stretches, mean, found, signals, assurance(found, indicator))


def _signals(
    stretches: Sequence[Sequence[Measured]], found: Limits, indicator: Indicator, thresholds: Thresholds
) -> tuple[Signal, ...]:
    """A gap ends every run, so each stretch is read by itself."""
    return tuple(
        Signal(point.id, point.on, *flags[place], movement(flags[place][1], indicator.direction))
        for stretch in stretches
        for flags in (_flags([point.value for point in stretch], found, thresholds.signal_run),)
        for place, point in enumerate(stretch)
        if place in flags
    )


def _flags(values: Sequence[Decimal], found: Limits, run: int) -> dict[int, tuple[SignalKind, int]]:
    """The signal of each place that has one: the later rules are overruled by the earlier ones."""
    rules = (
        (SignalKind.SHIFT, shifts(values, found.mean, run)),
        (SignalKind.TWO_OF_THREE, _two_of_three(values, found)),
        (SignalKind.TREND, trends(values, run)),
        (SignalKind.OUTSIDE_LIMITS, _outside(values, found)),
    )
    return {place: (kind, side) for kind, places in rules for place, side in places.items()}


def _outside(values: Sequence[Decimal], found: Limits) -> dict[int, int]:
    return {place: side for place, value in enumerate(values) if (side := _beyond(value, found))}


def _two_of_three(values: Sequence[Decimal], found: Limits) -> dict[int, int]:
    """Two of three neighbours between near-limit and limit, all three on one side; only those two count."""
    places: dict[int, int] = {}
    for start in range(len(values) - WINDOW + 1):
        window = range(start, start + WINDOW)
        sides = {sign(values[place] - found.mean) for place in window}
        close = [place for place in window if _is_close(values[place], found)]
        if len(sides) == 1 and len(close) >= CLOSE_IN_WINDOW:
            places |= dict.fromkeys(close, sides.pop())
    return places


def _is_close(value: Decimal, found: Limits) -> bool:
    beyond_near = value > found.near_upper or value < found.near_lower
    return beyond_near and not _beyond(value, found)


def _beyond(value: Decimal, found: Limits) -> int:
    """1 above the upper limit, -1 below the lower one, 0 within."""
    return (value > found.upper) - (value < found.lower)


def _screened(ranges: Sequence[Decimal]) -> list[Decimal]:
    """Moving ranges that are themselves outliers are dropped, once."""
    if not ranges:
        return []
    most = SCREENING_FACTOR * _mean(ranges)
    return [moving for moving in ranges if moving < most]


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)
