"""Reads of the activity log, the newest first. Archived entries are left out everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select, tuple_

from app.activities.models import Activity
from app.web.pagination import After, Page


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to: certain entries, or those of one phase; empty means all."""

    ids: tuple[int, ...] = ()
    phase_id: int | None = None

    @property
    def is_narrowed(self) -> bool:
        return bool(self.ids or self.phase_id)


def activities_of(
    session: Session, initiative_id: int, wanted: Wanted, after: After | None, limit: int
) -> Page[Activity]:
    rows = session.exec(
        select(Activity)
        .where(*_wanted(initiative_id, wanted), *_older_than(after))
        .order_by(col(Activity.happened_on).desc(), col(Activity.id).desc())
        .limit(limit + 1)
    ).all()
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(rows[:limit], str(After(more.happened_on, more.key)) if more else None)


def last_entered_by(session: Session, initiative_id: int, person_id: int) -> Activity | None:
    """What this person logged last here, whatever its day."""
    return session.exec(
        select(Activity)
        .where(
            Activity.initiative_id == initiative_id,
            Activity.created_by_id == person_id,
            col(Activity.archived_at).is_(None),
        )
        .order_by(col(Activity.id).desc())
        .limit(1)
    ).first()


def count_activities(session: Session, initiative_id: int, wanted: Wanted) -> int:
    return session.exec(
        select(func.count()).select_from(Activity).where(*_wanted(initiative_id, wanted))
    ).one()


def _wanted(initiative_id: int, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    yield col(Activity.initiative_id) == initiative_id
    yield col(Activity.archived_at).is_(None)
    if wanted.ids:
        yield col(Activity.id).in_(wanted.ids)
    if wanted.phase_id:
        yield col(Activity.phase_id) == wanted.phase_id


def _older_than(after: After | None) -> Iterator[ColumnElement[bool]]:
    if after:
        yield tuple_(col(Activity.happened_on), col(Activity.id)) < (after.day, after.id)
