"""Reads for a trend: rebasings, and the log of delivery. Archived rows are left out everywhere."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from app.activities.models import Activity
from app.indicators.models import Observation, Rebase
from app.indicators.records import COUNTED
from app.initiatives.models import Phase
from app.measurement import records
from app.vocabulary import PhaseKind

READ = (
    Activity.id,
    Activity.phase_id,
    Phase.kind,
    Activity.happened_on,
    Activity.citizen_role,
    Activity.decision,
    Activity.level,
    Activity.citizens,
    Activity.professionals,
    Activity.citizen_hours,
    Activity.professional_hours,
    Activity.other_hours,
    Activity.entered_on,
    Activity.entered_by_side,
)
"""The columns of the record of an activity, in the order of its fields."""


def rebases_of(session: Session, indicator_id: int) -> Sequence[Rebase]:
    """In order of time."""
    return session.exec(
        select(Rebase)
        .where(Rebase.indicator_id == indicator_id, col(Rebase.archived_at).is_(None))
        .order_by(col(Rebase.rebased_on), col(Rebase.id))
    ).all()


def delivery_of(session: Session, initiative_id: int) -> list[records.Activity]:
    """What the log says of delivery, in the order in which it was entered."""
    rows = session.execute(
        sa.select(*[col(column) for column in READ])
        .join(Phase, col(Activity.phase_id) == col(Phase.id))
        .where(
            col(Activity.initiative_id) == initiative_id,
            col(Activity.archived_at).is_(None),
            col(Phase.kind) == PhaseKind.DELIVERY,
        )
        .order_by(col(Activity.id))
    )
    return [records.Activity(*row) for row in rows]


def rebase_on(session: Session, indicator_id: int, day: date) -> Rebase | None:
    return session.exec(
        select(Rebase).where(
            Rebase.indicator_id == indicator_id,
            Rebase.rebased_on == day,
            col(Rebase.archived_at).is_(None),
        )
    ).first()


def first_value_on(session: Session, indicator_id: int) -> date | None:
    return session.scalar(sa.select(sa.func.min(col(Observation.observed_on))).where(*_counted(indicator_id)))


def entered_after(session: Session, indicator_id: int, day: date) -> int:
    """Values observed by a day and entered later: they are in what is shown of it."""
    found = session.scalar(
        sa.select(sa.func.count()).where(
            *_counted(indicator_id),
            col(Observation.observed_on) <= day,
            col(Observation.entered_on) > day,
        )
    )
    return found or 0


def _counted(indicator_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        col(Observation.indicator_id) == indicator_id,
        col(Observation.archived_at).is_(None),
        col(Observation.status).in_(COUNTED),
    )
