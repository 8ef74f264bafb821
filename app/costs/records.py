"""Rows of costs made into the records that the measurement reads."""

from datetime import date

from sqlmodel import Session, col, or_, select

from app.costs.models import Cost
from app.measurement import records


def cost_records(session: Session, initiative_id: int, as_of: date) -> tuple[records.Cost, ...]:
    """Costs up to that day, and later ones that are estimates: they are what was planned."""
    rows = session.exec(
        select(Cost)
        .where(
            Cost.initiative_id == initiative_id,
            col(Cost.archived_at).is_(None),
            or_(col(Cost.spent_on) <= as_of, col(Cost.is_estimate)),
        )
        .order_by(col(Cost.spent_on), col(Cost.id))
    )
    return tuple(cost_record(row) for row in rows)


def cost_record(row: Cost) -> records.Cost:
    return records.Cost(
        id=row.key,
        spent_on=row.spent_on,
        amount=row.amount,
        currency=row.currency,
        stage=row.stage,
        nature=row.nature,
        payer=row.payer or None,
        phase_id=row.phase_id,
        is_estimate=row.is_estimate,
    )
