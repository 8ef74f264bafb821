"""JSON routes of phases and of the claims on who leads them."""

from typing import Annotated

from fastapi import APIRouter, Depends
from sqlmodel import col

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
from app.initiatives import service
from app.initiatives.lists import page_of
from app.initiatives.models import Claim, Phase
from app.initiatives.schemas import ClaimCreate, ClaimPublic, PhaseCreate, PhasePublic
from app.web.pagination import PAGE_SIZE, AfterId, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["phases"])
PhaseToRead = Annotated[Phase, Depends(row_with(Phase, Right.READ))]
PhaseToLog = Annotated[Phase, Depends(row_with(Phase, Right.LOG))]
PhaseToManage = Annotated[Phase, Depends(row_with(Phase, Right.MANAGE))]
ClaimToRead = Annotated[Claim, Depends(row_with(Claim, Right.READ))]
ClaimToLog = Annotated[Claim, Depends(row_with(Claim, Right.LOG))]


@router.get("/initiatives/{initiative_id}/phases", response_model=Page[PhasePublic])
def list_phases(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Phase]:
    here = col(Phase.initiative_id) == initiative.key
    return page_of(session, Phase, here, AfterId.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/phases", status_code=201, response_model=PhasePublic)
def add_phase(
    session: SessionDep, initiative: InitiativeByIdToManage, new: PhaseCreate, key: IdempotencyKey = None
) -> Phase:
    return once(
        session, key, Phase, new, lambda: service.add_phase(session, initiative, new), below=initiative
    )


@router.get("/phases/{row_id}", response_model=PhasePublic)
def show_phase(phase: PhaseToRead) -> Phase:
    return phase


@router.patch("/phases/{row_id}", response_model=PhasePublic)
def edit_phase(session: SessionDep, phase: PhaseToManage, patch: Patch, if_match: IfMatch = None) -> Phase:
    return service.edit_phase(session, phase, patched(PhaseCreate, phase, patch), version_in(if_match))


@router.get("/phases/{row_id}/claims", response_model=Page[ClaimPublic])
def list_claims(
    session: SessionDep, phase: PhaseToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Claim]:
    return page_of(session, Claim, col(Claim.phase_id) == phase.key, AfterId.parse(cursor), limit)


@router.post("/phases/{row_id}/claims", status_code=201, response_model=ClaimPublic)
def claim_lead(session: SessionDep, phase: PhaseToLog, new: ClaimCreate, key: IdempotencyKey = None) -> Claim:
    return once(session, key, Claim, new, lambda: service.claim_lead(session, phase, new), below=phase)


@router.get("/claims/{row_id}", response_model=ClaimPublic)
def show_claim(claim: ClaimToRead) -> Claim:
    return claim


@router.patch("/claims/{row_id}", response_model=ClaimPublic)
def edit_claim(session: SessionDep, claim: ClaimToLog, patch: Patch, if_match: IfMatch = None) -> Claim:
    return service.edit_claim(session, claim, patched(ClaimCreate, claim, patch), version_in(if_match))
