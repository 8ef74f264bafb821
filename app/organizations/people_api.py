"""JSON of members and invitations."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, Request
from sqlmodel import Session

from app.access import Actor, access_rule, may_administer
from app.accounts.models import Person
from app.dependencies import (
    Cursor,
    IdempotencyKey,
    IfMatch,
    Limit,
    OrganizationByIdToAdminister,
    OrganizationByIdToRead,
    SessionDep,
    SignedIn,
    row_of_organization,
)
from app.mail import post_later
from app.organizations import invitations, membership
from app.organizations.letters import invitation_letter, link_of
from app.organizations.models import Invitation, Member
from app.organizations.people import invitations_after, members_after
from app.organizations.schemas import (
    InvitationCreate,
    InvitationMade,
    InvitationPublic,
    MemberPublic,
    MemberUpdate,
)
from app.refusals import Forbidden
from app.web.pagination import PAGE_SIZE, AfterId, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter()
MemberToRead = Annotated[Member, Depends(row_of_organization(Member))]
MemberToAdminister = Annotated[Member, Depends(row_of_organization(Member, administers=True))]
InvitationToAdminister = Annotated[Invitation, Depends(row_of_organization(Invitation, administers=True))]


@access_rule
def member_to_end(member: MemberToRead, actor: SignedIn) -> Member:
    """One's own membership, or anybody's for administrators."""
    if member.person_id != actor.person_id and not may_administer(actor, member.organization_id):
        raise Forbidden
    return member


@router.get("/organizations/{organization_id}/members", tags=["members"])
def list_members(
    session: SessionDep,
    actor: SignedIn,
    organization: OrganizationByIdToRead,
    cursor: Cursor = None,
    limit: Limit = PAGE_SIZE,
) -> Page[MemberPublic]:
    page = members_after(session, organization.key, AfterId.parse(cursor), limit)
    return Page([_shown_to(actor, member, person) for member, person in page.items], page.next)


@router.get("/members/{row_id}", tags=["members"])
def show_member(session: SessionDep, actor: SignedIn, member: MemberToRead) -> MemberPublic:
    return _shown_to(actor, member, _person(session, member))


@router.patch("/members/{row_id}", tags=["members"])
def change_role(
    session: SessionDep, actor: SignedIn, member: MemberToAdminister, patch: Patch, if_match: IfMatch = None
) -> MemberPublic:
    change = patched(MemberUpdate, member, patch)
    changed = membership.change_role(session, member, change, version_in(if_match))
    return _shown_to(actor, changed, _person(session, changed))


@router.delete("/members/{row_id}", tags=["members"], status_code=204)
def end_membership(
    session: SessionDep, member: Annotated[Member, Depends(member_to_end)], if_match: IfMatch = None
) -> None:
    """Administrators remove anybody, others themselves; one administrator stays."""
    membership.end_membership(session, member, version_in(if_match))


@router.get(
    "/organizations/{organization_id}/invitations",
    tags=["invitations"],
    response_model=Page[InvitationPublic],
)
def list_invitations(
    session: SessionDep,
    organization: OrganizationByIdToAdminister,
    cursor: Cursor = None,
    limit: Limit = PAGE_SIZE,
) -> Page[Invitation]:
    """Those that are neither accepted nor withdrawn."""
    return invitations_after(session, organization.key, AfterId.parse(cursor), limit)


@router.post(
    "/organizations/{organization_id}/invitations",
    tags=["invitations"],
    status_code=201,
)
def invite(
    request: Request,
    session: SessionDep,
    organization: OrganizationByIdToAdminister,
    new: InvitationCreate,
    tasks: BackgroundTasks,
    key: IdempotencyKey = None,
) -> InvitationMade:
    """Goes by letter. Without a mail server `link` has what to hand on, in the first answer only."""
    settings = request.app.state.settings
    invited = invitations.invite_once(session, organization, new, key)
    public = InvitationPublic.model_validate(invited.invitation).model_dump()
    if not invited.token:
        return InvitationMade(**public, link=None)
    link = link_of(settings, invited.token)
    inviter = session.get_one(Person, invited.invitation.created_by_id)
    post_later(tasks, settings, invitation_letter(invited.invitation, organization, inviter, link))
    return InvitationMade(**public, link=None if settings.has_mail else link)


@router.get("/invitations/{row_id}", tags=["invitations"], response_model=InvitationPublic)
def show_invitation(invitation: InvitationToAdminister) -> Invitation:
    return invitation


@router.delete("/invitations/{row_id}", tags=["invitations"], status_code=204)
def withdraw_invitation(
    session: SessionDep, invitation: InvitationToAdminister, if_match: IfMatch = None
) -> None:
    invitations.withdraw(session, invitation, version_in(if_match))


def _person(session: Session, member: Member) -> Person:
    return session.get_one(Person, member.person_id)


def _shown_to(actor: Actor, member: Member, person: Person) -> MemberPublic:
    """Names for members, e-mail addresses for administrators."""
    email = person.email if may_administer(actor, member.organization_id) else None
    return MemberPublic(**member.model_dump(), name=person.name, email=email)
