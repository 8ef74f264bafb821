"""Pages to invite somebody to an organization, and to accept it."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, BackgroundTasks, Depends, Request, Response
from sqlmodel import Session

from app.access import access_rule
from app.accounts.models import Person
from app.accounts.password_routes import NewHash
from app.accounts.routes import let_in
from app.dependencies import Anyone, OrganizationToAdminister, RowId, SessionDep, SignedIn
from app.i18n import _
from app.mail import post_later
from app.organizations import invitations
from app.organizations.invitations import Invited
from app.organizations.letters import invitation_letter, link_of
from app.organizations.models import Invitation, Organization
from app.organizations.schemas import AccountCreate, InvitationCreate
from app.refusals import Absent
from app.vocabulary import MemberRole
from app.web.answers import saved
from app.web.forms import Form, FormDep, ShownAgain
from app.web.templating import render

router = APIRouter()
INVITE, ACCEPT = "organizations/invite.html", "organizations/invitation.html"
OURS = "/organizations/{slug}/invitations"


@dataclass(frozen=True)
class Offer:
    """What a link leads to; `role` is what the reader is there already."""

    token: str
    invitation: Invitation
    organization: Organization
    inviter: Person | None
    role: MemberRole | None


@router.get(f"{OURS}/new")
def ask_whom_to_invite(request: Request, organization: OrganizationToAdminister) -> Response:
    return render(request, INVITE, form=Form(), **_before_inviting(request, organization))


@router.post(OURS)
def invite(
    request: Request,
    session: SessionDep,
    organization: OrganizationToAdminister,
    form: FormDep,
    tasks: BackgroundTasks,
) -> Response:
    with form.or_again(request, INVITE, **_before_inviting(request, organization)):
        new = form.read(InvitationCreate)
        invited = invitations.invite_once(session, organization, new, form.idempotency_key)
    return _handed_over(request, session, tasks, organization, invited)


@router.post(OURS + "/{invitation_id}/again")
def invite_again(
    request: Request,
    session: SessionDep,
    organization: OrganizationToAdminister,
    invitation_id: RowId,
    tasks: BackgroundTasks,
) -> Response:
    invitation = _invitation_of(session, organization, invitation_id)
    invited = invitations.invite_again(session, organization, invitation)
    return _handed_over(request, session, tasks, organization, invited)


@router.post(OURS + "/{invitation_id}/withdraw")
def withdraw_invitation(
    request: Request, session: SessionDep, organization: OrganizationToAdminister, invitation_id: RowId
) -> Response:
    invitations.withdraw(session, _invitation_of(session, organization, invitation_id))
    return saved(request, _page(organization), _("Withdrawn. Its link leads nowhere now."))


@access_rule
def offered(token: str, request: Request, session: SessionDep, actor: Anyone) -> Offer:
    """Whoever holds the link may look; looking uses nothing up. All links that lead nowhere look alike."""
    try:
        invitation, organization = invitations.open_invitation(session, token)
    except Absent:
        raise ShownAgain(render(request, "organizations/no_invitation.html", status=404)) from None
    inviter = session.get(Person, invitation.created_by_id) if invitation.created_by_id else None
    role = actor.roles.get(organization.key) if actor else None
    return Offer(token, invitation, organization, inviter, role)


Offered = Annotated[Offer, Depends(offered)]


@router.get("/invitations/{token}")
def show_invitation(request: Request, offer: Offered) -> Response:
    return render(request, ACCEPT, form=Form(), offer=offer)


@router.post("/invitations/{token}")
def accept_invitation(request: Request, session: SessionDep, actor: SignedIn, offer: Offered) -> Response:
    organization = invitations.accept(session, offer.token, session.get_one(Person, actor.person_id))
    said = _("You belong to it already. Nothing has changed.") if offer.role else _("You belong to it now.")
    return saved(request, _page(organization), said)


@router.post("/invitations/{token}/account")
def accept_with_new_account(
    request: Request, hashed: NewHash, session: SessionDep, actor: Anyone, offer: Offered, form: FormDep
) -> Response:
    with form.or_again(request, ACCEPT, offer=offer):
        new = form.read(AccountCreate)
        person = invitations.accept_with_new_account(session, offer.token, new, hashed)
    return let_in(request, session, person, _page(offer.organization))


def _handed_over(
    request: Request, session: Session, tasks: BackgroundTasks, organization: Organization, invited: Invited
) -> Response:
    """By letter, where letters can leave; otherwise the link is shown here, once, to be handed on."""
    settings = request.app.state.settings
    if not invited.token:
        return saved(request, _page(organization), _("Saved. The invitation waits to be accepted."))
    link = link_of(settings, invited.token)
    inviter = session.get_one(Person, invited.invitation.created_by_id)
    post_later(tasks, settings, invitation_letter(invited.invitation, organization, inviter, link))
    if settings.has_mail:
        sent = _("Saved. The invitation is sent to {email}.").format(email=invited.invitation.email)
        return saved(request, _page(organization), sent)
    return render(
        request,
        "organizations/invited.html",
        organization=organization,
        invitation=invited.invitation,
        link=link,
    )


def _before_inviting(request: Request, organization: Organization) -> dict[str, Any]:
    return {"organization": organization, "by_mail": request.app.state.settings.has_mail}


def _page(organization: Organization) -> str:
    return f"/organizations/{organization.slug}"


def _invitation_of(session: Session, organization: Organization, invitation_id: int) -> Invitation:
    """Also a withdrawn one, which can be made again; an accepted one is done with."""
    invitation = session.get(Invitation, invitation_id)
    if invitation is None or invitation.organization_id != organization.key or invitation.accepted_at:
        raise Absent
    return invitation
