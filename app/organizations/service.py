"""Writing of organizations, and their first members."""

from sqlmodel import Session

from app.accounts.models import Person
from app.database.editing import archive, edit, restore
from app.i18n import _, ngettext
from app.organizations.models import Member, Organization
from app.organizations.people import member_with
from app.organizations.queries import initiatives_led_by, slug_is_taken
from app.organizations.schemas import OrganizationCreate, OrganizationUpdate
from app.refusals import Invalid
from app.slugs import RESERVED, free_slug
from app.vocabulary import MemberRole


def found_organization(session: Session, new: OrganizationCreate, founder: Person) -> Organization:
    """A new organization, administered by whoever registers it."""
    organization = add_organization(session, new)
    add_member(session, organization, founder, MemberRole.ADMIN)
    return organization


def add_organization(session: Session, new: OrganizationCreate) -> Organization:
    if new.slug and (new.slug in RESERVED or slug_is_taken(session, new.slug)):
        raise Invalid({"slug": _("Another organization has this address.")})
    slug = new.slug or free_slug(new.name, lambda candidate: slug_is_taken(session, candidate))
    organization = Organization(slug=slug, name=new.name, type=new.type, country=new.country, place=new.place)
    session.add(organization)
    session.flush()
    return organization


def edit_organization(
    session: Session, organization: Organization, change: OrganizationUpdate, version: int | None
) -> Organization:
    return edit(session, organization, change, version)


def archive_organization(session: Session, organization: Organization, version: int | None) -> None:
    """Refused while it leads initiatives: nobody could manage them any more."""
    led = initiatives_led_by(session, organization.key)
    if led:
        said = ngettext(
            "It leads {count} initiative that is not archived. Archive that one first.",
            "It leads {count} initiatives that are not archived. Archive those first.",
            led,
        )
        raise Invalid({"organization_id": said.format(count=led)})
    archive(session, organization, version)


def restore_organization(session: Session, organization: Organization) -> Organization:
    return restore(session, organization)


def add_member(session: Session, organization: Organization, person: Person, role: MemberRole) -> Member:
    """Makes the person a member, or gives an earlier member the new role."""
    member = member_with(session, organization.key, person.key) or Member(
        organization_id=organization.key, person_id=person.key, role=role
    )
    member.role, member.archived_at = role, None
    session.add(member)
    session.flush()
    return member
