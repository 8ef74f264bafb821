"""How citizens and professionals each rate who led a phase; the two sides are never averaged."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from statistics import median

from app.measurement.missing import Missing, MissingReason
from app.measurement.records import View
from app.measurement.thresholds import DEFAULT
from app.vocabulary import Side

RATINGS = range(1, 6)


@dataclass(frozen=True, slots=True)
class SideView:
    """`distribution` counts the ratings 1 to 5, in that order."""

    n: int
    median: float
    distribution: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PhaseViews:
    """`gap` is the citizens' median less the professionals': positive when citizens see more citizen lead."""

    phase_id: int
    citizens: SideView | Missing
    professionals: SideView | Missing
    gap: float | Missing


def phase_views(
    phase_id: int, views: Iterable[View], as_of: date, least: int = DEFAULT.disclosure_inside
) -> PhaseViews:
    """Both sides of one phase; a side with fewer than `least` ratings is not shown."""
    given = [v for v in views if v.phase_id == phase_id and (v.rated_on is None or v.rated_on <= as_of)]
    citizens = _side_view([v for v in given if v.side is Side.CITIZENS], least)
    professionals = _side_view([v for v in given if v.side is Side.PROFESSIONALS], least)
    return PhaseViews(phase_id, citizens, professionals, _gap(citizens, professionals))


def _side_view(views: Sequence[View], least: int) -> SideView | Missing:
    ratings = [view.rating for view in _in_whole_steps(views, least)]
    if len(ratings) < max(1, least):
        return Missing(MissingReason.TOO_FEW_VIEWS, len(ratings), max(1, least))
    return SideView(len(ratings), float(median(ratings)), tuple(ratings.count(r) for r in RATINGS))


def _in_whole_steps(views: Sequence[View], least: int) -> Iterator[View]:
    """As many batches at a time as hold `least` views: no two days then differ by fewer people than that."""
    at_a_time = max(1, ceil(least / DEFAULT.disclosure_inside))
    batches = max((view.batch or 0 for view in views), default=0)
    whole = batches - batches % at_a_time
    return (view for view in views if (view.batch or 0) <= whole)


def _gap(citizens: SideView | Missing, professionals: SideView | Missing) -> float | Missing:
    if isinstance(citizens, Missing):
        return citizens
    if isinstance(professionals, Missing):
        return professionals
    return citizens.median - professionals.median
