"""What the pages of an import show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from app.access import Right
from app.exchange.checking import DryRun, dry_run
from app.exchange.limits import MOST_ROWS
from app.exchange.missing import is_missing
from app.exchange.models import Import
from app.exchange.numbers import DecimalSign
from app.exchange.plans import Known, Plan, plan
from app.exchange.queries import import_on_its_way, imports_stored, indicators_by_id
from app.exchange.reading import Table, read_table
from app.exchange.remarks import Kind, Remark
from app.exchange.service import log_for
from app.exchange.uses import OF_INDICATOR, USES, Use, guess
from app.i18n import N_, _
from app.indicators.queries import indicators_of
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.web.addresses import number_in
from app.web.forms import Form

ROWS_SHOWN = 3
SAMPLES = 3
REMARKS_ON_A_PAGE = 50

DAY_ORDERS = {"day-first": N_("Day first: 31/12/2024"), "month-first": N_("Month first: 12/31/2024")}
DECIMAL_SIGNS = {DecimalSign.POINT: N_("A point: 1,234.5"), DecimalSign.COMMA: N_("A comma: 1 234,5")}
KINDS = {
    Kind.REFUSED: N_("Refused"),
    Kind.PRESENT: N_("There already"),
    Kind.MISSING: N_("Missing"),
}


@dataclass(frozen=True)
class Column:
    """One column as its question shows it; `filled` counts what is not missing."""

    number: int
    name: str
    samples: Sequence[str]
    filled: int


@dataclass(frozen=True)
class Step:
    """A waiting file, opened: everything that the later steps are made of."""

    waiting: Import
    table: Table
    known: Known
    form: Form

    def plan(self) -> Plan:
        return plan(self.form, self.table, self.known)

    def run(self, session: Session, initiative: Initiative) -> tuple[Plan, DryRun]:
        made = self.plan()
        return made, dry_run(self.table, made, log_for(session, initiative, made))


def step(
    session: Session,
    initiative: Initiative,
    waiting: Import,
    rights: frozenset[Right],
    form: Form | None = None,
) -> Step:
    """With what was typed now, or before; the first time with what the columns seem to hold."""
    known = Known({row.key: row for row in indicators_of(session, initiative.key)}, Right.MANAGE in rights)
    table = read_table(waiting.content)
    typed = form or Form({name: list(texts) for name, texts in waiting.typed.items()})
    return Step(waiting, table, known, typed if typed["use-0"] else _guessed(table, known, waiting))


def _guessed(table: Table, known: Known, waiting: Import) -> Form:
    wanted = number_in(waiting.typed.get("wanted", [""])[0])
    names = {key: row.name for key, row in known.indicators.items()}
    uses = guess(table, names, may_define=known.may_define, wanted=wanted)
    return Form({f"use-{index}": [use] for index, use in enumerate(uses)} | {"source": [waiting.file_name]})


def start_page(session: Session, initiative: Initiative, person_id: int) -> dict[str, Any]:
    return {
        **frame(session, initiative),
        "waiting": import_on_its_way(session, person_id, initiative.key),
        "earlier": imports_stored(session, person_id, initiative.key),
        "most_rows": MOST_ROWS,
    }


def columns_page(session: Session, initiative: Initiative, opened: Step) -> dict[str, Any]:
    """The context of `exchange/columns.html`, but for its form."""
    table = opened.table
    return {
        **frame(session, initiative),
        "waiting": opened.waiting,
        "columns": [_column(table, index) for index in range(len(table.columns))],
        "first_rows": table.rows[:ROWS_SHOWN],
        "row_count": len(table.rows),
        "uses": _uses(opened.known),
        "may_define": opened.known.may_define,
        "day_orders": {order: _(text) for order, text in DAY_ORDERS.items()},
        "decimal_signs": {sign: _(text) for sign, text in DECIMAL_SIGNS.items()},
    }


def _column(table: Table, index: int) -> Column:
    filled = [text for text in table.column(index) if not is_missing(text)]
    return Column(index, table.columns[index], list(dict.fromkeys(filled))[:SAMPLES], len(filled))


def _uses(known: Known) -> dict[str, str]:
    """What a column can be said to hold, by this person."""
    of_indicators = {
        f"{OF_INDICATOR}{key}": _("Values of: {indicator}").format(indicator=row.name)
        for key, row in known.indicators.items()
    }
    words: dict[str, str] = {
        use: _(text) for use, text in USES.items() if use is not Use.NEW or known.may_define
    }
    return {Use.LEAVE_OUT: words.pop(Use.LEAVE_OUT), **of_indicators, **words}


def check_page(
    session: Session, initiative: Initiative, waiting: Import, run: DryRun, page: int
) -> dict[str, Any]:
    """The context of `exchange/check.html`."""
    begin = (page - 1) * REMARKS_ON_A_PAGE
    shown = run.remarks[begin : begin + REMARKS_ON_A_PAGE]
    return {
        **frame(session, initiative),
        "waiting": waiting,
        "run": run,
        "stored": len(run.values),
        "rounded": run.rounded,
        "counts": {kind.value: run.count(kind) for kind in Kind},
        "remarks": shown,
        "kinds": {kind: _(text) for kind, text in KINDS.items()},
        "page": page,
        "is_last": begin + REMARKS_ON_A_PAGE >= len(run.remarks),
        "first": begin + 1,
        "last": begin + len(shown),
    }


def stored_page(session: Session, initiative: Initiative, done: Import) -> dict[str, Any]:
    """The context of `exchange/stored.html`."""
    return {
        **frame(session, initiative),
        "done": done,
        "indicators": indicators_by_id(session, done.receipt["indicators"]),
    }


def report_lines(run: DryRun) -> tuple[list[str], list[list[str]]]:
    """The remarks as a file: headings, and a line each."""
    head = [_("Line"), _("Column"), _("Found"), _("Kind"), _("Why"), _("Values")]
    return head, [_line(remark) for remark in run.remarks]


def _line(remark: Remark) -> list[str]:
    kind = _(KINDS[remark.kind])
    return [str(remark.line), remark.column, remark.found, kind, remark.why, str(remark.values)]
