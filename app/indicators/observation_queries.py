"""Reads of observations. Archived rows are left out everywhere."""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, or_, select, tuple_

from app.access import Right
from app.indicators.models import Indicator, Observation
from app.indicators.records import COUNTED
from app.initiatives.models import Initiative
from app.vocabulary import ObservationStatus
from app.web.pagination import LARGEST_PAGE, After, Page

SAID = tuple(status for status in ObservationStatus if status is not ObservationStatus.DRAFT)
"""A draft is not yet said: it is for those who may log."""


def statuses_seen(rights: Collection[Right]) -> tuple[ObservationStatus, ...]:
    return tuple(ObservationStatus) if Right.LOG in rights else SAID


def observations_of(
    session: Session,
    indicator_id: int,
    after: After | None,
    limit: int,
    statuses: Collection[ObservationStatus] = tuple(ObservationStatus),
) -> Page[Observation]:
    """The newest first."""
    rows = session.exec(
        select(Observation)
        .where(
            Observation.indicator_id == indicator_id,
            col(Observation.archived_at).is_(None),
            col(Observation.status).in_(statuses),
            *([_older_than(after)] if after else []),
        )
        .order_by(col(Observation.observed_on).desc(), col(Observation.id).desc())
        .limit(limit + 1)
    ).all()
    return _page(rows, limit)


def waiting_for_review(
    session: Session, initiative_id: int, after: After | None, limit: int
) -> Page[Observation]:
    """What was submitted and nobody has reviewed, of all indicators, the newest first."""
    rows = session.exec(
        select(Observation)
        .join(Indicator, col(Indicator.id) == Observation.indicator_id)
        .where(
            Observation.initiative_id == initiative_id,
            col(Observation.archived_at).is_(None),
            col(Indicator.archived_at).is_(None),
            Observation.status == ObservationStatus.SUBMITTED,
            *([_older_than(after)] if after else []),
        )
        .order_by(col(Observation.observed_on).desc(), col(Observation.id).desc())
        .limit(limit + 1)
    ).all()
    return _page(rows, limit)


def value_before(session: Session, observation: Observation) -> Observation | None:
    """The newest one that counts, of the same part, on an earlier day."""
    return session.exec(
        select(Observation)
        .where(
            Observation.indicator_id == observation.indicator_id,
            Observation.category == observation.category,
            col(Observation.observed_on) < observation.observed_on,
            col(Observation.archived_at).is_(None),
            col(Observation.status).in_(COUNTED),
        )
        .order_by(col(Observation.observed_on).desc(), col(Observation.id).desc())
        .limit(1)
    ).first()


def place_of(session: Session, observation: Observation) -> str:
    """The cursor of a page on which the value stands; empty where the first page has it."""
    newer = session.scalar(
        select(func.count())
        .select_from(Observation)
        .where(
            Observation.indicator_id == observation.indicator_id,
            col(Observation.archived_at).is_(None),
            ~_older_than(After(observation.observed_on, observation.key)),
        )
    )
    return str(After(observation.observed_on, observation.key + 1)) if (newer or 0) > LARGEST_PAGE else ""


def wait_for_writers(session: Session, indicator_id: int) -> None:
    """On PostgreSQL, until nobody else writes values of this indicator; SQLite has one writer anyway."""
    session.exec(select(Indicator.id).where(Indicator.id == indicator_id).with_for_update(key_share=True))


def wait_for_all_writers(session: Session, initiative_id: int) -> None:
    """As `wait_for_writers`, of all indicators, and of those that somebody is just defining."""
    indicators = select(Indicator.id).where(Indicator.initiative_id == initiative_id)
    session.exec(indicators.order_by(col(Indicator.id)).with_for_update(key_share=True))
    session.exec(select(Initiative.id).where(Initiative.id == initiative_id).with_for_update())


def hold_for_review(session: Session, initiative_id: int, ids: Collection[int]) -> Sequence[Observation]:
    """These values of the initiative, as they are stored now; until this unit of work ends they stay so.

    Values before indicators, each in the order of their ids: as everybody takes them.
    """
    held = session.exec(
        select(Observation)
        .where(
            col(Observation.id).in_(ids),
            Observation.initiative_id == initiative_id,
            col(Observation.archived_at).is_(None),
        )
        .order_by(col(Observation.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    indicators = select(Indicator.id).where(col(Indicator.id).in_({row.indicator_id for row in held}))
    session.exec(indicators.order_by(col(Indicator.id)).with_for_update(key_share=True))
    return held


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


def _older_than(after: After) -> ColumnElement[bool]:
    return tuple_(col(Observation.observed_on), col(Observation.id)) < (after.day, after.id)


def _page(rows: Sequence[Observation], limit: int) -> Page[Observation]:
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(rows[:limit], str(After(more.observed_on, more.key)) if more else None)
