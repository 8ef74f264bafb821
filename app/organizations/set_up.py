"""The first start: whoever has the link from the console founds the first organization and administers it."""

from sqlmodel import Session

from app.accounts.links import use_set_up
from app.accounts.models import Person
from app.accounts.schemas import Email, Password, PersonCreate
from app.accounts.service import add_person, keep_password
from app.database.audit import act_as
from app.fields import Country, Strict, Title
from app.i18n.locale import current_locale
from app.organizations.schemas import OrganizationCreate
from app.organizations.service import found_organization
from app.vocabulary import OrganizationType


class SetUp(Strict):
    your_name: Title
    email: Email
    password: Password
    organization_name: Title
    type: OrganizationType
    country: Country


def set_up(session: Session, token: str, first: SetUp, password_hash: str) -> Person:
    """The first person, with the first organization. Raises Invalid once somebody is here, for ever."""
    use_set_up(session, token)
    new = PersonCreate(email=first.email, name=first.your_name, locale=current_locale())
    person = add_person(session, new)
    act_as(session, person.key)
    keep_password(session, person, first.password, password_hash)
    found_organization(
        session,
        OrganizationCreate(name=first.organization_name, type=first.type, country=first.country),
        person,
    )
    return person
