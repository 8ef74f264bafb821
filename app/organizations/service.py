"""Writing of organizations and members."""

from sqlmodel import Session, select

from app.accounts.models import Person
from app.accounts.queries import person_by_email
from app.database.editing import edit
from app.i18n import _
from app.organizations.models import Member, Organization
from app.organizations.queries import administrators_of, slug_is_taken
from app.organizations.schemas import MemberCreate, OrganizationCreate, OrganizationUpdate
from app.refusals import Invalid
from app.slugs import RESERVED, free_slug
from app.vocabulary import MemberRole


def found_organization(session: Session, new: OrganizationCreate, founder: Person) -> Organization:
    """A new organization, administered by whoever registers it."""
    organization = add_organization(session, new)
    add_member(session, organization, founder, MemberRole.ADMIN)
    return organization


def edit_organization(
    session: Session, organization: Organization, change: OrganizationUpdate, version: int | None
) -> Organization:
    return edit(session, organization, change, version)


def add_organization(session: Session, new: OrganizationCreate) -> Organization:
    if new.slug and (new.slug in RESERVED or slug_is_taken(session, new.slug)):
        raise Invalid({"slug": _("Another organization has this address.")})
    slug = new.slug or free_slug(new.name, lambda candidate: slug_is_taken(session, candidate))
    organization = Organization(slug=slug, name=new.name, type=new.type, country=new.country, place=new.place)
    session.add(organization)
    session.flush()
    return organization


def take_in(session: Session, organization: Organization, new: MemberCreate) -> Member:
    """Gives somebody who has an account a role; one administrator at least remains."""
    person = person_by_email(session, new.email)
    if person is None:
        raise Invalid({"email": _("Nobody here has an account with this address.")})
    if new.role is not MemberRole.ADMIN and administrators_of(session, organization.key) == [person.key]:
        raise Invalid({"role": _("An organization keeps at least one administrator.")})
    return add_member(session, organization, person, new.role)


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
