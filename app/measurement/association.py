"""Spearman's rank correlation, for process beside outcome across initiatives that chose themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atanh, isclose, sqrt, tanh
from statistics import fmean

from app.measurement.missing import Missing, MissingReason
from app.measurement.proportions import Z95, Interval
from app.measurement.thresholds import DEFAULT, Thresholds


@dataclass(frozen=True, slots=True)
class Association:
    """`rho` from -1 to 1; no interval can be given for a perfect order."""

    rho: float
    interval: Interval | Missing
    n: int


def spearman(
    first: Sequence[float], second: Sequence[float], thresholds: Thresholds = DEFAULT
) -> Association | Missing:
    """Pearson on mid-ranks, interval by Fisher's z with Bonett and Wright's error (2000)."""
    n = len(first)
    if n < thresholds.association_initiatives:
        return Missing(MissingReason.TOO_FEW_INITIATIVES, n, thresholds.association_initiatives)
    if len(set(first)) == 1 or len(set(second)) == 1:
        return Missing(MissingReason.NO_VARIATION, n, n)
    rho = _pearson(mid_ranks(first), mid_ranks(second))
    return Association(rho, _interval(rho, n), n)


def mid_ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1; equal values share the middle of theirs."""
    ordered = sorted(values)
    first = {value: rank for rank, value in reversed(list(enumerate(ordered, start=1)))}
    last = {value: rank for rank, value in enumerate(ordered, start=1)}
    return [(first[value] + last[value]) / 2 for value in values]


def _pearson(first: Sequence[float], second: Sequence[float]) -> float:
    xs, ys = _centred(first), _centred(second)
    together = sum(x * y for x, y in zip(xs, ys, strict=True))
    rho = together / sqrt(sum(x * x for x in xs) * sum(y * y for y in ys))
    return max(-1.0, min(1.0, rho))


def _centred(values: Sequence[float]) -> list[float]:
    mean = fmean(values)
    return [value - mean for value in values]


def _interval(rho: float, n: int) -> Interval | Missing:
    if isclose(abs(rho), 1):
        return Missing(MissingReason.NO_INTERVAL, n, n)
    reach = Z95 * sqrt((1 + rho * rho / 2) / (n - 3))
    return Interval(tanh(atanh(rho) - reach), tanh(atanh(rho) + reach))
