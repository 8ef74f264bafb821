"""One audit entry as a line people read: when, who, what kind, which row, and each field before and after."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from app.database.audit import Action, AuditEntry
from app.history.differences import Part, difference
from app.history.discretion import told
from app.history.kinds import NAMELESS, kind_of
from app.history.names import Names
from app.history.values import in_words
from app.i18n import N_, _
from app.i18n.field_names import field_name

ACTIONS: Mapping[Action, str] = {
    Action.CREATED: N_("Added"),
    Action.CHANGED: N_("Changed"),
    Action.ARCHIVED: N_("Archived"),
    Action.RESTORED: N_("Brought back"),
}
LINKS = {"invitation", "partner_invitation", "rating_link"}
LONG = 80
"""Characters from which a text is compared word by word."""


@dataclass(frozen=True)
class Change:
    """One field, in words; empty where there was or is nothing. `parts` where a long text was reworded."""

    field: str
    name: str
    before: str
    after: str
    parts: Sequence[Part] = ()


@dataclass(frozen=True)
class Line:
    entry: AuditEntry
    who: str
    kind: str
    action: str
    title: str
    part_of_address: str
    """Where the row is seen, below its initiative; nothing where it is seen nowhere."""
    sentence: str
    changes: Sequence[Change]

    @property
    def at(self) -> datetime:
        return self.entry.happened_at


def lines(entries: Iterable[AuditEntry], names: Names, *, with_addresses: bool) -> list[Line]:
    return [_line(entry, names, with_addresses=with_addresses) for entry in entries]


def by_day(some: Iterable[Line]) -> list[tuple[date, list[Line]]]:
    """Lines in their order, together with the day of UTC they share."""
    return [(day, list(same)) for day, same in groupby(some, key=lambda line: line.at.date())]


def who_in(entry: AuditEntry, names: Names) -> str:
    if entry.table_name in NAMELESS:
        return _("Nobody’s name is kept")
    return names.of("person", entry.person_id) if entry.person_id else _("Tandem itself")


def _line(entry: AuditEntry, names: Names, *, with_addresses: bool) -> Line:
    return Line(
        entry=entry,
        who=who_in(entry, names),
        kind=_(kind_of(entry.table_name).word),
        action=_(ACTIONS[entry.action]),
        title=names.of(entry.table_name, entry.row_id),
        part_of_address=names.part_of_address(entry.table_name, entry.row_id),
        sentence=_sentence(entry),
        changes=_changes(entry, names, with_addresses=with_addresses),
    )


def _sentence(entry: AuditEntry) -> str:
    """What archiving and bringing back mean for this kind of row."""
    if entry.action is Action.ARCHIVED:
        if entry.table_name in LINKS:
            return _("The link was withdrawn: it lets nobody in any more.")
        if entry.table_name == "member":
            return _("This person belongs to the organization no more.")
        return _("Archived: from here on it counts nowhere. It can be brought back.")
    if entry.action is Action.RESTORED:
        return _("Brought back: from here on it counts again.")
    return ""


def _changes(entry: AuditEntry, names: Names, *, with_addresses: bool) -> list[Change]:
    is_new = entry.action is Action.CREATED
    before = told(entry, entry.before, with_addresses=with_addresses, is_new=is_new)
    after = told(entry, entry.after, with_addresses=with_addresses, is_new=is_new)
    changes = [_change(entry.table_name, field, before, after, names) for field in after]
    return [change for change in changes if change.before or change.after]


def _change(
    table_name: str, field: str, before: Mapping[str, Any], after: Mapping[str, Any], names: Names
) -> Change:
    old = in_words(table_name, field, before, names)
    new = in_words(table_name, field, after, names)
    parts = difference(old, new) if min(len(old), len(new)) > LONG else ()
    return Change(field, field_name(field) or field, old, new, parts)
