"""Many values of one indicator recorded at once: the rules are those of one, asked once for all of them."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from app.i18n import _
from app.indicators.locks import locks_of, said_of
from app.indicators.models import Indicator, Observation
from app.indicators.observation_queries import wait_for_writers
from app.indicators.observation_schemas import ObservationCreate
from app.indicators.recording import check_fit
from app.refusals import Invalid


def record_observations(
    session: Session, indicator: Indicator, new: Sequence[ObservationCreate]
) -> Sequence[Observation]:
    """All of them, or Invalid with the first rule that one of them breaks."""
    wait_for_writers(session, indicator.key)
    for one in new:
        check_fit(indicator, one)
    _refuse_taken(session, indicator, new)
    _refuse_locked(session, indicator, new)
    rows = [
        Observation(initiative_id=indicator.initiative_id, indicator_id=indicator.key, **one.model_dump())
        for one in new
    ]
    session.add_all(rows)
    session.flush()
    return rows


def _refuse_taken(session: Session, indicator: Indicator, new: Sequence[ObservationCreate]) -> None:
    taken = _places_taken(session, indicator.key)
    for one in new:
        if (one.observed_on, one.category) in taken:
            raise Invalid({"observed_on": _("There is a value for this date already. Change that one.")})
        taken.add((one.observed_on, one.category))


def _refuse_locked(session: Session, indicator: Indicator, new: Sequence[ObservationCreate]) -> None:
    for lock in locks_of(session, indicator.initiative_id):
        if any(lock.starts_on <= one.observed_on <= lock.ends_on for one in new):
            raise Invalid({"observed_on": said_of(session, lock)})


def _places_taken(session: Session, indicator_id: int) -> set[tuple[date, str]]:
    """Day and part of everything that is there."""
    table = SQLModel.metadata.tables["observation"].c
    there = session.execute(
        sa.select(table.observed_on, table.category).where(
            table.indicator_id == indicator_id, table.archived_at.is_(None)
        )
    )
    return {(row[0], row[1]) for row in there}
