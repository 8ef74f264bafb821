"""What rows are called and where they are seen, with one statement a table however many rows there are."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlmodel import Session

from app.accounts.models import Person
from app.database.audit import AuditEntry
from app.database.tables import Editable
from app.history.columns import table_referred_to
from app.history.queries import rows_by_id
from app.i18n import _
from app.i18n.formats import format_day, format_money
from app.i18n.labels import label
from app.initiatives.pages import phase_name

RowKey = tuple[str, int]
"""Table and id."""

LONGEST_TITLE = 80


@cache
def tables() -> Mapping[str, type[Editable]]:
    """By name, those of packages that come later too."""
    return {str(table.__tablename__): table for table in Editable.__subclasses__()}


@dataclass(frozen=True)
class Names:
    """The rows behind some audit entries, and those that they refer to."""

    rows: Mapping[RowKey, Editable]

    def of(self, table_name: str, row_id: int | None) -> str:
        """What the row is called now; its number, where it has no name."""
        row = self.rows.get((table_name, row_id)) if row_id else None
        name = NAMED[table_name](row, self) if row and table_name in NAMED else ""
        return name or _("no. {number}").format(number=row_id)

    @property
    def people(self) -> dict[int, str]:
        """Id → name of everybody among the rows."""
        return {row.key: row.name for row in self.rows.values() if isinstance(row, Person)}

    def part_of_address(self, table_name: str, row_id: int) -> str:
        """Where the row is seen, below its initiative; nothing for one that is seen nowhere."""
        row = self.rows.get((table_name, row_id))
        place = SEEN_AT.get(table_name)
        return place.format(row=row) if row and place is not None and not row.archived_at else ""


def names_behind(session: Session, entries: Sequence[AuditEntry]) -> Names:
    """Of the rows that changed, of what the values refer to, and of those who changed them."""
    referred = {("person", entry.person_id) for entry in entries if entry.person_id}
    for entry in entries:
        referred.update(_references(entry.table_name, entry.before))
        referred.update(_references(entry.table_name, entry.after))
    return names_of(session, {(entry.table_name, entry.row_id) for entry in entries}, referred)


def names_of(session: Session, keys: Iterable[RowKey], referred: Iterable[RowKey] = ()) -> Names:
    """In two rounds: the rows, then what they refer to, since a value is called by its indicator."""
    rows = _load(session, keys)
    further = {key for row in rows.values() for key in _references(str(row.__tablename__), vars(row))}
    return Names(rows | _load(session, (further | set(referred)) - rows.keys()))


def people_in(session: Session, entries: Sequence[AuditEntry]) -> dict[int, str]:
    """The authors of these entries: id → name."""
    return Names(_load(session, {("person", entry.person_id) for entry in entries if entry.person_id})).people


def _load(session: Session, keys: Iterable[RowKey]) -> dict[RowKey, Editable]:
    ids: dict[type[Editable], set[int]] = defaultdict(set)
    for table_name, row_id in keys:
        if table_name in tables():
            ids[tables()[table_name]].add(row_id)
    return rows_by_id(session, ids)


def _references(table_name: str, values: Mapping[str, Any]) -> Iterator[RowKey]:
    for field, value in values.items():
        table = table_referred_to(table_name, field) if isinstance(value, int) else None
        if table:
            yield table, value


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1].rstrip()}…"


def _money_on(amount: str, day: Any) -> str:
    return _("{amount}, {day}").format(amount=amount, day=format_day(day))


def _of_phase(row: Any, names: Names) -> str:
    return names.of("phase", row.phase_id)


NAMED: Mapping[str, Callable[[Any, Names], str]] = {
    "activity": lambda row, names: row.title,
    "benefit": lambda row, names: _money_on(format_money(row.amount, row.currency), row.received_on),
    "claim": lambda row, names: _("{phase}: {lead}").format(
        phase=_of_phase(row, names), lead=label(row.lead)
    ),
    "contribution": lambda row, names: _shortened(row.text),
    "cost": lambda row, names: _money_on(format_money(row.amount, row.currency), row.spent_on),
    "declared_aim": lambda row, names: label(row.aim),
    "evidence_file": lambda row, names: row.name,
    "explanation": lambda row, names: _shortened(row.text),
    "finding": lambda row, names: _shortened(row.question),
    "former_point": lambda row, names: _("{indicator}, {day}").format(
        indicator=names.of("indicator", row.indicator_id), day=format_day(row.replaced_on)
    ),
    "ground": lambda row, names: names.of("finding", row.finding_id),
    "incident": lambda row, names: _shortened(row.text),
    "indicator": lambda row, names: row.name,
    "initiative": lambda row, names: row.name,
    "invitation": lambda row, names: row.email,
    "member": lambda row, names: names.of("person", row.person_id),
    "observation": lambda row, names: _("{indicator}, {day}").format(
        indicator=names.of("indicator", row.indicator_id), day=format_day(row.observed_on)
    ),
    "obstacle": lambda row, names: _shortened(row.text),
    "organization": lambda row, names: row.name,
    "partner_invitation": lambda row, names: row.name or label(row.role),
    "partnership": lambda row, names: names.of("organization", row.organization_id),
    "period_lock": lambda row, names: _("{start} to {end}").format(
        start=format_day(row.starts_on), end=format_day(row.ends_on)
    ),
    "person": lambda row, names: row.name,
    "phase": lambda row, names: phase_name(row),
    "proposal": lambda row, names: _shortened(row.text),
    "publication": lambda row, names: row.title,
    "rating_link": lambda row, names: row.name or _of_phase(row, names),
    "rebase": lambda row, names: _("{indicator}, {day}").format(
        indicator=names.of("indicator", row.indicator_id), day=format_day(row.rebased_on)
    ),
    "report_template": lambda row, names: row.name,
    "story": lambda row, names: _shortened(row.text) or format_day(row.told_on),
    "view": _of_phase,
    "warning_answer": lambda row, names: label(row.rule),
}

SEEN_AT: Mapping[str, str] = {
    "activity": "/activities/{row.id}",
    "benefit": "/benefits/{row.id}",
    "claim": "/phases#phase-{row.phase_id}",
    "contribution": "/contributions/{row.id}",
    "cost": "/costs/{row.id}",
    "declared_aim": "/aims",
    "evidence_file": "/evidence?entry_kind={row.entry_kind}&entry_id={row.entry_id}",
    "explanation": "/contributions/{row.contribution_id}",
    "finding": "/findings/{row.id}",
    "former_point": "/indicators/{row.indicator_id}",
    "ground": "/findings/{row.finding_id}",
    "incident": "/learning/incidents/{row.id}",
    "indicator": "/indicators/{row.id}",
    "initiative": "",
    "observation": "/indicators/{row.indicator_id}#observation-{row.id}",
    "obstacle": "/learning/obstacles/{row.id}",
    "partner_invitation": "/partners",
    "partnership": "/partners",
    "period_lock": "/locks",
    "phase": "/phases#phase-{row.id}",
    "proposal": "/learning/proposals/{row.id}",
    "publication": "/publications/{row.id}",
    "rating_link": "/phases#phase-{row.phase_id}",
    "rebase": "/indicators/{row.indicator_id}",
    "story": "/learning/stories/{row.id}",
    "view": "/phases#phase-{row.phase_id}",
    "warning_answer": "/evaluation#warnings",
}
"""Below the address of the initiative."""
