"""The same people before and after: change on matched pairs, and the standardised size of a change."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import exp, lgamma, log, sqrt
from statistics import fmean, median, stdev

from app.measurement.missing import Missing, MissingReason
from app.measurement.movement import Movement, movement
from app.measurement.proportions import Interval
from app.measurement.thresholds import DEFAULT, Thresholds
from app.vocabulary import Direction


@dataclass(frozen=True, slots=True)
class Pair:
    """One person's two values, without the person."""

    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class PairedChange:
    """Change per person. `began` people had a first value, `lost` of them no second one.

    The interval may stand in a headline only where `is_headline`.
    """

    pairs: int
    began: int
    lost: int
    mean: float
    median: float
    interval: Interval
    improved: int
    same: int
    worse: int
    undirected: int
    is_headline: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One wave of people: their mean, the standard deviation between them, and how many they are."""

    mean: float
    sd: float
    n: int


@dataclass(frozen=True, slots=True)
class EffectSize:
    """Hedges' g; `sd` is the standard deviation that it is measured in, with `degrees` of freedom."""

    g: float
    sd: float
    degrees: int


def paired_change(
    pairs: Sequence[Pair], began: int, direction: Direction, thresholds: Thresholds = DEFAULT
) -> PairedChange | Missing:
    """Mean(d) with Student's interval, and how many improved, stayed or got worse."""
    if len(pairs) < thresholds.pairs:
        return Missing(MissingReason.TOO_FEW_PAIRS, len(pairs), thresholds.pairs)
    differences = [float(pair.after - pair.before) for pair in pairs]
    moved = [movement(pair.after - pair.before, direction) for pair in pairs]
    mean, reach = fmean(differences), _student95(len(pairs) - 1) * stdev(differences) / sqrt(len(pairs))
    return PairedChange(
        pairs=len(pairs),
        began=began,
        lost=began - len(pairs),
        mean=mean,
        median=median(differences),
        interval=Interval(mean - reach, mean + reach),
        improved=moved.count(Movement.IMPROVED),
        same=moved.count(Movement.SAME),
        worse=moved.count(Movement.WORSE),
        undirected=moved.count(Movement.UNDIRECTED),
        is_headline=len(pairs) >= thresholds.interval_pairs,
    )


def paired_effect_size(pairs: Sequence[Pair], thresholds: Thresholds = DEFAULT) -> EffectSize | Missing:
    """Of the same people, in standard deviations of the first values (Becker 1988)."""
    if len(pairs) < thresholds.effect_size_pairs:
        return Missing(MissingReason.TOO_FEW_PAIRS, len(pairs), thresholds.effect_size_pairs)
    befores = [float(pair.before) for pair in pairs]
    change = fmean(float(pair.after) for pair in pairs) - fmean(befores)
    return _effect_size(change, stdev(befores), len(pairs) - 1)


def group_effect_size(before: Group, after: Group, thresholds: Thresholds = DEFAULT) -> EffectSize | Missing:
    """Of two waves that need not be the same people, in pooled standard deviations (Hedges 1981)."""
    smaller = min(before.n, after.n)
    if smaller < thresholds.effect_size_pairs:
        return Missing(MissingReason.TOO_FEW_PEOPLE, smaller, thresholds.effect_size_pairs)
    degrees = before.n + after.n - 2
    squares = (before.n - 1) * before.sd**2 + (after.n - 1) * after.sd**2
    return _effect_size(after.mean - before.mean, sqrt(squares / degrees), degrees)


def hedges_correction(degrees: int) -> float:
    """The exact factor that takes small-sample bias out of a standardised difference; from 2 degrees."""
    half = degrees / 2
    return exp(lgamma(half) - lgamma(half - 0.5) - log(half) / 2)


def _effect_size(change: float, sd: float, degrees: int) -> EffectSize | Missing:
    if not sd:
        return Missing(MissingReason.NO_VARIATION, degrees, degrees)
    return EffectSize(hedges_correction(degrees) * change / sd, sd, degrees)


def _student95(degrees: int) -> float:
    """How many standard errors reach 95 % either side."""
    from scipy.special import stdtrit  # noqa: PLC0415 - slow to import, and most pages need none of it

    return float(stdtrit(degrees, 0.975))
