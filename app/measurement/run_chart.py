"""Run charts: a median and the runs about it, for series too short for control limits."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log2
from statistics import median

from app.measurement.missing import Missing, MissingReason
from app.measurement.movement import sign
from app.measurement.runs import crossings, longest_run, shifts, trends
from app.measurement.series import Measured, entries, unbroken
from app.measurement.thresholds import DEFAULT, Thresholds
from app.vocabulary import Frequency

RARE_ONE_IN = 20


@dataclass(frozen=True, slots=True)
class RunRules:
    """Runs about the median. A longest run above its limit, or fewer crossings than theirs, is unusual.

    `useful` points do not lie on the median (Anhøj and Olesen 2014, limits from memory). `shifted` and
    `trending` are the entries in runs that the simpler rules flag.
    """

    useful: int
    longest_run: int
    longest_run_limit: int
    crossings: int
    crossings_limit: int
    shifted: tuple[int, ...]
    trending: tuple[int, ...]

    @property
    def is_unusual(self) -> bool:
        return self.longest_run > self.longest_run_limit or self.crossings < self.crossings_limit


@dataclass(frozen=True, slots=True)
class RunChart:
    median: Decimal
    points: int
    rules: RunRules | Missing
    entries: tuple[int, ...]


def run_chart(
    points: Sequence[Measured],
    frequency: Frequency = Frequency.IRREGULAR,
    thresholds: Thresholds = DEFAULT,
) -> RunChart | Missing:
    if len(points) < thresholds.run_chart_points:
        return Missing(
            MissingReason.TOO_FEW_POINTS, len(points), thresholds.run_chart_points, entries(points)
        )
    middle = median([point.value for point in points])
    rules = _rules(points, middle, frequency, thresholds)
    return RunChart(middle, len(points), rules, entries(points))


def longest_run_limit(useful: int) -> int:
    return round(log2(useful)) + 3 if useful else 0


def crossings_limit(useful: int) -> int:
    """The 5 % quantile of a binomial with even chances: how often chance at least crosses the median.

    In whole numbers, each coefficient made from the one before: thousands of points are beyond a float.
    """
    steps = max(useful - 1, 0)
    ways = below = 1
    crossed = 0
    while below * RARE_ONE_IN < 2**steps:
        ways = ways * (steps - crossed) // (crossed + 1)
        crossed += 1
        below += ways
    return crossed


def _rules(
    points: Sequence[Measured], middle: Decimal, frequency: Frequency, thresholds: Thresholds
) -> RunRules | Missing:
    if len(points) < thresholds.run_rules_points:
        return Missing(
            MissingReason.TOO_FEW_POINTS, len(points), thresholds.run_rules_points, entries(points)
        )
    sides = [side for point in points if (side := sign(point.value - middle))]
    shifted, trending = _flagged(points, middle, frequency, thresholds)
    return RunRules(
        useful=len(sides),
        longest_run=longest_run(sides),
        longest_run_limit=longest_run_limit(len(sides)),
        crossings=crossings(sides),
        crossings_limit=crossings_limit(len(sides)),
        shifted=shifted,
        trending=trending,
    )


def _flagged(
    points: Sequence[Measured], middle: Decimal, frequency: Frequency, thresholds: Thresholds
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The entries in a shift and in a trend; a gap ends both."""
    shifted: list[int] = []
    trending: list[int] = []
    for stretch in unbroken(points, frequency):
        values = [point.value for point in stretch]
        shifted += [stretch[place].id for place in shifts(values, middle, thresholds.run_chart_shift)]
        trending += [stretch[place].id for place in sorted(trends(values, thresholds.run_chart_trend))]
    return tuple(shifted), tuple(trending)
