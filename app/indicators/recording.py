"""Writing of values: recorded, changed, brought back, never two for one date."""

from sqlmodel import Session

from app.database.editing import edit, expect_version, restore
from app.i18n import _
from app.indicators.models import Indicator, Observation
from app.indicators.observation_queries import observation_on, wait_for_writers
from app.indicators.observation_schemas import ObservationCreate
from app.indicators.schemas import is_outside
from app.refusals import Invalid


def record_observation(session: Session, indicator: Indicator, new: ObservationCreate) -> Observation:
    _check(session, indicator, new, None)
    observation = Observation(
        initiative_id=indicator.initiative_id, indicator_id=indicator.key, **new.model_dump()
    )
    session.add(observation)
    session.flush()
    return observation


def edit_observation(
    session: Session, observation: Observation, change: ObservationCreate, version: int | None
) -> Observation:
    expect_version(observation, version)
    _check(session, session.get_one(Indicator, observation.indicator_id), change, observation)
    return edit(session, observation, change, version)


def restore_observation(session: Session, observation: Observation) -> Observation:
    """Refused when another value has taken its date meanwhile."""
    _check_date(session, observation.indicator_id, observation, observation)
    return restore(session, observation)


def _check(
    session: Session, indicator: Indicator, new: ObservationCreate, itself: Observation | None
) -> None:
    if is_outside(new.value, indicator.minimum, indicator.maximum):
        raise Invalid({"value": _("This lies outside what the indicator can measure.")})
    if new.category and not indicator.breakdown:
        raise Invalid({"category": _("This indicator is not broken down into parts.")})
    _check_date(session, indicator.key, new, itself)


def _check_date(
    session: Session, indicator_id: int, new: ObservationCreate | Observation, itself: Observation | None
) -> None:
    """One value a date, and one for each part of a breakdown, also when two people enter it at once."""
    wait_for_writers(session, indicator_id)
    there = observation_on(session, indicator_id, new.observed_on, new.category)
    if there is not None and there is not itself:
        raise Invalid({"observed_on": _("There is a value for this date already. Change that one.")})
