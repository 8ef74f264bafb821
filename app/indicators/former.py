"""Baselines and targets as they were: replaced ones are kept, so that a past day is seen as it was."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlmodel import Session, col, select

from app.indicators.models import FormerPoint, Indicator
from app.indicators.records import indicator_record
from app.measurement.records import Point
from app.vocabulary import PointKind


def former_points(session: Session, indicator_id: int) -> Sequence[FormerPoint]:
    """Of both kinds, in the order in which they were replaced."""
    return session.exec(
        select(FormerPoint)
        .where(FormerPoint.indicator_id == indicator_id, col(FormerPoint.archived_at).is_(None))
        .order_by(col(FormerPoint.replaced_on), col(FormerPoint.id))
    ).all()


def points_as_of(
    indicator: Indicator, former: Sequence[FormerPoint], as_of: date
) -> tuple[Point | None, Point | None]:
    """The baseline and the target in force at the end of that day; `former` as `former_points` gives it.

    A baseline counts from the day it was measured, whenever it was entered; a target from the day it was set.
    """
    now = indicator_record(indicator)
    baseline = _in_force(PointKind.BASELINE, now.baseline, former, as_of)
    is_measured = baseline is not None and baseline.on is not None and baseline.on <= as_of
    return baseline if is_measured else None, _in_force(PointKind.TARGET, now.target, former, as_of)


def _in_force(kind: PointKind, now: Point | None, former: Iterable[FormerPoint], as_of: date) -> Point | None:
    """Of those replaced after the day, the first one replaced was in force on it."""
    later = (point for point in former if point.kind is kind and point.replaced_on > as_of)
    first = next(later, None)
    return now if first is None else _point(first)


def _point(row: FormerPoint) -> Point | None:
    return None if row.value is None else Point(row.value, row.dated, row.n)
