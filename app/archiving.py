"""What can be archived below an initiative, one `Archivable` a noun; what was, when and by whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlmodel import Session, col, select

from app.access import Right
from app.accounts.models import Person
from app.database import editing
from app.database.audit import Action, AuditEntry
from app.database.tables import Editable
from app.i18n import N_
from app.web.pagination import AfterId, Page

Row = TypeVar("Row", bound=Editable)


@dataclass(frozen=True)
class Archivable(Generic[Row]):
    """A noun whose rows people archive and bring back. One is all that a new noun needs:

        PROPOSALS = Archivable(
            "proposals", Proposal, Right.LOG, N_("Archived proposals"), lambda session, row: row.text
        )

    in `app/<package>/archive.py`, named in NOUNS of `app/archive_routes.py`. That makes, for those with
    `right` on the initiative and below /initiatives/{slug}/proposals, POST {row_id}/archive (with `_version`
    where the form has it), POST {row_id}/restore and GET archived; below /api/v1, DELETE /proposals/{row_id},
    POST /proposals/{row_id}/restore and GET /initiatives/{initiative_id}/proposals/archived. A page offers
    them with the macros `archive` and `archived_link` of `templates/components/archived.html`; the
    message after archiving brings its own button to take it back.

    `collection` is the noun's place in addresses; `title` says in a line what a row is. `archive` and
    `restore` are given where there are rules beyond those of `app.database.editing`, and raise Invalid.
    `listed` and `shown` are below the initiative's address: where to go after archiving (the list that the
    row was in, by default `collection`) and after bringing it back (by default the same). `archived` is what
    the next page says after archiving.
    """

    collection: str
    table: type[Row]
    right: Right
    heading: str
    title: Callable[[Session, Row], str]
    archive: Callable[[Session, Row, int | None], object] = editing.archive
    restore: Callable[[Session, Row], object] = editing.restore
    listed: Callable[[Row], str] | None = None
    shown: Callable[[Row], str] | None = None
    archived: str = N_("Archived: {title}. It counts nowhere any more.")

    def list_of(self, row: Row) -> str:
        return self.listed(row) if self.listed else self.collection

    def place_of(self, row: Row) -> str:
        return self.shown(row) if self.shown else self.list_of(row)


@dataclass(frozen=True)
class Archived:
    """One archived row; `archived_by` is empty where nobody's name is kept."""

    id: int
    title: str
    archived_at: datetime
    archived_by: str


def archived_rows(
    session: Session, noun: Archivable[Any], initiative_id: int, after: AfterId | None, limit: int
) -> Page[Archived]:
    """What was archived last comes first."""
    rows = session.exec(
        select(noun.table)
        .where(
            col(noun.table.initiative_id) == initiative_id,
            col(noun.table.archived_at).is_not(None),
            *_archived_before(session, noun.table, after),
        )
        .order_by(col(noun.table.archived_at).desc(), col(noun.table.id).desc())
        .limit(limit + 1)
    ).all()
    shown = rows[:limit]
    names = _archived_by(session, noun.table, [row.key for row in shown])
    lines = [
        Archived(row.key, noun.title(session, row), row.archived_at, names.get(row.key, "")) for row in shown
    ]
    return Page(lines, str(shown[-1].key) if len(rows) > limit else None)


def _archived_before(
    session: Session, table: type[Editable], after: AfterId | None
) -> Sequence[sa.ColumnElement[bool]]:
    """Nothing where the last row shown has come back meanwhile: then the list begins again."""
    last = session.get(table, after.id) if after else None
    if last is None or last.archived_at is None:
        return []
    return [sa.tuple_(col(table.archived_at), col(table.id)) < (last.archived_at, last.key)]


def _archived_by(session: Session, table: type[Editable], ids: Sequence[int]) -> dict[int, str]:
    """Row id → who archived it last."""
    found = session.execute(
        sa.select(col(AuditEntry.row_id), col(Person.name))
        .join(Person, col(Person.id) == AuditEntry.person_id)
        .where(
            col(AuditEntry.table_name) == str(table.__tablename__),
            col(AuditEntry.row_id).in_(ids),
            col(AuditEntry.action) == Action.ARCHIVED,
        )
        .order_by(col(AuditEntry.id))
    )
    return {row[0]: row[1] for row in found}
