"""JSON routes of initiatives, partnerships, phases and claims."""

from typing import Annotated

from fastapi import APIRouter, Depends

from app.access import may_register
from app.database.idempotency import once
from app.dependencies import (
    Cursor,
    IdempotencyKey,
    IfMatch,
    InitiativeByIdToManage,
    InitiativeByIdToRead,
    Limit,
    SessionDep,
    SignedIn,
)
from app.initiatives import service
from app.initiatives.models import Initiative
from app.initiatives.queries import Wanted, initiatives_read_by
from app.initiatives.schemas import InitiativeCreate, InitiativePublic, InitiativeUpdate
from app.refusals import Forbidden
from app.web.pagination import PAGE_SIZE, AfterId, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["initiatives"])


@router.get("/initiatives", response_model=Page[InitiativePublic])
def list_initiatives(
    session: SessionDep,
    actor: SignedIn,
    wanted: Annotated[Wanted, Depends()],
    cursor: Cursor = None,
    limit: Limit = PAGE_SIZE,
) -> Page[Initiative]:
    return initiatives_read_by(session, actor, wanted, AfterId.parse(cursor), limit)


@router.post("/initiatives", status_code=201, response_model=InitiativePublic)
def register_initiative(
    session: SessionDep, actor: SignedIn, new: InitiativeCreate, key: IdempotencyKey = None
) -> Initiative:
    if not may_register(actor, new.organization_id):
        raise Forbidden
    return once(session, key, Initiative, new, lambda: service.register_initiative(session, new))


@router.get("/initiatives/{initiative_id}", response_model=InitiativePublic)
def show_initiative(initiative: InitiativeByIdToRead) -> Initiative:
    return initiative


@router.patch("/initiatives/{initiative_id}", response_model=InitiativePublic)
def edit_initiative(
    session: SessionDep, initiative: InitiativeByIdToManage, patch: Patch, if_match: IfMatch = None
) -> Initiative:
    change = patched(InitiativeUpdate, initiative, patch)
    return service.edit_initiative(session, initiative, change, version_in(if_match))


@router.delete("/initiatives/{initiative_id}", status_code=204)
def archive_initiative(
    session: SessionDep, initiative: InitiativeByIdToManage, if_match: IfMatch = None
) -> None:
    service.archive_initiative(session, initiative, version_in(if_match))
