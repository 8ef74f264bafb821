"""JSON of organizations: those of the person who asks."""

from fastapi import APIRouter

from app.accounts.models import Person
from app.database.idempotency import once
from app.dependencies import (
    Cursor,
    IdempotencyKey,
    IfMatch,
    Limit,
    OrganizationByIdToAdminister,
    OrganizationByIdToRead,
    SessionDep,
    SignedIn,
)
from app.organizations import service
from app.organizations.models import Organization
from app.organizations.queries import organizations_after
from app.organizations.schemas import OrganizationCreate, OrganizationPublic, OrganizationUpdate
from app.web.pagination import PAGE_SIZE, AfterId, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["organizations"])


@router.get("/organizations", response_model=Page[OrganizationPublic])
def list_organizations(
    session: SessionDep, actor: SignedIn, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Organization]:
    return organizations_after(session, actor.organization_ids, AfterId.parse(cursor), limit)


@router.post("/organizations", status_code=201, response_model=OrganizationPublic)
def found_organization(
    session: SessionDep, actor: SignedIn, new: OrganizationCreate, key: IdempotencyKey = None
) -> Organization:
    founder = session.get_one(Person, actor.person_id)
    return once(session, key, Organization, new, lambda: service.found_organization(session, new, founder))


@router.get("/organizations/{organization_id}", response_model=OrganizationPublic)
def show_organization(organization: OrganizationByIdToRead) -> Organization:
    return organization


@router.patch("/organizations/{organization_id}", response_model=OrganizationPublic)
def edit_organization(
    session: SessionDep, organization: OrganizationByIdToAdminister, patch: Patch, if_match: IfMatch = None
) -> Organization:
    change = patched(OrganizationUpdate, organization, patch)
    return service.edit_organization(session, organization, change, version_in(if_match))


@router.delete("/organizations/{organization_id}", status_code=204)
def archive_organization(
    session: SessionDep, organization: OrganizationByIdToAdminister, if_match: IfMatch = None
) -> None:
    """Refused while it leads initiatives. Its administrators bring it back on their page of organizations."""
    service.archive_organization(session, organization, version_in(if_match))
