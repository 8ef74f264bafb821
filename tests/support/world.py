"""One cast for every test: who they are, what they co-produce, and Mallory, who must see nothing of it."""

from dataclasses import dataclass
from datetime import date

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session

from app.accounts.models import Person
from app.accounts.schemas import ApiTokenCreate
from app.accounts.service import make_api_token, sign_in
from app.initiatives.models import Initiative, Phase
from app.initiatives.schemas import InitiativeCreate, PartnershipCreate, PhaseCreate
from app.initiatives.service import add_partner, add_phase, register_initiative
from app.organizations.models import Organization
from app.organizations.schemas import OrganizationCreate
from app.organizations.service import add_member, add_organization
from app.vocabulary import (
    Aim,
    Currency,
    Initiation,
    MemberRole,
    OrganizationType,
    PartnershipRole,
    PhaseKind,
    Sector,
)
from tests.support.people import make_person


@dataclass(frozen=True)
class World:
    """Rows as they are stored; a test may read their ids after its unit of work has ended."""

    ada: Person
    """Staff of the organization that leads."""
    ben: Person
    """Citizen there: logs like Ada, manages nothing."""
    cleo: Person
    """Evaluator there: reads and evaluates, logs nothing."""
    dan: Person
    """Of the funder: sees portfolios only."""
    eve: Person
    """Administrator of the organization that leads."""
    mallory: Person
    """Staff elsewhere: nothing of this exists for her."""
    organization: Organization
    funder: Organization
    elsewhere: Organization
    initiative: Initiative
    design: Phase
    delivery: Phase
    other_initiative: Initiative
    """Mallory's, with one phase: what is Ada's must not reach into it."""
    other_phase: Phase


def make_world(session: Session) -> World:
    organization = make_organization(session, "Northside Homes", OrganizationType.CHARITY)
    funder = make_organization(session, "Lottery Fund", OrganizationType.FUNDER)
    elsewhere = make_organization(session, "Orchard Trust", OrganizationType.ASSOCIATION)
    initiative = make_initiative(session, organization, "Good neighbours")
    other_initiative = make_initiative(session, elsewhere, "Orchards for all")
    add_partner(
        session, initiative, PartnershipCreate(organization_id=funder.key, role=PartnershipRole.FUNDER)
    )
    return World(
        ada=_member(session, "Ada", organization, MemberRole.STAFF),
        ben=_member(session, "Ben", organization, MemberRole.CITIZEN),
        cleo=_member(session, "Cleo", organization, MemberRole.EVALUATOR),
        dan=_member(session, "Dan", funder, MemberRole.STAFF),
        eve=_member(session, "Eve", organization, MemberRole.ADMIN),
        mallory=_member(session, "Mallory", elsewhere, MemberRole.STAFF),
        organization=organization,
        funder=funder,
        elsewhere=elsewhere,
        initiative=initiative,
        design=make_phase(session, initiative, PhaseKind.DESIGN, date(2024, 1, 1), date(2024, 6, 30)),
        delivery=make_phase(session, initiative, PhaseKind.DELIVERY, date(2024, 7, 1)),
        other_initiative=other_initiative,
        other_phase=make_phase(session, other_initiative, PhaseKind.DELIVERY, date(2024, 1, 1)),
    )


def make_organization(session: Session, name: str, kind: OrganizationType) -> Organization:
    return add_organization(session, OrganizationCreate(name=name, type=kind, country="GB"))


def make_initiative(session: Session, organization: Organization, name: str) -> Initiative:
    return register_initiative(
        session,
        InitiativeCreate(
            organization_id=organization.key,
            name=name,
            country="GB",
            sector=Sector.AGEING,
            initiation=Initiation.CITIZEN_DRIVEN,
            currency=Currency.GBP,
            starts_on=date(2024, 1, 1),
            aim=Aim.QUALITY,
            aim_chosen_by="the core group",
        ),
    )


def make_phase(
    session: Session, initiative: Initiative, kind: PhaseKind, starts_on: date, ends_on: date | None = None
) -> Phase:
    return add_phase(session, initiative, PhaseCreate(kind=kind, starts_on=starts_on, ends_on=ends_on))


def come_in(client: TestClient, person: Person) -> TestClient:
    """From here on the client is this person, on pages by a cookie and in the API by a token."""
    assert isinstance(client.app, FastAPI)
    with client.app.state.database.writing() as session:
        cookie = sign_in(session, person)
        token = make_api_token(session, person.key, ApiTokenCreate(name="test"))
    client.cookies.set("sid", cookie)
    client.headers.update({"Authorization": f"Bearer {token}", "Sec-Fetch-Site": "same-origin"})
    return client


def _member(session: Session, name: str, organization: Organization, role: MemberRole) -> Person:
    person = make_person(session, name)
    add_member(session, organization, person, role)
    return person
