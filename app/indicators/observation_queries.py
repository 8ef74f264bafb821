"""Reads of observations. Archived rows are left out everywhere."""

from datetime import date
from decimal import Decimal

from sqlmodel import Session, col, or_, select, tuple_

from app.indicators.models import Indicator, Observation
from app.web.pagination import After, Page


def observations_of(
    session: Session, indicator_id: int, after: After | None, limit: int
) -> Page[Observation]:
    """The newest first."""
    rows = session.exec(
        select(Observation)
        .where(
            Observation.indicator_id == indicator_id,
            col(Observation.archived_at).is_(None),
            *(
                [tuple_(col(Observation.observed_on), col(Observation.id)) < (after.day, after.id)]
                if after
                else []
            ),
        )
        .order_by(col(Observation.observed_on).desc(), col(Observation.id).desc())
        .limit(limit + 1)
    ).all()
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(rows[:limit], str(After(more.observed_on, more.key)) if more else None)


def wait_for_writers(session: Session, indicator_id: int) -> None:
    """On PostgreSQL, until nobody else writes values of this indicator; SQLite has one writer anyway."""
    session.exec(select(Indicator.id).where(Indicator.id == indicator_id).with_for_update(key_share=True))


def observation_on(
    session: Session, indicator_id: int, observed_on: date, category: str
) -> Observation | None:
    """The value that this date and category have already."""
    return session.exec(
        select(Observation).where(
            Observation.indicator_id == indicator_id,
            Observation.category == category,
            Observation.observed_on == observed_on,
            col(Observation.archived_at).is_(None),
        )
    ).first()


def observation_outside(
    session: Session, indicator_id: int, minimum: Decimal | None, maximum: Decimal | None
) -> Observation | None:
    """Some recorded value that a range would not hold."""
    beyond = [
        *([] if minimum is None else [col(Observation.value) < minimum]),
        *([] if maximum is None else [col(Observation.value) > maximum]),
    ]
    return session.exec(
        select(Observation).where(
            Observation.indicator_id == indicator_id,
            col(Observation.archived_at).is_(None),
            or_(False, *beyond),
        )
    ).first()
