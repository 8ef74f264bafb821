"""JSON routes of observations: recorded, changed, reviewed."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from app.access import Right
from app.database.idempotency import once
from app.dependencies import Cursor, IdempotencyKey, IfMatch, Limit, SessionDep, SignedIn, rights_on, row_with
from app.indicators import recording, review
from app.indicators.models import Indicator, Observation
from app.indicators.observation_queries import observations_of, statuses_seen
from app.indicators.observation_schemas import ObservationCreate, ObservationPublic, ReturnCreate
from app.refusals import Absent
from app.vocabulary import ObservationStatus
from app.web.pagination import PAGE_SIZE, After, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["indicators and observations"])

IndicatorToRead = Annotated[Indicator, Depends(row_with(Indicator, Right.READ))]
IndicatorToLog = Annotated[Indicator, Depends(row_with(Indicator, Right.LOG))]
ObservationToRead = Annotated[Observation, Depends(row_with(Observation, Right.READ))]
ObservationToLog = Annotated[Observation, Depends(row_with(Observation, Right.LOG))]
ObservationToEvaluate = Annotated[Observation, Depends(row_with(Observation, Right.EVALUATE))]
Status = Annotated[ObservationStatus | None, Query(description="Only values of this status")]


@router.get("/indicators/{row_id}/observations", response_model=Page[ObservationPublic])
def list_observations(
    session: SessionDep,
    actor: SignedIn,
    indicator: IndicatorToRead,
    status: Status = None,
    cursor: Cursor = None,
    limit: Limit = PAGE_SIZE,
) -> Page[Observation]:
    """Drafts only for those who may log."""
    seen = statuses_seen(rights_on(session, actor, indicator.initiative_id))
    wanted = tuple(one for one in seen if status in (None, one))
    return observations_of(session, indicator.key, After.parse(cursor), limit, wanted)


@router.post("/indicators/{row_id}/observations", status_code=201, response_model=ObservationPublic)
def record_observation(
    session: SessionDep, indicator: IndicatorToLog, new: ObservationCreate, key: IdempotencyKey = None
) -> Observation:
    return once(
        session,
        key,
        Observation,
        new,
        lambda: recording.record_observation(session, indicator, new),
        below=indicator,
    )


@router.get("/observations/{row_id}", response_model=ObservationPublic)
def show_observation(session: SessionDep, actor: SignedIn, observation: ObservationToRead) -> Observation:
    if observation.status not in statuses_seen(rights_on(session, actor, observation.initiative_id)):
        raise Absent
    return observation


@router.patch("/observations/{row_id}", response_model=ObservationPublic)
def edit_observation(
    session: SessionDep, observation: ObservationToLog, patch: Patch, if_match: IfMatch = None
) -> Observation:
    """What was approved or returned is submitted again."""
    as_submitted = {"status": recording.status_when_changed(observation)}
    change = patched(ObservationCreate, observation, as_submitted | patch)
    return recording.edit_observation(session, observation, change, version_in(if_match))


@router.post("/observations/{row_id}/approve", response_model=ObservationPublic)
def approve_observation(
    session: SessionDep, actor: SignedIn, observation: ObservationToEvaluate, if_match: IfMatch = None
) -> Observation:
    return review.approve(session, observation, actor.person_id, version_in(if_match))


@router.post("/observations/{row_id}/return", response_model=ObservationPublic)
def return_observation(
    session: SessionDep,
    actor: SignedIn,
    observation: ObservationToEvaluate,
    new: ReturnCreate,
    if_match: IfMatch = None,
) -> Observation:
    return review.return_value(session, observation, new, actor.person_id, version_in(if_match))
