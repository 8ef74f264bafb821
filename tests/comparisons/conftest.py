"""The worked example, and beside it an initiative of another country that Ada reads as well."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from sqlmodel import Session

from app.database.engine import Database
from app.initiatives.models import Initiative
from app.initiatives.schemas import InitiativeCreate
from app.initiatives.service import register_initiative
from app.organizations.models import Organization
from app.organizations.schemas import OrganizationCreate
from app.organizations.service import add_member, add_organization
from app.vocabulary import (
    Aim,
    Currency,
    Initiation,
    MemberRole,
    OrganizationType,
    PhaseKind,
    Sector,
)
from tests.evaluations.entries import activity, cost, indicator, observation
from tests.evaluations.worked_example import worked_example
from tests.support.world import World, make_phase


@dataclass(frozen=True)
class Two:
    """Two initiatives that Ada may read; nobody else reads both."""

    world: World
    home: Initiative
    creche: Initiative


@pytest.fixture
def two(database: Database, world: World) -> Two:
    with database.writing() as session:
        creche = _creche(session, world)
        session.add_all(worked_example(world))
        _log(session, creche)
        _measure(session, world.initiative, "Loneliness", "6.2", instrument="UCLA 3-item")
        _measure(session, creche, "Solitude", "5.1", instrument="ucla 3-item ")
        _measure(session, creche, "Belonging", "7.0", instrument="Own question")
        session.add(cost(world.initiative, date(2024, 2, 1), "1200"))
        session.add(cost(creche, date(2024, 2, 1), "900", currency=Currency.EUR))
    return Two(world, world.initiative, creche)


def _creche(session: Session, world: World) -> Initiative:
    lead = _association(session)
    add_member(session, lead, world.ada, MemberRole.VIEWER)
    return register_initiative(
        session,
        InitiativeCreate(
            organization_id=lead.key,
            name="Petits pavés",
            country="FR",
            sector=Sector.CHILDCARE,
            initiation=Initiation.CITIZEN_OWNED,
            currency=Currency.EUR,
            starts_on=date(2021, 9, 1),
            eligible_population=410,
            aim=Aim.DEMOCRACY,
            aim_chosen_by="the assembly",
        ),
    )


def _association(session: Session) -> Organization:
    about = OrganizationCreate(name="Petits pavés", type=OrganizationType.ASSOCIATION, country="FR")
    return add_organization(session, about)


def _log(session: Session, creche: Initiative) -> None:
    delivery = make_phase(session, creche, PhaseKind.DELIVERY, date(2021, 9, 1))
    session.add_all(activity(delivery, date(2022, month, 1), citizens=3) for month in range(1, 5))


def _measure(session: Session, initiative: Initiative, name: str, value: str, *, instrument: str) -> None:
    known = indicator(initiative, name=name, instrument=instrument, decimals=1)
    session.add(known)
    session.flush()
    session.add(observation(known, date(2024, 3, 1), value, n=41, sd=Decimal(1)))
