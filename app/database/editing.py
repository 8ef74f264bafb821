"""The three ways a stored row changes: edited at the version that was read, archived, restored."""

from collections.abc import Iterable
from typing import TypeVar

from pydantic import BaseModel
from sqlalchemy.orm import object_session
from sqlmodel import Session

from app.clock import utc_now
from app.database.changes_since import changes_since
from app.database.references import is_below_archived
from app.database.tables import Editable
from app.i18n import _
from app.refusals import Invalid, Stale

Row = TypeVar("Row", bound=Editable)


def edit(session: Session, row: Row, change: BaseModel, version: int | None) -> Row:
    """Set what `change` sets. With a version, refuse if the row has moved on since it was read."""
    expect_version(row, version)
    for name, value in change.model_dump(exclude_unset=True).items():
        setattr(row, name, value)
    session.flush()
    return row


def archive(session: Session, row: Row, version: int | None = None) -> Row:
    expect_version(row, version)
    archive_held(session, [row])
    return row


def archive_held(session: Session, rows: Iterable[Row]) -> None:
    """Rows that nobody else can change before this unit of work ends, in one flush.

    One by one, each with its own lock, thousands of them would take minutes.
    """
    for row in rows:
        row.archived_at = row.archived_at or utc_now()
    session.flush()


def restore(session: Session, row: Row) -> Row:
    """Into what it belongs to, which must be there."""
    if is_below_archived(session, row, kept=True):
        raise Invalid({"archived": _("What it belongs to is archived. Bring that back first.")})
    row.archived_at = None
    session.flush()
    return row


def expect_version(row: Editable, version: int | None) -> None:
    """Refuse if the row has moved on since it was read, here or by the person; others then wait for us.

    Without the lock two transactions could read one version, and the slower would fail only when it writes.
    """
    session = object_session(row)
    assert isinstance(session, Session)
    session.flush()
    read = row.version if version is None else version
    if row.version == read:  # whoever is late already need not wait for the lock
        session.refresh(row, with_for_update=True)
    if row.version != read:
        raise Stale(row, changes_since(session, row, read))
