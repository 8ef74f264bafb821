"""A whole portfolio as a file: what the screen shows, masked as it is there, and no cell that runs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from app.access import Actor
from app.database.engine import Database
from app.measurement.thresholds import DEFAULT
from app.portfolios.lines import Line
from app.portfolios.portfolio import Portfolio
from app.portfolios.queries import lines
from app.portfolios.wanted import Wanted
from app.vocabulary import Currency, PartnershipRole, PhaseKind
from app.web.csv import csv_lines, harmless

BATCH = 500
"""Lines read at once, each batch in a session of its own: a slow reader holds no transaction open."""
MASKED = f"<{DEFAULT.disclosure_outside}"
"""As every file says "fewer than": a blank would be not recorded, and nought would be none."""

Cell = str | int | Decimal | date | None
Column = tuple[str, Callable[[Line], Cell]]


def _led(kind: PhaseKind) -> Column:
    """By the log, one after the other where there were several phases of the kind."""
    return f"led_{kind}", lambda line: ";".join(
        phase.evidenced or "?" for phase in line.phases if phase.kind is kind
    )


def _cash(currency: Currency) -> Column:
    return f"cash_{currency}", lambda line: line.cash.get(currency)


COLUMNS: tuple[Column, ...] = (
    ("initiative_id", lambda line: line.initiative_id),
    ("name", lambda line: line.name),
    ("country", lambda line: line.country),
    ("sector", lambda line: line.sector.value),
    ("organization_type", lambda line: line.organization_type.value),
    ("status", lambda line: line.status.value),
    ("aim", lambda line: line.aim and line.aim.value),
    ("starts_on", lambda line: line.starts_on),
    ("ends_on", lambda line: line.ends_on),
    ("last_entry_on", lambda line: line.last_entry_on),
    ("cell", lambda line: line.cell),
    ("strength", lambda line: line.strength and line.strength.value),
    ("claims", lambda line: line.claims),
    ("claims_evidenced", lambda line: line.claims_evidenced),
    *map(_led, PhaseKind),
    ("outcome", lambda line: line.outcome.name),
    ("progress", lambda line: line.outcome.progress),
    ("progress_missing", lambda line: line.outcome.missing),
    ("attendances", lambda line: MASKED if line.attendances_masked else line.attendances),
    ("proposals", lambda line: line.proposals),
    ("proposals_answered", lambda line: line.proposals_answered),
    ("grant_amount", lambda line: line.grant_amount),
    ("grant_currency", lambda line: line.grant_currency and line.grant_currency.value),
    *map(_cash, Currency),
    ("illustrative", lambda line: int(line.illustrative)),
)
HEADER = tuple(name for name, _ in COLUMNS)


@dataclass(frozen=True)
class Export:
    """Which portfolio is asked for, how it is narrowed, and by whom."""

    database: Database
    organization_id: int
    role: PartnershipRole
    actor: Actor
    wanted: Wanted

    def lines(self) -> Iterator[Line]:
        cursor: str | None = None
        while True:
            with self.database.reading() as session:
                page = lines(session, self.organization_id, self.role, self.actor, self.wanted, cursor, BATCH)
            yield from page.lines
            cursor = page.next
            if cursor is None:
                return

    def as_csv(self) -> Iterator[str]:
        return csv_lines(HEADER, (list(map(_text, _cells(line))) for line in self.lines()))

    def as_xlsx(self, path: Path, overall: Portfolio) -> None:
        """Two sheets: the lines, and what they add up to. Row by row, so that memory does not grow."""
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(path, options) as book:
            _write(book, "initiatives", HEADER, map(_cells, self.lines()))
            _write(book, "portfolio", ("figure", "of", "value"), figures_of(overall))


def figures_of(overall: Portfolio) -> Iterator[Sequence[Cell]]:
    """What the page adds up, a row each. Sums of people leave out counts below ten, as on the page."""
    yield "initiatives", None, overall.initiatives
    yield "claims", None, overall.claims
    yield "claims_evidenced", None, overall.claims_evidenced
    for number, count in overall.cells.by_cell.items():
        yield "cell", str(number), count
    yield "cell_5_balanced", None, overall.cells.balanced
    yield "cell", "none", overall.cells.without
    for tally in overall.phases:
        for lead, count in tally.evidenced.items():
            yield f"evidenced_{tally.kind}", lead.value, count
    for money in overall.money:
        yield "granted", money.currency.value, money.granted
        yield "cash", money.currency.value, money.cash
    people, proposals = overall.participation.people, overall.participation.proposals
    yield "attendances", None, people.attendances
    yield "attendances_initiatives", None, people.counted
    yield "proposals", None, proposals.made
    yield "proposals_answered", None, proposals.answered_count


def _cells(line: Line) -> list[Cell]:
    return [read(line) for _, read in COLUMNS]


def _text(cell: Cell) -> str:
    return "" if cell is None else f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def _write(book: Any, name: str, header: Sequence[str], rows: Iterator[Sequence[Cell]]) -> None:
    sheet, day = book.add_worksheet(name), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 2)
    for place, title in enumerate(header):
        sheet.write_string(0, place, title)
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            _write_cell(sheet, number, place, cell, day)


def _write_cell(sheet: Any, row: int, place: int, cell: Cell, day: Any) -> None:
    """A text is a text, whatever it begins with."""
    if isinstance(cell, date):
        sheet.write_datetime(row, place, cell, day)
    elif isinstance(cell, int | Decimal):
        sheet.write_number(row, place, cell)
    elif cell:
        sheet.write_string(row, place, harmless(cell))
