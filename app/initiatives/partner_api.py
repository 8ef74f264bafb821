"""JSON routes of partnerships and of declared aims."""

from typing import Annotated

from fastapi import APIRouter, Depends
from sqlmodel import col

from app.access import Right, access_rule, belongs_to, may_administer
from app.database.idempotency import once
from app.database.references import is_below_archived
from app.dependencies import (
    Cursor,
    IdempotencyKey,
    IfMatch,
    InitiativeByIdToManage,
    InitiativeByIdToRead,
    Limit,
    OrganizationByIdToRead,
    RowId,
    SessionDep,
    SignedIn,
    require,
    row_with,
)
from app.initiatives import service
from app.initiatives.lists import page_of
from app.initiatives.models import DeclaredAim, Partnership
from app.initiatives.queries import is_over, partnerships_joined_by
from app.initiatives.schemas import (
    AimCreate,
    AimPublic,
    PartnershipCreate,
    PartnershipPublic,
    PartnershipUpdate,
)
from app.refusals import Absent
from app.web.pagination import PAGE_SIZE, AfterId, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["partnerships"])


@access_rule
def partnership_to_read(row_id: RowId, session: SessionDep, actor: SignedIn) -> Partnership:
    """For those who read the initiative; and each organization sees its own line, a funder too."""
    row = session.get(Partnership, row_id)
    own = row is not None and belongs_to(actor, row.organization_id) and not is_over(row)
    if row is None or not own:
        return row_with(Partnership, Right.READ)(row_id, session, actor)
    if is_below_archived(session, row):
        raise Absent
    return row


@access_rule
def partnership_to_end(
    partnership: Annotated[Partnership, Depends(partnership_to_read)], session: SessionDep, actor: SignedIn
) -> Partnership:
    """By whoever manages the initiative, or administers the organization that leaves."""
    if not may_administer(actor, partnership.organization_id):
        require(session, actor, partnership.initiative_id, Right.MANAGE)
    return partnership


PartnershipToRead = Annotated[Partnership, Depends(partnership_to_read)]
PartnershipToEnd = Annotated[Partnership, Depends(partnership_to_end)]
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
    actor: SignedIn,
    initiative: InitiativeByIdToManage,
    new: PartnershipCreate,
    key: IdempotencyKey = None,
) -> Partnership:
    """Of organizations that the actor administers; all others are invited, and look like unknown ones."""
    if not may_administer(actor, new.organization_id):
        raise service.no_such_organization()
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


@router.post("/partnerships/{row_id}/ending", response_model=PartnershipPublic)
def end_partnership(session: SessionDep, partnership: PartnershipToEnd) -> Partnership:
    """At once and for good; it stays in the list with its date."""
    return service.end_partnership(session, partnership)


@router.get("/organizations/{organization_id}/partnerships", response_model=list[PartnershipPublic])
def list_joined(session: SessionDep, organization: OrganizationByIdToRead) -> list[Partnership]:
    """What the organization takes part in, or will."""
    return [partnership for partnership, _ in partnerships_joined_by(session, organization.key)]


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
