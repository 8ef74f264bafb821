"""JSON routes of initiatives, partnerships, phases and claims."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends

from app.access import Right, access_rule, may_register
from app.database.idempotency import once
from app.dependencies import (
    Cursor,
    IdempotencyKey,
    IfMatch,
    InitiativeByIdToManage,
    InitiativeByIdToRead,
    Limit,
    RowId,
    SessionDep,
    SignedIn,
    require,
)
from app.initiatives import service
from app.initiatives.models import Initiative
from app.initiatives.queries import Wanted, archived_initiatives_of, initiatives_read_by
from app.initiatives.schemas import InitiativeCreate, InitiativePublic, InitiativeUpdate
from app.refusals import Absent, Forbidden
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


@router.get("/initiatives/archived", response_model=list[InitiativePublic])
def list_archived_initiatives(session: SessionDep, actor: SignedIn) -> Sequence[Initiative]:
    """Those that the person could manage, the last archived first."""
    return archived_initiatives_of(session, actor)


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


@access_rule
def archived_to_manage(initiative_id: RowId, session: SessionDep, actor: SignedIn) -> Initiative:
    initiative = session.get(Initiative, initiative_id)
    if initiative is None or not initiative.archived_at:
        raise Absent
    require(session, actor, initiative.key, Right.MANAGE)
    return initiative


@router.post("/initiatives/{initiative_id}/restore", status_code=204)
def restore_initiative(
    session: SessionDep, initiative: Annotated[Initiative, Depends(archived_to_manage)]
) -> None:
    service.restore_initiative(session, initiative)
