"""JSON routes of partnerships and of declared aims."""

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
from app.initiatives.models import DeclaredAim, Partnership
from app.initiatives.schemas import (
    AimCreate,
    AimPublic,
    PartnershipCreate,
    PartnershipPublic,
    PartnershipUpdate,
)
from app.web.pagination import PAGE_SIZE, AfterId, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["partnerships"])
PartnershipToRead = Annotated[Partnership, Depends(row_with(Partnership, Right.READ))]
PartnershipToManage = Annotated[Partnership, Depends(row_with(Partnership, Right.MANAGE))]


@router.get("/initiatives/{initiative_id}/partnerships", response_model=Page[PartnershipPublic])
def list_partnerships(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Partnership]:
    here = col(Partnership.initiative_id) == initiative.key
    return page_of(session, Partnership, here, AfterId.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/partnerships", status_code=201, response_model=PartnershipPublic)
def add_partner(
    session: SessionDep,
    initiative: InitiativeByIdToManage,
    new: PartnershipCreate,
    key: IdempotencyKey = None,
) -> Partnership:
    return once(
        session,
        key,
        Partnership,
        new,
        lambda: service.add_partner(session, initiative, new),
        below=initiative,
    )


@router.get("/partnerships/{row_id}", response_model=PartnershipPublic)
def show_partnership(partnership: PartnershipToRead) -> Partnership:
    return partnership


@router.patch("/partnerships/{row_id}", response_model=PartnershipPublic)
def edit_partner(
    session: SessionDep, partnership: PartnershipToManage, patch: Patch, if_match: IfMatch = None
) -> Partnership:
    change = patched(PartnershipUpdate, partnership, patch)
    return service.edit_partner(session, partnership, change, version_in(if_match))


@router.get("/initiatives/{initiative_id}/aims", response_model=Page[AimPublic])
def list_aims(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[DeclaredAim]:
    here = col(DeclaredAim.initiative_id) == initiative.key
    return page_of(session, DeclaredAim, here, AfterId.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/aims", status_code=201, response_model=AimPublic)
def declare_aim(
    session: SessionDep, initiative: InitiativeByIdToManage, new: AimCreate, key: IdempotencyKey = None
) -> DeclaredAim:
    return once(
        session,
        key,
        DeclaredAim,
        new,
        lambda: service.declare_aim(session, initiative, new),
        below=initiative,
    )
