"""Observations made into a series: one value a day, of one category, in order, broken where one lacks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from app.measurement.months import month_index
from app.measurement.records import Indicator, Observation
from app.vocabulary import Aggregation, Frequency

MONTHS_APART = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of one period; `id` is the observation it comes from and `n` the people behind it."""

    id: int
    on: date
    value: Decimal
    n: int | None


def latest(observations: Iterable[Observation], as_of: date, category: str | None = None) -> Measured | None:
    """The newest value as entered: of a cumulative indicator, everything so far."""
    found = _in_order(observations, as_of, category)
    return found[-1] if found else None


def series(
    indicator: Indicator, observations: Iterable[Observation], as_of: date, category: str | None = None
) -> tuple[Measured, ...]:
    """One value a period. Cumulative values become what each period added, the first one from the baseline.

    Values of other categories never enter: a total that nobody gave is not invented.
    """
    found = _in_order(observations, as_of, category)
    if indicator.aggregation is Aggregation.PER_PERIOD:
        return tuple(found)
    if indicator.baseline:
        return _increments(indicator.baseline.value, found)
    return _increments(found[0].value, found[1:]) if found else ()


def unbroken(points: Sequence[Measured], frequency: Frequency) -> tuple[tuple[Measured, ...], ...]:
    """Stretches without a missing period; an irregular series has no period to miss."""
    stretches: list[list[Measured]] = [[point] for point in points[:1]]
    for before, after in pairwise(points):
        if _is_gap(before, after, frequency):
            stretches.append([])
        stretches[-1].append(after)
    return tuple(tuple(stretch) for stretch in stretches)


def split_on(points: Sequence[Measured], days: Iterable[date]) -> tuple[tuple[Measured, ...], ...]:
    """The series cut before each of the days; parts without a point are left out."""
    parts, rest = [], tuple(points)
    for day in sorted(days):
        parts.append(tuple(p for p in rest if p.on < day))
        rest = tuple(p for p in rest if p.on >= day)
    return tuple(part for part in (*parts, rest) if part)


def entries(points: Iterable[Measured]) -> tuple[int, ...]:
    return tuple(point.id for point in points)


def _in_order(observations: Iterable[Observation], as_of: date, category: str | None) -> list[Measured]:
    """Of two values for one day the later entry stands, as a correction."""
    counted = [o for o in observations if o.observed_on <= as_of and o.category == category]
    by_day = {o.observed_on: o for o in sorted(counted, key=lambda o: o.id)}
    return [Measured(o.id, o.observed_on, o.value, o.n) for _, o in sorted(by_day.items())]


def _increments(start: Decimal, found: Sequence[Measured]) -> tuple[Measured, ...]:
    befores = [start, *(point.value for point in found)]
    return tuple(
        Measured(point.id, point.on, point.value - before, point.n)
        for point, before in zip(found, befores, strict=False)
    )


def _is_gap(before: Measured, after: Measured, frequency: Frequency) -> bool:
    apart = MONTHS_APART.get(frequency)
    return apart is not None and month_index(after.on) - month_index(before.on) > apart
