"""Reads for a trend: rebasings, and the log of delivery. Archived rows are left out everywhere."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col, select

from app.activities.models import Activity
from app.indicators.models import Rebase
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
