"""JSON routes of invitations to take part. They are answered on a page, by whoever holds the link."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, Request
from sqlmodel import col

from app.access import Right
from app.dependencies import (
    Cursor,
    IdempotencyKey,
    IfMatch,
    InitiativeByIdToManage,
    Limit,
    SessionDep,
    row_with,
)
from app.initiatives import invitations
from app.initiatives.letters import link_of, partner_letter
from app.initiatives.lists import page_of
from app.initiatives.models import PartnerInvitation
from app.initiatives.schemas import PartnerInvitationCreate, PartnerInvitationMade, PartnerInvitationPublic
from app.mail import post_later
from app.web.pagination import PAGE_SIZE, AfterId, Page
from app.web.patches import version_in

router = APIRouter(tags=["partnerships"])
InvitationToManage = Annotated[PartnerInvitation, Depends(row_with(PartnerInvitation, Right.MANAGE))]
OURS = "/initiatives/{initiative_id}/partner-invitations"


@router.get(OURS, response_model=Page[PartnerInvitationPublic])
def list_partner_invitations(
    session: SessionDep, initiative: InitiativeByIdToManage, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[PartnerInvitation]:
    here = col(PartnerInvitation.initiative_id) == initiative.key
    return page_of(session, PartnerInvitation, here, AfterId.parse(cursor), limit)


@router.post(OURS, status_code=201)
def invite_partner(
    request: Request,
    session: SessionDep,
    initiative: InitiativeByIdToManage,
    new: PartnerInvitationCreate,
    tasks: BackgroundTasks,
    key: IdempotencyKey = None,
) -> PartnerInvitationMade:
    """The answer holds the link, once; with an address and a mail server it is sent there too."""
    settings = request.app.state.settings
    invited = invitations.invite_partner(session, initiative, new, key, settings.signing_key)
    invitation, link = invited.invitation, link_of(settings, invited.token) if invited.token else ""
    if invitation.email and invited.is_new:
        lead = invitations.lead_of(session, initiative)
        post_later(tasks, settings, partner_letter(invitation, initiative, lead, link))
    return PartnerInvitationMade.model_validate(invitation.model_dump() | {"link": link})


@router.delete("/partner-invitations/{row_id}", status_code=204)
def withdraw_invitation(
    session: SessionDep, invitation: InvitationToManage, if_match: IfMatch = None
) -> None:
    invitations.withdraw_invitation(session, invitation, version_in(if_match))
