"""JSON routes of costs and benefits."""

from typing import Annotated

from fastapi import APIRouter, Depends

from app.access import Right
from app.costs import service
from app.costs.models import Benefit, Cost
from app.costs.queries import benefits_of, costs_of
from app.costs.schemas import BenefitCreate, BenefitPublic, CostCreate, CostPublic
from app.database.idempotency import once
from app.dependencies import (
    Cursor,
    IdempotencyKey,
    IfMatch,
    InitiativeByIdToLog,
    InitiativeByIdToRead,
    Limit,
    SessionDep,
    row_with,
)
from app.web.pagination import PAGE_SIZE, After, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["costs and benefits"])

CostToRead = Annotated[Cost, Depends(row_with(Cost, Right.READ))]
CostToLog = Annotated[Cost, Depends(row_with(Cost, Right.LOG))]
BenefitToRead = Annotated[Benefit, Depends(row_with(Benefit, Right.READ))]
BenefitToLog = Annotated[Benefit, Depends(row_with(Benefit, Right.LOG))]


@router.get("/initiatives/{initiative_id}/costs", response_model=Page[CostPublic])
def list_costs(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Cost]:
    return costs_of(session, initiative.key, After.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/costs", status_code=201, response_model=CostPublic)
def record_cost(
    session: SessionDep, initiative: InitiativeByIdToLog, new: CostCreate, key: IdempotencyKey = None
) -> Cost:
    return once(
        session, key, Cost, new, lambda: service.record_cost(session, initiative, new), below=initiative
    )


@router.get("/costs/{row_id}", response_model=CostPublic)
def show_cost(cost: CostToRead) -> Cost:
    return cost


@router.patch("/costs/{row_id}", response_model=CostPublic)
def edit_cost(session: SessionDep, cost: CostToLog, patch: Patch, if_match: IfMatch = None) -> Cost:
    return service.edit_cost(session, cost, patched(CostCreate, cost, patch), version_in(if_match))


@router.get("/initiatives/{initiative_id}/benefits", response_model=Page[BenefitPublic])
def list_benefits(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Benefit]:
    return benefits_of(session, initiative.key, After.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/benefits", status_code=201, response_model=BenefitPublic)
def record_benefit(
    session: SessionDep, initiative: InitiativeByIdToLog, new: BenefitCreate, key: IdempotencyKey = None
) -> Benefit:
    return once(
        session, key, Benefit, new, lambda: service.record_benefit(session, initiative, new), below=initiative
    )


@router.get("/benefits/{row_id}", response_model=BenefitPublic)
def show_benefit(benefit: BenefitToRead) -> Benefit:
    return benefit


@router.patch("/benefits/{row_id}", response_model=BenefitPublic)
def edit_benefit(
    session: SessionDep, benefit: BenefitToLog, patch: Patch, if_match: IfMatch = None
) -> Benefit:
    return service.edit_benefit(
        session, benefit, patched(BenefitCreate, benefit, patch), version_in(if_match)
    )
