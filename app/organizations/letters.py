"""Letters that an organization sends, in the language of whoever has them sent."""

from app.accounts.models import Person
from app.i18n import _
from app.i18n.formats import format_date
from app.i18n.labels import label
from app.mail import Letter
from app.organizations.models import Invitation, Organization
from app.settings import Settings


def link_of(settings: Settings, token: str) -> str:
    return f"{settings.base_url}/invitations/{token}"


def invitation_letter(
    invitation: Invitation, organization: Organization, inviter: Person | None, link: str
) -> Letter:
    paragraphs = (
        _invites(invitation, organization, inviter),
        _("Open this link to accept it, by {day} at the latest:").format(
            day=format_date(invitation.ends_at.date())
        ),
        link,
        _("Without an account you make one there. If this is not for you, there is nothing to do."),
    )
    subject = _("Invitation to {organization}").format(organization=organization.name)
    return Letter(invitation.email, subject, "\n\n".join(paragraphs) + "\n")


def _invites(invitation: Invitation, organization: Organization, inviter: Person | None) -> str:
    role = label(invitation.role)
    if inviter is None:
        return _("You are invited to {organization} on Tandem, in this role: {role}.").format(
            organization=organization.name, role=role
        )
    return _("{person} invites you to {organization} on Tandem, in this role: {role}.").format(
        person=inviter.name, organization=organization.name, role=role
    )
