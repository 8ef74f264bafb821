"""Reads of what findings rest on."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from app.findings.models import Finding, Ground
from app.journal.named import Name, entries_named
from app.journal.queries import Entry


@dataclass(frozen=True, slots=True)
class Rested:
    """A ground with its entry, which is None where it was archived since."""

    ground: Ground
    entry: Entry | None


def grounds_of(session: Session, finding_id: int) -> Sequence[Ground]:
    """In the order in which they were named."""
    return session.exec(
        select(Ground)
        .where(Ground.finding_id == finding_id, col(Ground.archived_at).is_(None))
        .order_by(col(Ground.id))
    ).all()


def rested_on(session: Session, finding: Finding) -> list[Rested]:
    """The newest entry first, and last those that were archived since."""
    rows = grounds_of(session, finding.key)
    entries = entries_named(session, finding.initiative_id, map(name_of, rows))
    rested = [Rested(row, entries.get(name_of(row))) for row in rows]
    return sorted(rested, key=_newest_first)


def ground_named(session: Session, finding_id: int, name: Name) -> Ground | None:
    """Taken off or not."""
    kind, number = name
    return session.exec(
        select(Ground).where(
            Ground.finding_id == finding_id, Ground.entry_kind == kind, Ground.entry_id == number
        )
    ).first()


def count_grounds(session: Session, initiative_id: int) -> dict[int, int]:
    """Finding → how many entries it names; those that name none are left out."""
    return dict(
        session.exec(
            select(Ground.finding_id, func.count())
            .where(Ground.initiative_id == initiative_id, col(Ground.archived_at).is_(None))
            .group_by(col(Ground.finding_id))
        ).all()
    )


def name_of(ground: Ground) -> Name:
    return ground.entry_kind, ground.entry_id


def _newest_first(one: Rested) -> tuple[bool, int]:
    return one.entry is None, -one.entry.day.toordinal() if one.entry else 0
