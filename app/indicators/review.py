"""What an evaluator says of a value: approved, or returned for a reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from app.clock import utc_now
from app.database.editing import expect_version
from app.i18n import _
from app.indicators.locks import refuse_locked
from app.indicators.models import Observation
from app.indicators.observation_queries import hold_for_review, wait_for_writers
from app.indicators.observation_schemas import ReturnCreate
from app.initiatives.models import Initiative
from app.refusals import Invalid, Stale
from app.vocabulary import ObservationStatus


@dataclass(frozen=True)
class Approved:
    """How many were approved, and how many were not as the evaluator had seen them, or locked."""

    count: int
    left: int


def approve(session: Session, observation: Observation, by: int, version: int | None) -> Observation:
    """Refused for what is not submitted, and in a locked period: there not even a status changes."""
    _check(session, observation, version, {ObservationStatus.SUBMITTED})
    return _reviewed(session, observation, by, ObservationStatus.APPROVED)


def approve_all(session: Session, initiative: Initiative, seen: Mapping[int, int], by: int) -> Approved:
    """`seen` is id → version as the evaluator saw it: nobody approves what they have not seen."""
    done = 0
    for observation in hold_for_review(session, initiative.key, seen.keys()):
        try:
            approve(session, observation, by, seen[observation.key])
        except (Invalid, Stale):
            continue
        done += 1
    return Approved(done, len(seen) - done)


def return_value(
    session: Session, observation: Observation, new: ReturnCreate, by: int, version: int | None
) -> Observation:
    """What was approved can be returned as well: somebody may find out later."""
    _check(session, observation, version, {ObservationStatus.SUBMITTED, ObservationStatus.APPROVED})
    return _reviewed(session, observation, by, ObservationStatus.RETURNED, new.returned_because)


def _check(
    session: Session, observation: Observation, version: int | None, expected: set[ObservationStatus]
) -> None:
    expect_version(observation, version)
    wait_for_writers(session, observation.indicator_id)
    if observation.status not in expected:
        raise Invalid({"status": _("This value does not wait for a review.")})
    refuse_locked(session, observation.initiative_id, observation.observed_on)


def _reviewed(
    session: Session, observation: Observation, by: int, status: ObservationStatus, because: str = ""
) -> Observation:
    observation.status = status
    observation.returned_because = because
    observation.reviewed_by_id = by
    observation.reviewed_at = utc_now()
    session.flush()
    return observation
