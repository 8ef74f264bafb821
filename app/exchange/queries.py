"""Reads of files on their way, and of what the log has where their values would go."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, select

from app.clock import utc_now
from app.exchange.limits import KEPT_HOURS
from app.exchange.models import Import
from app.indicators.models import Indicator, Observation

MOST_SHOWN = 10
"""Earlier imports on the page where the next one begins."""


def oldest_kept() -> datetime:
    return utc_now() - timedelta(hours=KEPT_HOURS)


def import_on_its_way(
    session: Session, person_id: int, initiative_id: int, *, kept: bool = False
) -> Import | None:
    """The file that this person has not stored yet; `kept` lets nobody else store it meanwhile."""
    asked = (
        select(Import)
        .where(
            Import.person_id == person_id,
            Import.initiative_id == initiative_id,
            col(Import.stored_at).is_(None),
            col(Import.created_at) > oldest_kept(),
        )
        .order_by(col(Import.id).desc())
    )
    return session.exec(asked.with_for_update() if kept else asked).first()


def imports_stored(session: Session, person_id: int, initiative_id: int) -> Sequence[Import]:
    """What this person has imported here, the newest first."""
    return session.exec(
        select(Import)
        .where(
            Import.person_id == person_id,
            Import.initiative_id == initiative_id,
            col(Import.stored_at).is_not(None),
        )
        .order_by(col(Import.id).desc())
        .limit(MOST_SHOWN)
    ).all()


def import_stored(session: Session, person_id: int, initiative_id: int, import_id: int) -> Import | None:
    """Waits while somebody else takes it back."""
    return session.exec(
        select(Import)
        .where(
            Import.id == import_id,
            Import.person_id == person_id,
            Import.initiative_id == initiative_id,
            col(Import.stored_at).is_not(None),
        )
        .with_for_update()
    ).first()


def values_of(session: Session, indicator_ids: Iterable[int]) -> Iterator[tuple[int, date, str, Decimal]]:
    """Indicator, day, part and value of everything that is there."""
    table = SQLModel.metadata.tables["observation"].c
    there = session.execute(
        sa.select(table.indicator_id, table.observed_on, table.category, table.value).where(
            table.indicator_id.in_(list(indicator_ids)), table.archived_at.is_(None)
        )
    )
    return ((row[0], row[1], row[2], row[3]) for row in there)


def held_observations(session: Session, ids: Collection[int]) -> Sequence[Observation]:
    """Those of them that are not archived, as they are stored now; until this unit of work ends they stay so.

    Asked for before any indicator is held, and in the order of their ids: as a review takes them.
    """
    return session.exec(
        select(Observation)
        .where(col(Observation.id).in_(ids), col(Observation.archived_at).is_(None))
        .order_by(col(Observation.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()


def indicators_by_id(session: Session, ids: Collection[int]) -> Sequence[Indicator]:
    """Those of them that are not archived, in the order in which they were defined."""
    return session.exec(
        select(Indicator)
        .where(col(Indicator.id).in_(ids), col(Indicator.archived_at).is_(None))
        .order_by(col(Indicator.id))
    ).all()


def indicators_with_values(session: Session, ids: Collection[int]) -> frozenset[int]:
    """Those of them of which a value is left."""
    return frozenset(
        session.exec(
            select(Observation.indicator_id)
            .where(col(Observation.indicator_id).in_(ids), col(Observation.archived_at).is_(None))
            .distinct()
        ).all()
    )
