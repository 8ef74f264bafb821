"""Writing of organizations and members."""

from sqlmodel import Session, select

from app.accounts.models import Person
from app.i18n import _
from app.organizations.models import Member, Organization
from app.organizations.queries import slug_is_taken
from app.organizations.schemas import OrganizationCreate
from app.refusals import Invalid
from app.slugs import free_slug
from app.vocabulary import MemberRole


def add_organization(session: Session, new: OrganizationCreate) -> Organization:
    if new.slug and slug_is_taken(session, new.slug):
        raise Invalid({"slug": _("Another organization has this address.")})
    slug = new.slug or free_slug(new.name, lambda candidate: slug_is_taken(session, candidate))
    organization = Organization(slug=slug, name=new.name, type=new.type, country=new.country, place=new.place)
    session.add(organization)
    session.flush()
    return organization


def add_member(session: Session, organization: Organization, person: Person, role: MemberRole) -> Member:
    """Makes the person a member, or gives an earlier member the new role."""
    wanted = select(Member).where(Member.organization_id == organization.key, Member.person_id == person.key)
    member = session.exec(wanted).first() or Member(
        organization_id=organization.key, person_id=person.key, role=role
    )
    member.role, member.archived_at = role, None
    session.add(member)
    session.flush()
    return member
