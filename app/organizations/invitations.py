"""Writing of invitations: made, sent again, withdrawn, and used by whoever holds the link, once."""

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session, col, func, or_, select

from app.accounts.models import Person
from app.accounts.schemas import PersonCreate
from app.accounts.secrets import hash_token, new_token
from app.accounts.service import add_person, keep_password
from app.clock import utc_now
from app.database.audit import act_as
from app.database.editing import archive
from app.database.idempotency import once
from app.i18n import _
from app.i18n.locale import current_locale
from app.organizations.models import Invitation, Member, Organization
from app.organizations.people import member_with, pending_invitations
from app.organizations.schemas import AccountCreate, InvitationCreate
from app.organizations.service import add_member
from app.refusals import Absent, Invalid

INVITATION_LASTS = timedelta(days=14)
A_DAY = timedelta(days=1)
IN_A_DAY = 100
"""From one organization, or by one person: enough for a large workshop, too few to annoy a town."""


@dataclass(frozen=True)
class Invited:
    """An invitation with its token, which is kept nowhere."""

    invitation: Invitation
    token: str


def invite(session: Session, organization: Organization, new: InvitationCreate) -> Invited:
    """A new link; an earlier one for the address dies. Whether it has an account here is not asked."""
    session.get_one(Organization, organization.key, with_for_update={"key_share": True})
    _expect_stranger(session, organization, new.email)
    _expect_few(session, organization)
    for waiting in pending_invitations(session, organization.key):
        if waiting.email == new.email:
            withdraw(session, waiting)
    token = new_token()
    invitation = Invitation(
        token_hash=hash_token(token),
        organization_id=organization.key,
        ends_at=utc_now() + INVITATION_LASTS,
        **new.model_dump(),
    )
    session.add(invitation)
    session.flush()
    return Invited(invitation, token)


def invite_once(
    session: Session, organization: Organization, new: InvitationCreate, key: str | None
) -> Invited:
    """As `invite`; a copy of the same form gets the same invitation, and no token: the first one had it."""
    tokens: list[str] = []

    def make() -> Invitation:
        invited = invite(session, organization, new)
        tokens.append(invited.token)
        return invited.invitation

    invitation = once(session, key, Invitation, new, make, below=organization)
    return Invited(invitation, tokens[0] if tokens else "")


def invite_again(session: Session, organization: Organization, invitation: Invitation) -> Invited:
    """The same once more, for another fortnight."""
    return invite(session, organization, InvitationCreate(email=invitation.email, role=invitation.role))


def withdraw(session: Session, invitation: Invitation, version: int | None = None) -> None:
    archive(session, invitation, version)


def accept(session: Session, token: str, person: Person) -> Organization:
    """Whoever belongs to it already stays what they are, and the link stays for whom it was meant."""
    invitation, organization = _taken(session, token)
    member = member_with(session, organization.key, person.key)
    if member is None or member.archived_at:
        add_member(session, organization, person, invitation.role)
        _use_up(session, invitation)
    return organization


def accept_with_new_account(session: Session, token: str, new: AccountCreate, password_hash: str) -> Person:
    """An account with the address that was invited, and with it the membership."""
    invitation, organization = _taken(session, token)
    person = add_person(session, PersonCreate(email=invitation.email, name=new.name, locale=current_locale()))
    act_as(session, person.key)
    keep_password(session, person, new.password, password_hash)
    add_member(session, organization, person, invitation.role)
    _use_up(session, invitation)
    return person


def open_invitation(session: Session, token: str) -> tuple[Invitation, Organization]:
    """What the token stands for. Unknown, used, withdrawn and old ones are absent alike."""
    invitation = session.exec(select(Invitation).where(Invitation.token_hash == hash_token(token))).first()
    return _still_open(session, invitation)


def _taken(session: Session, token: str) -> tuple[Invitation, Organization]:
    """As `open_invitation`; whoever else comes with the token waits until this one is done."""
    wanted = select(Invitation).where(Invitation.token_hash == hash_token(token))
    return _still_open(session, session.exec(wanted.with_for_update()).first())


def _still_open(session: Session, invitation: Invitation | None) -> tuple[Invitation, Organization]:
    if invitation is None or invitation.archived_at or invitation.accepted_at or is_over(invitation):
        raise Absent
    organization = session.get_one(Organization, invitation.organization_id)
    if organization.archived_at:
        raise Absent
    return invitation, organization


def is_over(invitation: Invitation) -> bool:
    return invitation.ends_at < utc_now()


def _use_up(session: Session, invitation: Invitation) -> None:
    invitation.accepted_at = utc_now()
    session.flush()


def _expect_stranger(session: Session, organization: Organization, email: str) -> None:
    """That an address belongs to a member is no secret here: administrators see it in their list."""
    member = session.exec(
        select(Member.id)
        .join(Person, col(Person.id) == Member.person_id)
        .where(
            Member.organization_id == organization.key,
            col(Member.archived_at).is_(None),
            Person.email == email,
        )
    ).first()
    if member is not None:
        raise Invalid({"email": _("Whoever has this address belongs to the organization already.")})


def _expect_few(session: Session, organization: Organization) -> None:
    inviter = session.info.get("person_id", 0)
    made = session.exec(
        select(func.count())
        .select_from(Invitation)
        .where(
            col(Invitation.created_at) > utc_now() - A_DAY,
            or_(
                col(Invitation.organization_id) == organization.key, col(Invitation.created_by_id) == inviter
            ),
        )
    ).one()
    if made >= IN_A_DAY:
        raise Invalid(
            {"email": _("{count} invitations in a day are enough. Go on tomorrow.").format(count=IN_A_DAY)}
        )
