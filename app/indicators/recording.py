"""Writing of values: recorded, changed, archived, brought back; never two for one date."""

from datetime import date
from typing import Any

from sqlmodel import Session

from app.clock import today
from app.database.editing import archive, expect_version, restore
from app.i18n import _
from app.indicators.locks import refuse_locked
from app.indicators.models import Indicator, Observation
from app.indicators.observation_queries import observation_on, wait_for_writers
from app.indicators.observation_schemas import ObservationCreate
from app.indicators.schemas import is_outside
from app.refusals import Invalid
from app.vocabulary import ObservationStatus

UNREVIEWED: dict[str, Any] = {"returned_because": "", "reviewed_by_id": None, "reviewed_at": None}


def record_observation(
    session: Session, indicator: Indicator, new: ObservationCreate, *, entered_on: date | None = None
) -> Observation:
    """`entered_on` is today but for what was written down elsewhere before."""
    _check(session, indicator, new, None)
    observation = Observation(
        initiative_id=indicator.initiative_id,
        indicator_id=indicator.key,
        entered_on=entered_on or today(),
        **new.model_dump(),
    )
    session.add(observation)
    session.flush()
    return observation


def edit_observation(
    session: Session, observation: Observation, change: ObservationCreate, version: int | None
) -> Observation:
    """What was approved or returned is submitted again, for it is another value now."""
    expect_version(observation, version)
    status = _status(observation, change)
    _check(session, session.get_one(Indicator, observation.indicator_id), change, observation)
    wanted = change.model_dump(exclude_unset=True, exclude={"status"})
    is_same = all(getattr(observation, name) == value for name, value in wanted.items())
    if is_same and observation.status is ObservationStatus.APPROVED:
        return observation
    for name, value in (wanted | UNREVIEWED | {"status": status}).items():
        setattr(observation, name, value)
    session.flush()
    return observation


def archive_observation(session: Session, observation: Observation, version: int | None) -> Observation:
    expect_version(observation, version)
    wait_for_writers(session, observation.indicator_id)
    refuse_locked(session, observation.initiative_id, observation.observed_on)
    return archive(session, observation)


def restore_observation(session: Session, observation: Observation) -> Observation:
    """Refused when another value has taken its date meanwhile."""
    _check_date(session, observation.indicator_id, observation, observation)
    refuse_locked(session, observation.initiative_id, observation.observed_on)
    return restore(session, observation)


def status_when_changed(observation: Observation) -> ObservationStatus:
    """A draft stays one until it is submitted."""
    is_draft = observation.status is ObservationStatus.DRAFT
    return ObservationStatus.DRAFT if is_draft else ObservationStatus.SUBMITTED


def _status(observation: Observation, change: ObservationCreate) -> ObservationStatus:
    as_it_was = status_when_changed(observation)
    wanted = change.status if "status" in change.model_fields_set else as_it_was
    if wanted is ObservationStatus.DRAFT and as_it_was is not ObservationStatus.DRAFT:
        raise Invalid({"status": _("This value was submitted, and cannot become a draft again.")})
    return wanted


def check_fit(indicator: Indicator, new: ObservationCreate) -> None:
    """Whether the indicator can have such a value at all."""
    if is_outside(new.value, indicator.minimum, indicator.maximum):
        raise Invalid({"value": _("This lies outside what the indicator can measure.")})
    if new.category and not indicator.breakdown:
        raise Invalid({"category": _("This indicator is not broken down into parts.")})


def _check(
    session: Session, indicator: Indicator, new: ObservationCreate, itself: Observation | None
) -> None:
    check_fit(indicator, new)
    _check_date(session, indicator.key, new, itself)
    days = {new.observed_on, *([itself.observed_on] if itself else [])}
    refuse_locked(session, indicator.initiative_id, *days)


def _check_date(
    session: Session, indicator_id: int, new: ObservationCreate | Observation, itself: Observation | None
) -> None:
    """One value a date, and one for each part of a breakdown, also when two people enter it at once."""
    wait_for_writers(session, indicator_id)
    there = observation_on(session, indicator_id, new.observed_on, new.category)
    if there is not None and there is not itself:
        raise Invalid({"observed_on": _("There is a value for this date already. Change that one.")})
