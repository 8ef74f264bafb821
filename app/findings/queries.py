"""Reads of findings. Archived ones are left out everywhere."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select, tuple_

from app.findings.models import Finding
from app.web.pagination import After, Page


def findings_of(
    session: Session,
    initiative_id: int,
    after: After | None,
    limit: int,
    indicator_id: int | None = None,
    *,
    is_open: bool = False,
) -> Page[Finding]:
    """The newest first; with an indicator, those about it; open ones recommend what is not yet done."""
    rows = session.exec(
        select(Finding)
        .where(*_wanted(initiative_id, indicator_id, is_open=is_open))
        .where(*([tuple_(col(Finding.found_on), col(Finding.id)) < (after.day, after.id)] if after else []))
        .order_by(col(Finding.found_on).desc(), col(Finding.id).desc())
        .limit(limit + 1)
    ).all()
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(rows[:limit], str(After(more.found_on, more.key)) if more else None)


def findings_between(
    session: Session, initiative_id: int, starts_on: date | None, as_of: date
) -> list[Finding]:
    """Written by a day, the newest first; those of a period where its first day is given."""
    return list(
        session.exec(
            select(Finding)
            .where(*_wanted(initiative_id), *_written(starts_on, as_of))
            .order_by(col(Finding.found_on).desc(), col(Finding.id).desc())
        )
    )


def count_findings(
    session: Session, initiative_id: int, indicator_id: int | None = None, *, is_open: bool = False
) -> int:
    return _count(session, *_wanted(initiative_id, indicator_id, is_open=is_open))


def count_between(session: Session, initiative_id: int, starts_on: date | None, as_of: date) -> int:
    return _count(session, *_wanted(initiative_id), *_written(starts_on, as_of))


def _count(session: Session, *wanted: ColumnElement[bool]) -> int:
    return session.exec(select(func.count()).select_from(Finding).where(*wanted)).one()


def findings_about(
    session: Session, initiative_id: int, indicator_id: int, since: date | None, as_of: date, limit: int
) -> list[Finding]:
    """Written by a day, those that speak of the latest first; `since` leaves out earlier ones."""
    starts_on = func.coalesce(col(Finding.period_starts_on), col(Finding.found_on))
    ends_on = func.coalesce(col(Finding.period_ends_on), col(Finding.found_on))
    return list(
        session.exec(
            select(Finding)
            .where(*_wanted(initiative_id, indicator_id), Finding.found_on <= as_of)
            .where(*([ends_on >= since] if since else []))
            .order_by(starts_on.desc(), col(Finding.id).desc())
            .limit(limit)
        )
    )


def _written(starts_on: date | None, as_of: date) -> Iterator[ColumnElement[bool]]:
    yield col(Finding.found_on) <= as_of
    if starts_on:
        yield col(Finding.found_on) >= starts_on


def _wanted(
    initiative_id: int, indicator_id: int | None = None, *, is_open: bool = False
) -> Iterator[ColumnElement[bool]]:
    yield col(Finding.initiative_id) == initiative_id
    yield col(Finding.archived_at).is_(None)
    if indicator_id is not None:
        yield col(Finding.indicator_id) == indicator_id
    if is_open:
        yield col(Finding.recommendation) != ""
        yield col(Finding.done_on).is_(None)
