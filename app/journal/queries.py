"""Pages of the journal: the entries of every kind, the newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

import sqlalchemy as sa
from sqlmodel import Session, col

from app.accounts.models import Person
from app.i18n import _
from app.journal.schemas import Wanted
from app.journal.sources import SOURCES
from app.journal.statement import RANKS, Shape, statement
from app.refusals import Invalid
from app.vocabulary import EntryKind
from app.web.pagination import After, Page


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal; `figures` are those of its kind, by name."""

    kind: EntryKind
    id: int
    day: date
    title: str
    phase_id: int | None
    person_id: int | None
    figures: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AfterEntry:
    """The last entry already shown: `2025-04-12.17.activity`."""

    place: After
    kind: EntryKind

    @classmethod
    def parse(cls, cursor: str | None) -> Self | None:
        if not cursor:
            return None
        place, _dot, kind = cursor.rpartition(".")
        after = After.parse(place)
        if after is None or kind not in list(EntryKind):
            raise Invalid({"cursor": _("This page address is broken. Start from the first page.")})
        return cls(after, EntryKind(kind))

    def __str__(self) -> str:
        return f"{self.place}.{self.kind}"


def journal(
    session: Session,
    initiative_id: int,
    wanted: Wanted,
    after: AfterEntry | None,
    limit: int,
    *,
    wholes: bool = False,
) -> Page[Entry]:
    """The newest day first; on one day in the order of the kinds, the newest entry of each first.

    `wholes` leaves out the parts of a breakdown, and what is not said for good: estimates and drafts.
    """
    words = [_cases(word) for word in wanted.q.split()]
    query = statement(_shape(wanted, words, after, wholes=wholes))
    if query is None:
        return Page([], None)
    values = _values(wanted, words, after) | {"initiative_id": initiative_id, "rows": limit + 1}
    rows = session.execute(query, values).all()
    entries = [_entry(row) for row in rows[:limit]]
    more = entries[-1] if len(rows) > limit else None
    return Page(entries, str(AfterEntry(After(more.day, more.id), more.kind)) if more else None)


def count_entries(session: Session, initiative_id: int) -> int:
    """Of every kind, all that are not archived."""
    counts = [
        sa.select(sa.func.count())
        .select_from(source.table)
        .where(source.table.c.initiative_id == initiative_id, source.table.c.archived_at.is_(None))
        .scalar_subquery()
        for source in SOURCES
    ]
    return sum(int(count) for count in session.execute(sa.select(*counts)).one())


def people_named(session: Session, ids: Iterable[int | None]) -> dict[int, str]:
    """Id → name."""
    wanted = {id_ for id_ in ids if id_ is not None}
    rows = session.execute(
        sa.select(col(Person.id), col(Person.name))
        .where(col(Person.id).in_(wanted))
        .order_by(col(Person.name))
    )
    return {row.id: row.name for row in rows}


def _shape(wanted: Wanted, words: list[tuple[str, ...]], after: AfterEntry | None, *, wholes: bool) -> Shape:
    return Shape(
        kinds=tuple(kind for kind in RANKS if kind in wanted.kind),
        by_phase=wanted.phase_id is not None,
        by_person=wanted.person_id is not None,
        since=wanted.since is not None,
        until=wanted.until is not None,
        words=tuple(len(forms) for forms in words),
        after=RANKS[after.kind] if after else None,
        wholes=wholes,
    )


def _values(wanted: Wanted, words: list[tuple[str, ...]], after: AfterEntry | None) -> dict[str, Any]:
    """Those that the shape has a place for; others are left aside by the statement."""
    values = wanted.model_dump(include={"phase_id", "person_id", "since", "until"})
    if after:
        values |= {"after_day": after.place.day, "after_id": after.place.id}
    return {name: value for name, value in values.items() if value is not None} | dict(_sought(words))


def _sought(words: list[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for number, forms in enumerate(words):
        for place, form in enumerate(forms):
            yield f"word_{number}_{place}", form


def _cases(word: str) -> tuple[str, ...]:
    """SQLite, and PostgreSQL in the C locale, know the small letters of ASCII only: É is not é to them."""
    escaped = word.replace("/", "//").replace("%", "/%").replace("_", "/_")
    forms = (escaped.lower(), escaped.upper(), escaped.capitalize())
    return (escaped,) if word.isascii() else tuple(dict.fromkeys(forms))


def _entry(row: Any) -> Entry:
    source = SOURCES[row.rank]
    figures = {name: getattr(row, name) for name in source.figures}
    return Entry(source.kind, row.id, row.day, row.title, row.phase_id, row.person_id, figures)
