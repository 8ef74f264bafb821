"""What is due: by initiative, with a link to mend it, and only for those who may."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from app.clock import today
from app.database.engine import Database
from app.evaluations.due import due_in
from app.findings.models import Finding
from app.findings.schemas import FindingResponse
from app.findings.service import respond_to
from app.initiatives.schemas import ClaimCreate
from app.initiatives.service import claim_lead
from app.vocabulary import Frequency, Lead
from tests.evaluations.entries import activity, indicator, observation
from tests.evaluations.test_seeing_an_evaluation import seen
from tests.findings.entries import make_finding
from tests.support.statements import statements_for
from tests.support.world import World, come_in, make_initiative

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def texts(database: Database, world: World) -> list[str]:
    with database.reading() as session:
        return [thing.text for thing in due_in(session, [world.initiative], today())[world.initiative.key]]


def test_a_phase_long_over_waits_for_no_name(database: Database, world: World) -> None:
    assert texts(database, world) == ["Name who answers for Delivery"]


def test_a_claim_is_due_until_something_is_logged(database: Database, world: World) -> None:
    with database.writing() as session:
        claim_lead(session, world.design, ClaimCreate(lead=Lead.TOGETHER, claimed_on=today()))
    assert "Log what happened in Design" in texts(database, world)
    with database.writing() as session:
        session.add(activity(world.design, today()))
    assert "Log what happened in Design" not in texts(database, world)


@pytest.mark.parametrize(("days", "is_due"), [(44, False), (60, True)])
def test_a_monthly_value_is_due_after_its_period_and_the_grace(
    database: Database, world: World, days: int, is_due: bool
) -> None:
    with database.writing() as session:
        monthly = indicator(world.initiative, name="Mentors", frequency=Frequency.MONTHLY)
        session.add(monthly)
        session.flush()
        session.add(observation(monthly, today() - timedelta(days=days), "34"))
    assert ("Add a value of Mentors" in texts(database, world)) is is_due


@SQLITE
def test_only_those_who_may_mend_it_see_it(client: TestClient, world: World) -> None:
    assert "Name who answers for Delivery" in seen(come_in(client, world.ada), "/due")
    assert "Nothing is due." in seen(come_in(client, world.cleo), "/due")
    assert "Good neighbours" not in seen(come_in(client, world.mallory), "/due")


@SQLITE
def test_more_initiatives_take_no_more_statements(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.ada)
    one = len(statements_for(database, lambda: client.get("/due")))
    with database.writing() as session:
        for number in range(9):
            make_initiative(session, world.organization, f"Neighbours {number}")
    assert len(statements_for(database, lambda: client.get("/due"))) == one


@pytest.mark.parametrize(("days", "is_due"), [(30, False), (31, True)])
def test_a_recommendation_is_due_until_the_team_answers(
    database: Database, world: World, days: int, is_due: bool
) -> None:
    found_on = today() - timedelta(days=days)
    with database.writing() as session:
        finding = make_finding(session, world, found_on, recommendation="Pair every newcomer")
    assert ("Answer the recommendation “Pair every newcomer”" in texts(database, world)) is is_due
    with database.writing() as session:
        answer = FindingResponse(response="We do", responded_on=today())
        respond_to(session, session.get_one(Finding, finding.key), answer, None)
    assert "Answer the recommendation “Pair every newcomer”" not in texts(database, world)
