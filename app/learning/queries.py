"""Reads of what is learned, the newest first. Archived rows are left out everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select, tuple_

from app.database.tables import Editable
from app.learning.models import Incident, Obstacle, Proposal, Story
from app.vocabulary import Consent
from app.web.pagination import After, Page

Row = TypeVar("Row", bound=Editable)

DAYS: dict[type[Editable], str] = {
    Proposal: "made_on",
    Obstacle: "noticed_on",
    Incident: "happened_on",
    Story: "told_on",
}
"""The day that an entry of each kind is about."""

MAY_LEAVE = (Consent.PUBLIC, Consent.NOT_NEEDED)
"""What a story must have to be read outside its initiative."""

MEASURES = sa.table("indicator", *map(sa.column, ("id", "initiative_id", "name", "archived_at")))
"""By its name: learning and indicators stand side by side and do not import each other."""


@dataclass(frozen=True)
class Some:
    """A page of entries of one kind, and how many there are in all."""

    page: Page[Any]
    count: int


def entries_of(
    session: Session,
    table: type[Row],
    initiative_id: int,
    after: After | None,
    limit: int,
    ids: tuple[int, ...] = (),
    indicator_id: int | None = None,
) -> Page[Row]:
    """`indicator_id` is for kinds that may bear on one."""
    day = _day(table)
    rows = session.exec(
        select(table)
        .where(*_wanted(table, initiative_id, ids, indicator_id))
        .where(*([tuple_(day, col(table.id)) < (after.day, after.id)] if after else []))
        .order_by(day.desc(), col(table.id).desc())
        .limit(limit + 1)
    ).all()
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(rows[:limit], str(After(day_of(more), more.key)) if more else None)


def count_entries(
    session: Session,
    table: type[Editable],
    initiative_id: int,
    ids: tuple[int, ...] = (),
    indicator_id: int | None = None,
) -> int:
    wanted = _wanted(table, initiative_id, ids, indicator_id)
    return session.exec(select(func.count()).select_from(table).where(*wanted)).one()


def some_of(session: Session, table: type[Editable], initiative_id: int, limit: int) -> Some:
    """The newest, and how many there are."""
    page = entries_of(session, table, initiative_id, None, limit)
    return Some(page, count_entries(session, table, initiative_id))


def stories_that_may_leave(session: Session, initiative_id: int, as_of: date, limit: int) -> list[Story]:
    """The newest stories up to a day that may be read outside: told on a page that may be printed."""
    return list(
        session.exec(
            select(Story)
            .where(*_wanted(Story, initiative_id, ()))
            .where(col(Story.consent).in_(MAY_LEAVE), Story.told_on <= as_of)
            .order_by(col(Story.told_on).desc(), col(Story.id).desc())
            .limit(limit)
        )
    )


def stories_about(
    session: Session, initiative_id: int, indicator_id: int, since: date | None, as_of: date, limit: int
) -> list[Story]:
    """Told by a day and not taken back, the latest they speak of first; `since` leaves out earlier ones."""
    starts_on = func.coalesce(col(Story.period_starts_on), col(Story.told_on))
    ends_on = func.coalesce(col(Story.period_ends_on), col(Story.told_on))
    return list(
        session.exec(
            select(Story)
            .where(*_wanted(Story, initiative_id, (), indicator_id))
            .where(col(Story.consent) != Consent.WITHDRAWN, Story.told_on <= as_of)
            .where(*([ends_on >= since] if since else []))
            .order_by(starts_on.desc(), col(Story.id).desc())
            .limit(limit)
        )
    )


def measures_of(session: Session, initiative_id: int) -> dict[int, str]:
    """Id → name of the initiative's indicators, for stories that bear on one."""
    rows = session.execute(
        sa.select(MEASURES.c.id, MEASURES.c.name)
        .where(MEASURES.c.initiative_id == initiative_id, MEASURES.c.archived_at.is_(None))
        .order_by(MEASURES.c.id)
    )
    return {row.id: row.name for row in rows}


def day_of(entry: Editable) -> date:
    """The day that an entry is about."""
    day: date = getattr(entry, DAYS[type(entry)])
    return day


def _day(table: type[Editable]) -> Any:
    return col(getattr(table, DAYS[table]))


def _wanted(
    table: Any, initiative_id: int, ids: tuple[int, ...], indicator_id: int | None = None
) -> Iterator[ColumnElement[bool]]:
    yield col(table.initiative_id) == initiative_id
    yield col(table.archived_at).is_(None)
    if ids:
        yield col(table.id).in_(ids)
    if indicator_id is not None:
        yield col(table.indicator_id) == indicator_id
