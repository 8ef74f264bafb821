"""Logs as long as one likes, of every kind, written past the services: what matters is how they are read."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from app.clock import utc_now
from app.journal.sources import SOURCES
from app.vocabulary import EntryKind

FIRST_DAY = date(2015, 1, 1)
DAYS = 3000
LINES = ("Watered the garden", "Évaluation with the neighbours", "100% of the beds", "Met at the library")

FIELDS: dict[EntryKind, dict[str, Any]] = {
    EntryKind.ACTIVITY: {"citizen_role": "co_led", "decision": "jointly", "level": "group", "support": []}
    | {"citizens": 12, "citizen_hours": Decimal("24.5"), "entered_on": FIRST_DAY},
    EntryKind.COST: {"amount": Decimal("12.50"), "currency": "GBP", "stage": "running", "nature": "cash"}
    | {"payer": "City", "is_estimate": False},
    EntryKind.BENEFIT: {
        "amount": Decimal(300),
        "currency": "GBP",
        "certainty": "claimed",
        "service": "Police",
    },
    EntryKind.OBSERVATION: {"value": Decimal("4.5"), "n": 40, "category": "", "status": "submitted"},
    EntryKind.PROPOSAL: {"side": "citizens", "answer": "open", "reason": ""},
    EntryKind.OBSTACLE: {"influence": "obstacle", "kind": "money", "resolution": ""},
    EntryKind.INCIDENT: {"answered_by": "Rosa", "decision": "", "learning": ""},
    EntryKind.STORY: {"consent": "inside", "strength": "one_voice"},
    EntryKind.CLAIM: {"lead": "together"},
}
LINE_IN = {EntryKind.ACTIVITY: "title", EntryKind.COST: "note", EntryKind.BENEFIT: "note"} | {
    EntryKind.OBSERVATION: "note",
    EntryKind.CLAIM: "claimed_by",
}
"""The column that a line of the log stands in; `text` in the kinds of learning."""


def write_log(
    session: Session, entries: int, *, initiative_id: int, phase_id: int, indicator_id: int, person_id: int
) -> None:
    """As many of each kind as of the others, over the same days: many entries share a day."""
    known = {"initiative_id": initiative_id, "phase_id": phase_id, "indicator_id": indicator_id}
    for source in SOURCES:
        rows = list(_rows(source.kind, entries // len(SOURCES), known | {"created_by_id": person_id}))
        names = source.table.columns.keys()
        if rows:
            session.execute(
                sa.insert(source.table), [{n: v for n, v in row.items() if n in names} for row in rows]
            )


def _rows(kind: EntryKind, count: int, known: dict[str, Any]) -> Iterator[dict[str, Any]]:
    day = next(str(source.day.key) for source in SOURCES if source.kind is kind)
    now = utc_now()
    for number in range(count):
        yield {
            **known,
            **FIELDS[kind],
            "version": 1,
            "created_at": now,
            "updated_at": now,
            "note": "",
            "source": "",
            LINE_IN.get(kind, "text"): LINES[number % len(LINES)],
            day: FIRST_DAY + timedelta(days=number % DAYS),
        }
