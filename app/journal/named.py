"""Entries called for one by one, by their kind and number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import sqlalchemy as sa
from sqlmodel import Session

from app.journal.queries import Entry
from app.journal.sources import SOURCES, Source
from app.vocabulary import EntryKind

Name = tuple[EntryKind, int]


def entries_named(session: Session, initiative_id: int, names: Iterable[Name]) -> dict[Name, Entry]:
    """Those of the initiative that are not archived; one statement a kind."""
    wanted: dict[EntryKind, set[int]] = defaultdict(set)
    for kind, number in names:
        wanted[kind].add(number)
    sources = [source for source in SOURCES if source.kind in wanted]
    found = (
        entry for source in sources for entry in _entries(session, source, initiative_id, wanted[source.kind])
    )
    return {(entry.kind, entry.id): entry for entry in found}


def _entries(session: Session, source: Source, initiative_id: int, ids: set[int]) -> Iterator[Entry]:
    table = source.table
    figures = [column.label(name) for name, column in source.figures.items()]
    phase = (sa.null() if source.phase is None else source.phase).label("phase_id")
    query = sa.select(
        table.c.id,
        source.day.label("day"),
        source.title.label("title"),
        phase,
        table.c.created_by_id,
        *figures,
    ).select_from(table)
    if source.above:
        above, joined = source.above
        query = query.join(above, joined).where(above.c.archived_at.is_(None))
    here = query.where(
        table.c.initiative_id == initiative_id, table.c.archived_at.is_(None), table.c.id.in_(sorted(ids))
    )
    for row in session.execute(here):
        values = {name: getattr(row, name) for name in source.figures}
        yield Entry(source.kind, row.id, row.day, row.title, row.phase_id, row.created_by_id, values)
