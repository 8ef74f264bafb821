"""Reads of the audit log, the newest first, and of what its rows are called."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

from pydantic import Field
from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from app.accounts.models import Person
from app.database.audit import Action, AuditEntry
from app.database.tables import Editable
from app.fields import EMPTY_MEANS_ALL
from app.history.kinds import OF_ORGANIZATIONS
from app.web.addresses import LARGEST_ID
from app.web.pagination import AfterId, Page

NOBODY = 0
"""In place of a person's id: what Tandem did itself, and what is kept without a name."""

SomeId = Annotated[Annotated[int, Field(ge=0, le=LARGEST_ID)] | None, EMPTY_MEANS_ALL]
SomeDay = Annotated[date | None, EMPTY_MEANS_ALL]
Place = ColumnElement[bool]
"""Which rows' history: of an initiative, of one record, of an organization."""


@dataclass(frozen=True)
class Wanted:
    """What a history is narrowed to; empty means all. Days are days of UTC."""

    kind: str = ""
    person: SomeId = None
    action: Annotated[Action | None, EMPTY_MEANS_ALL] = None
    since: SomeDay = None
    until: SomeDay = None
    row: SomeId = None

    def in_address(self) -> dict[str, str]:
        """Name → value of every filter in use."""
        given = {name: value for name, value in vars(self).items() if value not in (None, "")}
        return {name: str(value) for name, value in given.items()}


def of_initiative(initiative_id: int) -> Place:
    return col(AuditEntry.initiative_id) == initiative_id


def of_record(initiative_id: int, kind: str, row_id: int) -> Place:
    is_this = (col(AuditEntry.table_name) == kind) & (col(AuditEntry.row_id) == row_id)
    return is_this & of_initiative(initiative_id)


def of_organization(organization_id: int) -> Place:
    """Itself, its people and its invitations; what it does as a partner is told by the initiative."""
    is_its_own = col(AuditEntry.table_name).in_(list(OF_ORGANIZATIONS))
    return (col(AuditEntry.organization_id) == organization_id) & is_its_own


def changes(
    session: Session, place: Place, wanted: Wanted, after: AfterId | None, limit: int
) -> Page[AuditEntry]:
    rows = session.exec(
        select(AuditEntry)
        .where(place, *_narrowed(wanted), *_older_than(after))
        .order_by(col(AuditEntry.id).desc())
        .limit(limit + 1)
    ).all()
    shown = rows[:limit]
    return Page(shown, str(shown[-1].id) if len(rows) > limit else None)


def is_empty(session: Session, place: Place) -> bool:
    return session.exec(select(AuditEntry.id).where(place).limit(1)).first() is None


def people_of(session: Session, place: Place) -> dict[int, str]:
    """Everybody who has changed something there: id → name, by name."""
    authors = select(AuditEntry.person_id).where(place).distinct()
    people = select(Person.id, Person.name).where(col(Person.id).in_(authors)).order_by(Person.name)
    return {id_: name for id_, name in session.exec(people) if id_ is not None}


def rows_by_id(
    session: Session, wanted: Mapping[type[Editable], Iterable[int]]
) -> dict[tuple[str, int], Editable]:
    """The rows of these ids, archived ones too, in one statement a table: table and id → row."""
    return {
        (str(table.__tablename__), row.key): row
        for table, ids in wanted.items()
        for row in _rows(session, table, list(ids))
    }


def _rows(session: Session, table: type[Editable], ids: Sequence[int]) -> Sequence[Editable]:
    return session.exec(select(table).where(col(table.id).in_(ids))).all() if ids else ()


def _narrowed(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.kind:
        yield col(AuditEntry.table_name) == wanted.kind
    if wanted.person is not None:
        yield (
            col(AuditEntry.person_id) == wanted.person
            if wanted.person
            else col(AuditEntry.person_id).is_(None)
        )
    if wanted.action:
        yield col(AuditEntry.action) == wanted.action
    if wanted.since:
        yield col(AuditEntry.happened_at) >= _start_of(wanted.since)
    if wanted.until:
        yield col(AuditEntry.happened_at) < _start_of(wanted.until + timedelta(days=1))
    if wanted.row is not None:
        yield col(AuditEntry.row_id) == wanted.row


def _older_than(after: AfterId | None) -> Iterator[ColumnElement[bool]]:
    if after:
        yield col(AuditEntry.id) < after.id


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
