"""How far an indicator has come from its baseline to its target; where that has no meaning, why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from app.measurement.missing import Missing, MissingReason
from app.measurement.movement import Movement, movement
from app.measurement.records import Indicator, Observation, Point
from app.measurement.series import Measured, latest
from app.vocabulary import Direction

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Change:
    """The newest value beside the baseline: two points, which cannot show a trend."""

    baseline: Point
    latest: Measured
    difference: Decimal
    movement: Movement
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """`value` is the part of the way made: 1 is the target, more is beyond it, less than 0 is backwards."""

    value: Decimal
    baseline: Point
    target: Point
    latest: Measured
    entries: tuple[int, ...]


def change(
    indicator: Indicator, observations: Sequence[Observation], as_of: date, category: str | None = None
) -> Change | Missing:
    """In the indicator's own unit: a percentage would lie on a scale whose zero is arbitrary."""
    newest = latest(observations, as_of, category)
    if newest is None:
        return Missing(MissingReason.NO_OBSERVATION, have=0, need=1)
    if indicator.baseline is None:
        return Missing(MissingReason.NO_BASELINE, have=1, need=2, entries=(newest.id,))
    difference = newest.value - indicator.baseline.value
    moved = movement(difference, indicator.direction)
    return Change(indicator.baseline, newest, difference, moved, (newest.id,))


def change_since(
    indicator: Indicator, observations: Sequence[Observation], as_of: date, starts_on: date | None
) -> Change | Missing:
    """The change within a period: from the newest value before it, or from a baseline that lies in it.

    Without a day it is the change since the baseline.
    """
    if starts_on is None:
        return change(indicator, observations, as_of)
    newest, before = latest(observations, as_of), latest(observations, starts_on - A_DAY)
    if newest is None or newest.on < starts_on:
        return Missing(MissingReason.NO_OBSERVATION, have=0, need=1)
    begun = Point(before.value, before.on) if before else indicator.baseline
    return change(replace(indicator, baseline=begun), observations, as_of)


def progress(
    indicator: Indicator, observations: Sequence[Observation], as_of: date, category: str | None = None
) -> Progress | Missing:
    """(actual - baseline) / (target - baseline), the same rule whether up or down is better."""
    changed = change(indicator, observations, as_of, category)
    if isinstance(changed, Missing):
        return changed
    if indicator.target is None:
        return Missing(MissingReason.NO_TARGET, have=0, need=1, entries=changed.entries)
    way = indicator.target.value - changed.baseline.value
    refusal = _refusal(way, indicator.direction)
    if refusal:
        return Missing(refusal, entries=changed.entries)
    value = changed.difference / way
    return Progress(value, changed.baseline, indicator.target, changed.latest, changed.entries)


def _refusal(way: Decimal, direction: Direction) -> MissingReason | None:
    """A way of length nought has no parts; a target on the worse side would call a decline progress."""
    if not way:
        return MissingReason.TARGET_IS_BASELINE
    if movement(way, direction) is Movement.WORSE:
        return MissingReason.TARGET_AGAINST_DIRECTION
    return None
