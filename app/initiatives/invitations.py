"""Writing of invitations to take part: made, renewed, withdrawn, and answered by whoever holds the link."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session, col, func, select

from app.access import Actor, may_administer
from app.accounts.secrets import hash_token, new_token
from app.clock import utc_now
from app.database.editing import archive
from app.database.idempotency import once
from app.i18n import _
from app.initiatives.models import Initiative, PartnerInvitation, Partnership
from app.initiatives.queries import invitation_with
from app.initiatives.schemas import PartnerInvitationCreate, PartnershipCreate
from app.initiatives.service import add_partner
from app.organizations.models import Organization
from app.refusals import Absent, Invalid

LASTS = timedelta(days=30)
A_DAY = timedelta(days=1)
IN_A_DAY = 100
"""From one initiative: enough for any partnership, too few to annoy a town."""

OFFERED = {"role", "grant_amount", "grant_currency", "reference", "starts_on", "ends_on"}


@dataclass(frozen=True)
class Invited:
    """An invitation with its token, which is kept nowhere; empty when a later link has replaced it."""

    invitation: PartnerInvitation
    token: str
    is_new: bool = True


def invite_partner(
    session: Session, initiative: Initiative, new: PartnerInvitationCreate, key: str | None, secret: str
) -> Invited:
    """The token follows from the key, so that every copy of a form is answered with the same link."""
    token = _token_for(initiative, key, secret) if key else new_token()
    made: list[PartnerInvitation] = []

    def make() -> PartnerInvitation:
        _expect_few(session, initiative)
        fields = new.model_dump() | {"email": new.email or ""}
        invitation = PartnerInvitation(
            initiative_id=initiative.key,
            token_hash=hash_token(token),
            ends_at=utc_now() + LASTS,
            **fields,
        )
        session.add(invitation)
        session.flush()
        made.append(invitation)
        return invitation

    invitation = once(session, key, PartnerInvitation, new, make, below=initiative)
    holds = invitation.token_hash == hash_token(token)
    return Invited(invitation, token if holds else "", is_new=bool(made))


def invite_again(session: Session, invitation: PartnerInvitation) -> Invited:
    """Another link for another 30 days; the one before it leads nowhere from now on."""
    if invitation.archived_at or invitation.accepted_at:
        raise Absent
    token = new_token()
    invitation.token_hash, invitation.ends_at = hash_token(token), utc_now() + LASTS
    invitation.declined_at = None
    session.flush()
    return Invited(invitation, token)


def withdraw_invitation(session: Session, invitation: PartnerInvitation, version: int | None = None) -> None:
    """For good. One that was answered stays in the list as it is."""
    if invitation.accepted_at or invitation.declined_at:
        raise Absent
    archive(session, invitation, version)


def accept_invitation(session: Session, token: str, actor: Actor, organization_id: int) -> Partnership:
    """Takes the actor's organization in as it was offered, once, however many answer at the same moment."""
    invitation = invitation_with(session, token, kept=True)
    if invitation is None:
        raise Absent
    if not may_administer(actor, organization_id):
        raise Invalid({"organization_id": _("Choose one of the organizations you administer.")})
    offered = PartnershipCreate(organization_id=organization_id, **invitation.model_dump(include=OFFERED))
    partnership = add_partner(session, session.get_one(Initiative, invitation.initiative_id), offered)
    invitation.accepted_at = utc_now()
    session.flush()
    return partnership


def decline_invitation(session: Session, token: str) -> None:
    invitation = invitation_with(session, token, kept=True)
    if invitation is None:
        raise Absent
    invitation.declined_at = utc_now()
    session.flush()


def lead_of(session: Session, initiative: Initiative) -> Organization:
    return session.get_one(Organization, initiative.organization_id)


def _token_for(initiative: Initiative, key: str, secret: str) -> str:
    named = f"partner invitation {initiative.key} {key}".encode()
    return base64.urlsafe_b64encode(hmac.digest(secret.encode(), named, hashlib.sha256)).decode().rstrip("=")


def _expect_few(session: Session, initiative: Initiative) -> None:
    made = session.exec(
        select(func.count())
        .select_from(PartnerInvitation)
        .where(
            PartnerInvitation.initiative_id == initiative.key,
            col(PartnerInvitation.created_at) > utc_now() - A_DAY,
        )
    ).one()
    if made >= IN_A_DAY:
        raise Invalid(
            {"email": _("{count} invitations in a day are enough. Go on tomorrow.").format(count=IN_A_DAY)}
        )
