"""Plants the demo world. What is there already stays as it is, so that a second time changes nothing."""

from sqlmodel import Session, select

from app.accounts.models import Person
from app.accounts.queries import person_by_email
from app.accounts.schemas import PersonCreate
from app.accounts.service import add_person
from app.database.audit import act_as
from app.initiatives.queries import slug_is_taken
from app.organizations.models import Member, Organization
from app.organizations.schemas import OrganizationCreate
from app.organizations.service import add_member, add_organization
from app.reports.models import ReportTemplate
from app.reports.schemas import ReportTemplateCreate
from app.reports.service import keep_template
from seed import people, story
from seed.enter import enter_story
from seed.hands import Hands
from seed.report_templates import REPORT_TEMPLATES
from seed.stories.village_bus import GLENMORE
from seed.world import ORGANIZATIONS, STORIES


def plant(session: Session) -> str:
    """Plants whatever is missing, and says in a line what that was."""
    cast = {person.email: _person(session, person) for person in people.PEOPLE}
    organizations = {known.slug: _organization(session, known) for known in ORGANIZATIONS}
    for member in people.MEMBERS:
        _member(session, organizations[member.organization], cast[member.email], member)
    act_as(session, cast[people.ADMIN.email].key)
    for template in REPORT_TEMPLATES:
        _template(session, organizations[template.organization], template)
    missing = [told for told in STORIES if not slug_is_taken(session, told.initiative.slug)]
    for told in missing:
        enter_story(session, told, _hands(told, cast), organizations)
    session.info.pop("person_id", None)
    return f"{len(missing)} of {len(STORIES)} initiatives planted"


def _person(session: Session, known: people.Person) -> Person:
    new = PersonCreate(email=known.email, name=known.name, locale=known.locale)
    return person_by_email(session, known.email) or add_person(session, new)


def _organization(session: Session, known: story.Organization) -> Organization:
    stored = session.exec(select(Organization).where(Organization.slug == known.slug)).first()
    return stored or add_organization(
        session,
        OrganizationCreate(slug=known.slug, name=known.name, type=known.type, country=known.country),
    )


def _member(session: Session, organization: Organization, person: Person, member: story.Member) -> None:
    """Not given again: somebody may have changed the role since."""
    known = select(Member.id).where(
        Member.organization_id == organization.key, Member.person_id == person.key
    )
    if session.exec(known).first() is None:
        act_as(session, person.key)
        add_member(session, organization, person, member.role)


def _template(session: Session, organization: Organization, known: story.ReportTemplate) -> None:
    """Not kept again: somebody may have changed or archived it since."""
    is_kept = select(ReportTemplate.id).where(
        ReportTemplate.organization_id == organization.key, ReportTemplate.name == known.name
    )
    if session.exec(is_kept).first() is None:
        new = ReportTemplateCreate(name=known.name, sections=list(known.sections))
        keep_template(session, organization, new)


def _hands(told: story.Story, cast: dict[str, Person]) -> Hands:
    """Who types: the demo's staff, citizen and evaluator; the outsider in the outsider's own initiative."""
    if told.lead == GLENMORE:
        outsider = cast[people.OUTSIDER.email].key
        return Hands(staff=outsider, citizen=outsider, evaluator=outsider)
    return Hands(
        staff=cast[people.STAFF.email].key,
        citizen=cast[people.CITIZEN.email].key,
        evaluator=cast[people.EVALUATOR.email].key,
    )
