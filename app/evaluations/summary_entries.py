"""The entries that summaries count and evaluations of many do not: one statement for all kinds and logs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from app.costs.models import Benefit
from app.learning.models import Incident, Obstacle, Proposal
from app.measurement import records
from app.vocabulary import EntryKind, Influence, InfluenceKind, ProposalAnswer, Side

NO_DAY = sa.cast(sa.null(), sa.Date)
NO_WORD = sa.literal("", sa.String)
NO = sa.literal(0)


@dataclass(frozen=True, slots=True)
class Further:
    """`services` says by the id of a benefit where it appears."""

    proposals: list[records.Proposal] = field(default_factory=list)
    obstacles: list[records.Obstacle] = field(default_factory=list)
    incidents: list[records.Incident] = field(default_factory=list)
    services: dict[int, str] = field(default_factory=dict)


def further_entries(session: Session, initiative_ids: Iterable[int]) -> dict[int, Further]:
    ids = sorted(initiative_ids)
    found: dict[int, Further] = defaultdict(Further)
    for initiative_id, kind, *values in session.execute(_statement(ids)):
        _add(found[initiative_id], kind, *values)
    return found


def _statement(ids: list[int]) -> Any:
    """Columns: initiative, kind, id, day, two words, two later days, and whether something was said."""
    parts = (
        _part(
            Proposal,
            EntryKind.PROPOSAL,
            (col(Proposal.made_on), _word(Proposal.side), _word(Proposal.answer)),
            (col(Proposal.answered_on), col(Proposal.told_on), _is_said(Proposal.reason)),
        ),
        _part(
            Obstacle,
            EntryKind.OBSTACLE,
            (col(Obstacle.noticed_on), _word(Obstacle.influence), _word(Obstacle.kind)),
            (col(Obstacle.resolved_on), NO_DAY, NO),
        ),
        _part(
            Incident,
            EntryKind.INCIDENT,
            (col(Incident.happened_on), NO_WORD, NO_WORD),
            (NO_DAY, col(Incident.told_on), _is_said(Incident.answered_by)),
        ),
        _part(
            Benefit,
            EntryKind.BENEFIT,
            (col(Benefit.received_on), col(Benefit.service), NO_WORD),
            (NO_DAY, NO_DAY, NO),
        ),
    )
    asked = [part.where(table.initiative_id.in_(ids), table.archived_at.is_(None)) for table, part in parts]
    return sa.union_all(*asked)


def _part(
    table: Any, kind: EntryKind, said: tuple[Any, Any, Any], later: tuple[Any, Any, Any]
) -> tuple[Any, Any]:
    kind_of = sa.literal(kind.value, sa.String)
    return table, sa.select(table.initiative_id, kind_of, table.id, *said, *later)


def _word(column: Any) -> Any:
    return sa.cast(col(column), sa.String)


def _is_said(column: Any) -> Any:
    return sa.case((sa.func.trim(col(column)) != "", 1), else_=0)


def _add(
    further: Further, kind: str, entry: int, day: Any, one: str, two: str, ended: Any, told: Any, said: int
) -> None:
    match EntryKind(kind):
        case EntryKind.PROPOSAL:
            side, answer = Side(one), ProposalAnswer(two)
            further.proposals.append(records.Proposal(entry, day, side, answer, ended, bool(said), told))
        case EntryKind.OBSTACLE:
            known = records.Obstacle(entry, day, Influence(one), InfluenceKind(two), ended)
            further.obstacles.append(known)
        case EntryKind.INCIDENT:
            further.incidents.append(records.Incident(entry, day, bool(said), told))
        case _:
            further.services[entry] = one
