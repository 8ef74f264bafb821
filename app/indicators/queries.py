"""Reads of indicators. Archived rows are left out everywhere."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from app.indicators.models import Indicator
from app.web.pagination import AfterId, Page


def indicators_of(session: Session, initiative_id: int) -> Sequence[Indicator]:
    """All of them, in the order in which they were defined."""
    return session.exec(
        select(Indicator)
        .where(Indicator.initiative_id == initiative_id, col(Indicator.archived_at).is_(None))
        .order_by(col(Indicator.id))
    ).all()


def page_of_indicators(
    session: Session, initiative_id: int, after: AfterId | None, limit: int
) -> Page[Indicator]:
    rows = session.exec(
        select(Indicator)
        .where(
            Indicator.initiative_id == initiative_id,
            col(Indicator.archived_at).is_(None),
            col(Indicator.id) > (after.id if after else 0),
        )
        .order_by(col(Indicator.id))
        .limit(limit + 1)
    ).all()
    return Page(rows[:limit], str(rows[limit - 1].key) if len(rows) > limit else None)
