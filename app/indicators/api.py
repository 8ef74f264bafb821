"""JSON routes of indicators."""

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
from app.indicators.models import Indicator
from app.indicators.queries import page_of_indicators
from app.indicators.schemas import IndicatorChange, IndicatorCreate, IndicatorPublic
from app.web.pagination import PAGE_SIZE, AfterId, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["indicators and observations"])

IndicatorToRead = Annotated[Indicator, Depends(row_with(Indicator, Right.READ))]
IndicatorToManage = Annotated[Indicator, Depends(row_with(Indicator, Right.MANAGE))]


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
    change = patched(IndicatorChange, indicator, patch)
    return service.edit_indicator(session, indicator, change, version_in(if_match))
