"""Parts of a whole with Wilson's interval, which stays honest for few people and at 0 or all."""

from dataclasses import dataclass
from math import sqrt

from app.measurement.missing import Missing, MissingReason
from app.measurement.thresholds import DEFAULT, Thresholds

# The normal quantile of a two-sided 95 % interval.
Z95 = 1.959964


@dataclass(frozen=True, slots=True)
class Interval:
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Proportion:
    """`count` of `n`; write it as a percentage only where `as_percentage` allows, else "3 of 10"."""

    count: int
    n: int
    share: float
    interval: Interval
    as_percentage: bool


def wilson(count: int, n: int, z: float = Z95) -> Interval | Missing:
    """Wilson 1927; no interval for nobody."""
    if n <= 0:
        return Missing(MissingReason.NO_DENOMINATOR, n, 1)
    share = count / n
    spread = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    centre, scale = share + z * z / (2 * n), 1 + z * z / n
    return Interval(max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale))


def proportion(count: int, n: int, least: int = 1, thresholds: Thresholds = DEFAULT) -> Proportion | Missing:
    """A part of `n` people, refused below `least` of them."""
    interval = wilson(count, n)
    if isinstance(interval, Missing):
        return interval
    if n < least:
        return Missing(MissingReason.TOO_FEW_PEOPLE, n, least)
    return Proportion(count, n, count / n, interval, n >= thresholds.percentage_people)
