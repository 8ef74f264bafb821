"""JSON routes of indicators and observations."""

from typing import Annotated

from fastapi import APIRouter, Depends

from app.access import Right
from app.database.idempotency import once
from app.dependencies import (
    Cursor,
    IdempotencyKey,
    IfMatch,
    InitiativeByIdToManage,
    InitiativeByIdToRead,
    Limit,
    SessionDep,
    row_with,
)
from app.indicators import service
from app.indicators.models import Indicator, Observation
from app.indicators.queries import observations_of, page_of_indicators
from app.indicators.schemas import IndicatorCreate, IndicatorPublic, ObservationCreate, ObservationPublic
from app.web.pagination import PAGE_SIZE, After, AfterId, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["indicators and observations"])

IndicatorToRead = Annotated[Indicator, Depends(row_with(Indicator, Right.READ))]
IndicatorToLog = Annotated[Indicator, Depends(row_with(Indicator, Right.LOG))]
IndicatorToManage = Annotated[Indicator, Depends(row_with(Indicator, Right.MANAGE))]
ObservationToRead = Annotated[Observation, Depends(row_with(Observation, Right.READ))]
ObservationToLog = Annotated[Observation, Depends(row_with(Observation, Right.LOG))]


@router.get("/initiatives/{initiative_id}/indicators", response_model=Page[IndicatorPublic])
def list_indicators(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Indicator]:
    return page_of_indicators(session, initiative.key, AfterId.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/indicators", status_code=201, response_model=IndicatorPublic)
def define_indicator(
    session: SessionDep,
    initiative: InitiativeByIdToManage,
    new: IndicatorCreate,
    key: IdempotencyKey = None,
) -> Indicator:
    return once(
        session,
        key,
        Indicator,
        new,
        lambda: service.define_indicator(session, initiative, new),
        below=initiative,
    )


@router.get("/indicators/{row_id}", response_model=IndicatorPublic)
def show_indicator(indicator: IndicatorToRead) -> Indicator:
    return indicator


@router.patch("/indicators/{row_id}", response_model=IndicatorPublic)
def edit_indicator(
    session: SessionDep, indicator: IndicatorToManage, patch: Patch, if_match: IfMatch = None
) -> Indicator:
    change = patched(IndicatorCreate, indicator, patch)
    return service.edit_indicator(session, indicator, change, version_in(if_match))


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
        lambda: service.record_observation(session, indicator, new),
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
    return service.edit_observation(session, observation, change, version_in(if_match))
