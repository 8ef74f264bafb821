"""Short lists below an initiative, for programs: in order of entry, a page at a time."""

from typing import TypeVar

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from app.database.tables import Editable
from app.web.pagination import AfterId, Page

Row = TypeVar("Row", bound=Editable)


def page_of(
    session: Session, table: type[Row], here: ColumnElement[bool], after: AfterId | None, limit: int
) -> Page[Row]:
    """The rows for which `here` holds, archived ones left out."""
    rows = session.exec(
        select(table)
        .where(here, col(table.archived_at).is_(None), col(table.id) > (after.id if after else 0))
        .order_by(col(table.id))
        .limit(limit + 1)
    ).all()
    shown = rows[:limit]
    return Page(shown, str(shown[-1].key) if len(rows) > limit else None)
