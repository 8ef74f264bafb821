"""JSON routes of observations."""

from typing import Annotated

from fastapi import APIRouter, Depends

from app.access import Right
from app.database.idempotency import once
from app.dependencies import Cursor, IdempotencyKey, IfMatch, Limit, SessionDep, row_with
from app.indicators import recording
from app.indicators.models import Indicator, Observation
from app.indicators.observation_queries import observations_of
from app.indicators.observation_schemas import ObservationCreate, ObservationPublic
from app.web.pagination import PAGE_SIZE, After, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["indicators and observations"])

IndicatorToRead = Annotated[Indicator, Depends(row_with(Indicator, Right.READ))]
IndicatorToLog = Annotated[Indicator, Depends(row_with(Indicator, Right.LOG))]
ObservationToRead = Annotated[Observation, Depends(row_with(Observation, Right.READ))]
ObservationToLog = Annotated[Observation, Depends(row_with(Observation, Right.LOG))]


@router.get("/indicators/{row_id}/observations", response_model=Page[ObservationPublic])
def list_observations(
    session: SessionDep, indicator: IndicatorToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Observation]:
    return observations_of(session, indicator.key, After.parse(cursor), limit)


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
def show_observation(observation: ObservationToRead) -> Observation:
    return observation


@router.patch("/observations/{row_id}", response_model=ObservationPublic)
def edit_observation(
    session: SessionDep, observation: ObservationToLog, patch: Patch, if_match: IfMatch = None
) -> Observation:
    change = patched(ObservationCreate, observation, patch)
    return recording.edit_observation(session, observation, change, version_in(if_match))
