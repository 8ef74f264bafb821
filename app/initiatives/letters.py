"""What is written to whoever an initiative invites, in the language of whoever has it sent."""

from app.i18n import _
from app.i18n.formats import format_date
from app.i18n.labels import label
from app.initiatives.models import Initiative, PartnerInvitation
from app.mail import Letter
from app.organizations.models import Organization
from app.settings import Settings


def link_of(settings: Settings, token: str) -> str:
    return f"{settings.base_url}/partner-invitations/{token}"


def partner_letter(
    invitation: PartnerInvitation, initiative: Initiative, lead: Organization, link: str
) -> Letter:
    paragraphs = (
        _("{organization} invites your organization to take part in {initiative}, as: {role}.").format(
            organization=lead.name, initiative=initiative.name, role=label(invitation.role)
        ),
        _("Open this link to read more and to answer, by {day} at the latest:").format(
            day=format_date(invitation.ends_at.date())
        ),
        link,
        _("Whoever administers your organization here can accept. Nothing is shared before."),
    )
    subject = _("Invitation to take part in {initiative}").format(initiative=initiative.name)
    return Letter(invitation.email, subject, "\n\n".join(paragraphs) + "\n")
