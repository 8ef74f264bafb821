"""Who changed what: one row a change, in the same transaction, never updated or deleted."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import UOWTransaction
from sqlmodel import Field, Session, SQLModel

from app.clock import utc_now
from app.database.columns import Moment, words
from app.database.tables import Editable

SECRET = frozenset({"password_hash", "token_hash"})
BOOKKEEPING = {"version", "updated_at"}
HIDDEN = "…"


class Action(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    ARCHIVED = "archived"
    RESTORED = "restored"


class AuditEntry(SQLModel, table=True):
    __tablename__ = "audit_entry"

    id: int | None = Field(default=None, primary_key=True)
    happened_at: datetime = Field(sa_type=Moment, nullable=False)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    initiative_id: int | None = None
    organization_id: int | None = None
    table_name: str
    row_id: int
    action: Action = Field(sa_type=words(Action), nullable=False)
    before: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, nullable=False)
    after: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, nullable=False)

    __table_args__ = (
        sa.Index("ix_audit_entry_row", "table_name", "row_id"),
        sa.Index("ix_audit_entry_initiative", "initiative_id", "id"),
        sa.Index("ix_audit_entry_organization", "organization_id", "id"),
    )


def act_as(session: Session, person_id: int) -> None:
    """From here on, changes in this unit of work are this person's."""
    session.info["person_id"] = person_id


@event.listens_for(Session, "before_flush")
def _sign_new_rows(session: Session, flush: UOWTransaction, instances: object) -> None:
    for row in session.new:
        if isinstance(row, Editable) and row.created_by_id is None and not row.is_nameless:
            row.created_by_id = session.info.get("person_id")


@event.listens_for(Session, "after_flush")
def _write_down_changes(session: Session, flush: UOWTransaction) -> None:
    rows = [row for row in (*session.new, *session.dirty) if isinstance(row, Editable)]
    entries = [entry for row in rows if (entry := _entry(session, row))]
    if entries:
        session.connection().execute(sa.insert(AuditEntry), entries)
    session.info.setdefault("touched", set()).update(
        row.initiative_touched for row in rows if row.initiative_touched is not None
    )


def _entry(session: Session, row: Editable) -> dict[str, Any] | None:
    before, after = _changes(row)
    if not after:
        return None
    return {
        "happened_at": utc_now(),
        "person_id": None if row.is_nameless else session.info.get("person_id"),
        "initiative_id": row.initiative_touched,
        "organization_id": row.organization_touched,
        "table_name": str(row.__tablename__),
        "row_id": row.key,
        "action": _action(row, before, after, is_new=row in session.new),
        "before": before,
        "after": after,
    }


def _changes(row: Editable) -> tuple[dict[str, Any], dict[str, Any]]:
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    hidden = SECRET | row.kept_out_of_audit
    for attribute in sa.inspect(row).attrs:
        history = attribute.history
        if not history.has_changes() or attribute.key in BOOKKEEPING:
            continue
        if history.deleted:
            before[attribute.key] = _plain(history.deleted[0], is_hidden=attribute.key in hidden)
        added = history.added[0] if history.added else None
        after[attribute.key] = _plain(added, is_hidden=attribute.key in hidden)
    return before, after


def _action(row: Editable, before: dict[str, Any], after: dict[str, Any], *, is_new: bool) -> Action:
    if is_new:
        return Action.CREATED
    if "archived_at" in after:
        return Action.ARCHIVED if after["archived_at"] else Action.RESTORED
    return Action.CHANGED


def _plain(value: Any, *, is_hidden: bool) -> Any:
    """A value as JSON keeps it; what is hidden leaves only that it changed."""
    if is_hidden:
        return HIDDEN
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
