"""Slow change: Theil-Sen's slope on real dates and the Mann-Kendall test, exact for few points."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import ceil, floor, sqrt
from statistics import NormalDist, median

from app.measurement.missing import Missing, MissingReason
from app.measurement.proportions import Z95, Interval
from app.measurement.series import Measured, entries
from app.measurement.thresholds import DEFAULT, Thresholds

DAYS_A_YEAR = 365.25

Pair = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Trend:
    """`slope` and its 95 % interval are in the indicator's unit a year; `p` is two-sided, of no order at all.

    Not `all_pairs`: the series is so long that each point is compared once, with the one half of it later.
    Neighbouring values that resemble each other, and seasons, make `p` too small.
    """

    slope: float
    interval: Interval
    s: int
    p: float
    exact: bool
    all_pairs: bool
    points: int
    begins_on: date
    ends_on: date
    entries: tuple[int, ...]


def trend(points: Sequence[Measured], thresholds: Thresholds = DEFAULT) -> Trend | Missing:
    """The points lie on different days, in order, as `series` gives them."""
    if len(points) < thresholds.trend_points:
        return Missing(MissingReason.TOO_FEW_POINTS, len(points), thresholds.trend_points, entries(points))
    values = [float(point.value) for point in points]
    years = [(point.on - points[0].on).days / DAYS_A_YEAR for point in points]
    all_pairs = len(points) <= thresholds.all_pairs_points
    slope, interval = theil_sen(years, values) if all_pairs else theil_half_apart(years, values)
    s, exact = kendall_s(values), len(points) <= thresholds.exact_trend_points
    return Trend(
        slope=slope,
        interval=interval,
        s=s,
        p=exact_p(values) if exact else normal_p(values),
        exact=exact,
        all_pairs=all_pairs,
        points=len(points),
        begins_on=points[0].on,
        ends_on=points[-1].on,
        entries=entries(points),
    )


def theil_sen(times: Sequence[float], values: Sequence[float]) -> tuple[float, Interval]:
    """The median of the slopes between all pairs at different times, with Sen's interval (1968).

    Ranks between two slopes are rounded outwards, so that the interval is never too narrow. At least two
    times must differ.
    """
    slopes = _slopes(combinations(zip(times, values, strict=True), 2))
    return _middle(slopes, Z95 * sqrt(s_variance(values)))


def theil_half_apart(times: Sequence[float], values: Sequence[float]) -> tuple[float, Interval]:
    """Theil's incomplete method: the median of the slopes from each point to the one half the series later.

    No point stands in two pairs, so the interval is that of the sign test for a median. Its work grows
    with the points, where that of all pairs grows with their square.
    """
    half = (len(values) + 1) // 2
    points = list(zip(times, values, strict=True))
    slopes = _slopes(zip(points, points[half:], strict=False))
    return _middle(slopes, Z95 * sqrt(len(slopes)))


def kendall_s(values: Sequence[float]) -> int:
    """Rising pairs less falling pairs: each value takes its place among those before it."""
    before: list[float] = []
    s = 0
    for value in values:
        s += bisect_left(before, value) - (len(before) - bisect_right(before, value))
        insort(before, value)
    return s


def s_variance(values: Sequence[float]) -> float:
    """The variance of S when every order is as likely, less what ties take away."""
    ties = sum(_pair_weight(size) for size in Counter(values).values())
    return (_pair_weight(len(values)) - ties) / 18


def normal_p(values: Sequence[float]) -> float:
    """Two-sided p of S by the normal approximation, continuity corrected; 1 when all values are equal."""
    variance = s_variance(values)
    distance = max(abs(kendall_s(values)) - 1, 0)
    return 2 * NormalDist().cdf(-distance / sqrt(variance)) if variance else 1.0


def exact_p(values: Sequence[float]) -> float:
    """Two-sided p of S over all distinct orders of these values, ties included."""
    orders = orders_by_inversions(values)
    most = len(orders) - 1
    observed = abs(kendall_s(values))
    extreme = sum(count for inversions, count in enumerate(orders) if abs(most - 2 * inversions) >= observed)
    return extreme / sum(orders)


def orders_by_inversions(values: Sequence[float]) -> list[int]:
    """How many distinct orders have 0, 1, 2 ... falling pairs.

    MacMahon: the product of (1 + q + ... + q^(i-1)) for all values, divided by the same for each group of
    equal ones.
    """
    orders = [1]
    for size in range(1, len(values) + 1):
        orders = _times_block(orders, size)
    for tied in Counter(values).values():
        for size in range(1, tied + 1):
            orders = _divided_by_block(orders, size)
    return orders


def _slopes(pairs: Iterable[Pair]) -> list[float]:
    """In order of size, of pairs at different times."""
    return sorted(
        (after - before) / (later - sooner) for (sooner, before), (later, after) in pairs if later != sooner
    )


def _middle(slopes: Sequence[float], spread: float) -> tuple[float, Interval]:
    """The median, and the slopes whose ranks lie half the spread either side, rounded outwards."""
    lowest = max(floor((len(slopes) - spread) / 2), 1)
    highest = min(ceil((len(slopes) + spread) / 2) + 1, len(slopes))
    return median(slopes), Interval(slopes[lowest - 1], slopes[highest - 1])


def _pair_weight(size: int) -> int:
    return size * (size - 1) * (2 * size + 5)


def _times_block(polynomial: Sequence[int], size: int) -> list[int]:
    """Times 1 + q + ... + q^(size-1)."""
    product = [0] * (len(polynomial) + size - 1)
    for shift in range(size):
        for power, count in enumerate(polynomial):
            product[power + shift] += count
    return product


def _divided_by_block(polynomial: Sequence[int], size: int) -> list[int]:
    """Divided by 1 + q + ... + q^(size-1), which leaves no remainder here."""
    quotient: list[int] = []
    for power in range(len(polynomial) - size + 1):
        quotient.append(polynomial[power] - sum(quotient[max(0, power - size + 1) : power]))
    return quotient
