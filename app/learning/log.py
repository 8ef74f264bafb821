"""What was learned, as measurement records: one statement a kind, however much there is.

Evaluations and trends read it: the summaries say nothing of it, and are not slowed by it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from app.learning import models
from app.measurement import records
from app.vocabulary import EntryKind

FIRST_WORDS = 120
"""Characters of a text that are read: pictures and lists show no more of it."""

Entry = tuple[EntryKind, int]


@dataclass(frozen=True, slots=True)
class LearningLog:
    """`words` holds how an obstacle, an incident or a proposal begins. What stories say is not read here."""

    proposals: Sequence[records.Proposal] = ()
    obstacles: Sequence[records.Obstacle] = ()
    incidents: Sequence[records.Incident] = ()
    stories: Sequence[records.Story] = ()
    words: Mapping[Entry, str] = field(default_factory=dict)


NOTHING_LEARNED = LearningLog()


def learning_log_of(session: Session, initiative_id: int) -> LearningLog:
    words: dict[Entry, str] = {}
    return LearningLog(
        proposals=[_proposal(row, words) for row in _rows(session, models.Proposal, initiative_id, PROPOSAL)],
        obstacles=[_obstacle(row, words) for row in _rows(session, models.Obstacle, initiative_id, OBSTACLE)],
        incidents=[_incident(row, words) for row in _rows(session, models.Incident, initiative_id, INCIDENT)],
        stories=[records.Story(*row) for row in _rows(session, models.Story, initiative_id, STORY)],
        words=words,
    )


def happened_log_of(session: Session, initiative_id: int) -> LearningLog:
    """What stood in the way, helped or failed, alone."""
    words: dict[Entry, str] = {}
    return LearningLog(
        obstacles=[_obstacle(row, words) for row in _rows(session, models.Obstacle, initiative_id, OBSTACLE)],
        incidents=[_incident(row, words) for row in _rows(session, models.Incident, initiative_id, INCIDENT)],
        words=words,
    )


PROPOSAL = ("id", "made_on", "side", "answer", "answered_on", "reason", "told_on", "text")
OBSTACLE = ("id", "noticed_on", "influence", "kind", "resolved_on", "text")
INCIDENT = ("id", "happened_on", "answered_by", "told_on", "text")
STORY = ("id", "told_on", "consent", "strength")


def _rows(session: Session, table: Any, initiative_id: int, names: Sequence[str]) -> Iterator[Any]:
    """In the order in which they were entered."""
    columns = [_column(table, name) for name in names]
    statement = (
        sa.select(*columns)
        .where(table.initiative_id == initiative_id, table.archived_at.is_(None))
        .order_by(table.id)
    )
    yield from session.execute(statement)


def _column(table: Any, name: str) -> Any:
    column = col(getattr(table, name))
    return sa.func.substr(column, 1, FIRST_WORDS) if name == "text" else column


def _proposal(row: Any, words: dict[Entry, str]) -> records.Proposal:
    entry, made_on, side, answer, answered_on, reason, told_on, text = row
    words[EntryKind.PROPOSAL, entry] = text
    return records.Proposal(entry, made_on, side, answer, answered_on, bool(reason.strip()), told_on)


def _obstacle(row: Any, words: dict[Entry, str]) -> records.Obstacle:
    entry, noticed_on, influence, kind, resolved_on, text = row
    words[EntryKind.OBSTACLE, entry] = text
    return records.Obstacle(entry, noticed_on, influence, kind, resolved_on)


def _incident(row: Any, words: dict[Entry, str]) -> records.Incident:
    entry, happened_on, answered_by, told_on, text = row
    words[EntryKind.INCIDENT, entry] = text
    return records.Incident(entry, happened_on, bool(answered_by.strip()), told_on)
