"""A world whose log is the worked example, with something of everything that an evaluation shows."""

from datetime import date
from decimal import Decimal

import pytest
from sqlmodel import Session

from app.database.engine import Database
from app.initiatives.schemas import ClaimCreate
from app.initiatives.service import claim_lead
from app.vocabulary import CostNature, Lead
from tests.evaluations.entries import benefit, cost, indicator, observation
from tests.evaluations.worked_example import worked_example
from tests.support.world import World


@pytest.fixture
def logged(database: Database, world: World) -> World:
    with database.writing() as session:
        session.add_all(worked_example(world))
        claim_lead(session, world.delivery, ClaimCreate(lead=Lead.CITIZENS, claimed_on=date(2024, 9, 1)))
        _measure(session, world)
        _spend(session, world)
    return world


def _measure(session: Session, world: World) -> None:
    loneliness = indicator(
        world.initiative,
        decimals=1,
        baseline_value=Decimal("6.4"),
        baseline_on=date(2024, 1, 1),
        target_value=Decimal("5.4"),
    )
    calls = indicator(world.initiative, name="Ambulance calls", effect_service_name="Ambulance")
    session.add_all([loneliness, calls])
    session.flush()
    session.add_all(
        [
            observation(loneliness, date(2024, 3, 1), "6.2", n=41),
            observation(loneliness, date(2024, 9, 1), "5.9", n=3),
        ]
    )


def _spend(session: Session, world: World) -> None:
    session.add_all(
        [
            cost(world.initiative, date(2024, 2, 1), "1200"),
            cost(world.initiative, date(2024, 8, 1), "300", nature=CostNature.IN_KIND),
            benefit(world.initiative, date(2024, 9, 1), "100", attribution=Decimal(1), deadweight=Decimal(0)),
        ]
    )
