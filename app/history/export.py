"""A whole history as a file of flat memory: CSV in words for people, JSON lines as stored for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.database.audit import AuditEntry
from app.database.engine import Database
from app.history.lines import Line, lines
from app.history.names import Names, names_behind
from app.history.queries import Place, Wanted, changes
from app.history.schemas import change_public
from app.web.csv import csv_lines
from app.web.pagination import AfterId

BATCH = 500
"""Entries read at once, each batch in a session of its own: a slow reader holds no transaction open."""

COLUMNS = ("happened_at", "person", "kind", "row_id", "row", "action", "field", "before", "after")


@dataclass(frozen=True)
class Export:
    """What of the history is asked for, and whether e-mail addresses are for this reader."""

    database: Database
    place: Place
    wanted: Wanted
    with_addresses: bool

    def as_csv(self) -> Iterator[str]:
        """One row a field that changed; dates and moments of the row itself as ISO, to be sorted by."""
        told = (row for line in self._lines() for row in _rows(line))
        return csv_lines(COLUMNS, told)

    def as_json_lines(self) -> Iterator[str]:
        for entries, names in self._batches():
            for entry in entries:
                change = change_public(entry, names.people, with_addresses=self.with_addresses)
                yield change.model_dump_json() + "\n"

    def _lines(self) -> Iterator[Line]:
        for entries, names in self._batches():
            yield from lines(entries, names, with_addresses=self.with_addresses)

    def _batches(self) -> Iterator[tuple[Sequence[AuditEntry], Names]]:
        after: AfterId | None = None
        while True:
            with self.database.reading() as session:
                page = changes(session, self.place, self.wanted, after, BATCH)
                names = names_behind(session, page.items)
            yield page.items, names
            after = AfterId.parse(page.next)
            if after is None:
                return


def _rows(line: Line) -> Iterator[Sequence[str]]:
    entry = line.entry
    start = (
        entry.happened_at.isoformat(timespec="seconds"),
        line.who,
        line.kind,
        str(entry.row_id),
        line.title,
        line.action,
    )
    if line.sentence or not line.changes:
        yield *start, "", "", line.sentence
    for change in line.changes:
        yield *start, change.name, change.before, change.after
