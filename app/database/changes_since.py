"""What happened to a row since somebody read it, told by the audit log."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, select

from app.database.audit import HIDDEN, AuditEntry
from app.database.tables import Editable
from app.refusals import ChangesSince


def changes_since(session: Session, row: Editable, version: int) -> ChangesSince | None:
    """None where the log knows nothing. Each change counts the version up by one and leaves one entry."""
    entries = session.exec(
        select(AuditEntry)
        .where(AuditEntry.table_name == str(row.__tablename__), AuditEntry.row_id == row.key)
        .order_by(col(AuditEntry.id).desc())
        .limit(max(row.version - version, 1))
    ).all()
    if not entries:
        return None
    read: dict[str, Any] = {}
    for entry in entries:  # the newest first, so that the oldest has the last word
        read.update(dict.fromkeys(entry.after), **entry.before)
    known = {field: value for field, value in read.items() if value != HIDDEN}
    untold = frozenset(read.keys() - known.keys())
    return ChangesSince(_name(session, entries[0].person_id), entries[0].happened_at, known, untold)


def _name(session: Session, person_id: int | None) -> str:
    """Nothing where nobody may learn who it was."""
    person = SQLModel.metadata.tables["person"].c
    found: str | None = session.connection().scalar(sa.select(person.name).where(person.id == person_id))
    return found or ""
