"""Pages to invite an organization to take part, and to answer for one's own."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, BackgroundTasks, Depends, Request, Response
from sqlmodel import Session

from app.access import Actor, access_rule, may_administer
from app.clock import today
from app.dependencies import Anyone, InitiativeToManage, RowId, SessionDep, SignedIn, row_of
from app.i18n import _
from app.i18n.labels import labels
from app.initiatives import invitations
from app.initiatives.invitations import Invited, lead_of
from app.initiatives.letters import link_of, partner_letter
from app.initiatives.models import Initiative, PartnerInvitation, Partnership
from app.initiatives.queries import invitation_with
from app.initiatives.roles import allowed_in
from app.initiatives.schemas import PartnerInvitationCreate
from app.mail import post_later
from app.organizations.models import Organization
from app.organizations.queries import organizations_with
from app.refusals import Absent
from app.vocabulary import PartnershipRole
from app.web.answers import saved, see
from app.web.forms import Form, FormDep, ShownAgain
from app.web.templating import render

router = APIRouter()
INVITE, ANSWER = "initiatives/invite.html", "initiatives/invitation.html"
OURS = "/initiatives/{slug}/partner-invitations"


@dataclass(frozen=True)
class Offer:
    """What a link leads to, for whoever holds it."""

    token: str
    invitation: PartnerInvitation
    initiative: Initiative
    lead: Organization


@router.get(f"{OURS}/new")
def ask_whom_to_invite(request: Request, initiative: InitiativeToManage) -> Response:
    return render(request, INVITE, form=Form(), **_before_inviting(request, initiative))


@router.post(OURS)
def invite_partner(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToManage,
    form: FormDep,
    tasks: BackgroundTasks,
) -> Response:
    secret = request.app.state.settings.signing_key
    with form.or_again(request, INVITE, **_before_inviting(request, initiative)):
        new = form.read(PartnerInvitationCreate)
        invited = invitations.invite_partner(session, initiative, new, form.idempotency_key, secret)
    return _handed_over(request, session, tasks, initiative, invited)


@router.post(OURS + "/{invitation_id}/again")
def invite_again(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToManage,
    invitation_id: RowId,
    tasks: BackgroundTasks,
) -> Response:
    invitation = row_of(session, PartnerInvitation, initiative, invitation_id)
    invited = invitations.invite_again(session, invitation)
    return _handed_over(request, session, tasks, initiative, invited)


@router.post(OURS + "/{invitation_id}/withdraw")
def withdraw_invitation(
    request: Request, session: SessionDep, initiative: InitiativeToManage, invitation_id: RowId
) -> Response:
    invitations.withdraw_invitation(session, row_of(session, PartnerInvitation, initiative, invitation_id))
    return saved(request, _partners(initiative), _("Withdrawn. Its link leads nowhere now."))


@access_rule
def offered(token: str, request: Request, session: SessionDep, actor: Anyone) -> Offer:
    """Whoever holds the link may look; looking uses nothing up. All links that lead nowhere look alike."""
    invitation = invitation_with(session, token)
    if invitation is None:
        raise _leads_nowhere(request)
    initiative = session.get_one(Initiative, invitation.initiative_id)
    return Offer(token, invitation, initiative, lead_of(session, initiative))


Offered = Annotated[Offer, Depends(offered)]


@router.get("/partner-invitations/{token}")
def show_invitation(request: Request, session: SessionDep, actor: Anyone, offer: Offered) -> Response:
    return render(request, ANSWER, form=Form(), **_before_answering(session, actor, offer))


@router.post("/partner-invitations/{token}")
def accept_invitation(
    request: Request, session: SessionDep, actor: SignedIn, offer: Offered, form: FormDep
) -> Response:
    chosen = next((key for key in _administered(session, actor) if key == form["organization_id"]), "0")
    with form.or_again(request, ANSWER, **_before_answering(session, actor, offer)):
        try:
            partnership = invitations.accept_invitation(session, offer.token, actor, int(chosen))
        except Absent:
            raise _leads_nowhere(request) from None
    return saved(request, _first_page(session, offer, partnership), _("Saved. Your organization takes part."))


@router.post("/partner-invitations/{token}/refusal")
def decline_invitation(request: Request, session: SessionDep, actor: SignedIn, offer: Offered) -> Response:
    try:
        invitations.decline_invitation(session, offer.token)
    except Absent:
        raise _leads_nowhere(request) from None
    return saved(request, "/", _("Declined. Whoever invited you sees that."))


def _leads_nowhere(request: Request) -> ShownAgain:
    return ShownAgain(render(request, "initiatives/no_invitation.html", status=404))


def _handed_over(
    request: Request, session: Session, tasks: BackgroundTasks, initiative: Initiative, invited: Invited
) -> Response:
    """By letter, where there is an address and letters can leave; else the link is shown here, once."""
    settings, invitation = request.app.state.settings, invited.invitation
    if not invited.token:
        return see(_partners(initiative))
    link = link_of(settings, invited.token)
    if invitation.email and invited.is_new:
        post_later(
            tasks, settings, partner_letter(invitation, initiative, lead_of(session, initiative), link)
        )
    if invitation.email and settings.has_mail:
        sent = _("Saved. The invitation is sent to {email}.").format(email=invitation.email)
        return saved(request, _partners(initiative), sent)
    return render(
        request, "initiatives/invited.html", initiative=initiative, invitation=invitation, link=link
    )


def _first_page(session: Session, offer: Offer, partnership: Partnership) -> str:
    """Where the organization's people begin: a funder with its portfolio, others when it has begun."""
    slug = session.get_one(Organization, partnership.organization_id).slug
    if partnership.role is PartnershipRole.FUNDER:
        return f"/portfolios/{slug}"
    later = partnership.starts_on is not None and partnership.starts_on > today()
    return f"/organizations/{slug}/partnerships" if later else f"/initiatives/{offer.initiative.slug}"


def _before_inviting(request: Request, initiative: Initiative) -> dict[str, Any]:
    """The roles leave out the lead: an initiative has one, which registered it."""
    roles = {value: text for value, text in labels(PartnershipRole).items() if value != PartnershipRole.LEAD}
    return {"initiative": initiative, "roles": roles, "by_mail": request.app.state.settings.has_mail}


def _before_answering(session: Session, actor: Actor | None, offer: Offer) -> dict[str, Any]:
    organizations = _administered(session, actor) if actor else {}
    return {"offer": offer, "organizations": organizations, "allowed": allowed_in(offer.invitation.role)}


def _administered(session: Session, actor: Actor) -> dict[str, str]:
    """The organizations the actor can bring in: id → name."""
    ids = [organization_id for organization_id in actor.roles if may_administer(actor, organization_id)]
    return {str(organization.key): organization.name for organization in organizations_with(session, ids)}


def _partners(initiative: Initiative) -> str:
    return f"/initiatives/{initiative.slug}/partners"
