"""Planting the demo world into a real database."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlmodel import Session, col, func, select

from app.access import Actor
from app.accounts.queries import person_by_email
from app.activities.models import Activity
from app.costs.models import Benefit, Cost
from app.database.audit import AuditEntry
from app.indicators.models import Indicator, Observation
from app.initiatives.models import Claim, Initiative, Partnership, Phase
from app.initiatives.queries import Wanted, initiatives_read_by
from app.learning.models import Incident, Obstacle, Proposal
from app.learning.models import Story as ToldStory
from app.main import open_database
from app.organizations.queries import roles_of
from app.settings import Settings
from app.vocabulary import Side
from seed.people import ADMIN, CITIZEN, EVALUATOR, FUNDER, OUTSIDER, STAFF, Person
from seed.plant import plant
from seed.report_templates import REPORT_TEMPLATES
from seed.stories.montreal_alleys import ALLEYS
from seed.world import STORIES


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_copies").fresh(tmp_path_factory.mktemp("planted"))
    else:
        with request.getfixturevalue("postgresql").lent() as lent:
            yield lent


@pytest.fixture(scope="module")
def session(address: str) -> Iterator[Session]:
    """The whole world, planted once for all tests of this file."""
    database = open_database(Settings(_env_file=None, database_url=address))
    with Session(database.writer) as session:
        plant(session)
        yield session
    database.close()


def count(session: Session, table: type) -> int:
    return session.exec(select(func.count()).select_from(table)).one()


def test_every_story_becomes_an_initiative(session: Session) -> None:
    slugs = set(session.exec(select(Initiative.slug)))
    assert slugs == {told.initiative.slug for told in STORIES}


def test_what_was_learned_is_that_of_the_stories(session: Session) -> None:
    planted = sum(count(session, table) for table in (Proposal, Obstacle, Incident, ToldStory))
    assert planted == sum(len(told.learned) for told in STORIES) > 60


def test_phases_and_claims_are_those_of_the_stories(session: Session) -> None:
    phases = [phase for told in STORIES for phase in told.phases]
    assert count(session, Phase) == len(phases)
    assert count(session, Claim) == sum(len(phase.claims) for phase in phases)


def test_every_initiative_has_its_lead_and_its_partners(session: Session) -> None:
    assert count(session, Partnership) == sum(len(told.partnerships) + 1 for told in STORIES)


def test_the_log_holds_every_entry_of_the_stories(session: Session) -> None:
    assert count(session, Activity) == sum(len(told.activities) for told in STORIES)
    assert count(session, Cost) == sum(len(told.costs) for told in STORIES)
    assert count(session, Benefit) == sum(len(told.benefits) for told in STORIES)


def test_every_indicator_keeps_its_series(session: Session) -> None:
    indicators = [indicator for told in STORIES for indicator in told.indicators]
    assert count(session, Indicator) == len(indicators)
    assert count(session, Observation) == sum(len(indicator.observations) for indicator in indicators)


def test_the_alleys_of_montreal_are_stored_as_counted(session: Session) -> None:
    alleys = session.exec(select(Indicator).where(Indicator.name == ALLEYS.name)).one()
    stored = select(col(Observation.value)).where(
        Observation.indicator_id == alleys.key, Observation.category == ""
    )
    assert [int(value) for value in session.exec(stored.order_by(col(Observation.observed_on)))] == [
        *(16, 20, 26, 29, 38, 38, 40, 35, 42, 48, 37)
    ]


def test_an_entry_keeps_who_made_it_and_when(session: Session) -> None:
    late = session.exec(select(Activity).where(Activity.title == "What does lonely look like here?")).one()
    assert (late.entered_on, late.entered_by_side) == (date(2015, 2, 3), Side.PROFESSIONALS)


@pytest.mark.parametrize(
    ("person", "readable"),
    [(STAFF, 12), (CITIZEN, 11), (EVALUATOR, 6), (FUNDER, 0), (ADMIN, 12), (OUTSIDER, 1)],
)
def test_each_of_the_cast_reads_their_own_initiatives(
    session: Session, person: Person, readable: int
) -> None:
    stored = person_by_email(session, person.email)
    assert stored is not None
    actor = Actor(stored.key, stored.name, stored.email, roles_of(session, stored.key))
    assert len(initiatives_read_by(session, actor, Wanted(), None, 100).items) == readable


def test_the_administrator_keeps_the_report_templates(session: Session) -> None:
    kept = select(AuditEntry.person_id).where(AuditEntry.table_name == "report_template")
    administrator = person_by_email(session, ADMIN.email)
    assert administrator
    assert list(session.exec(kept)) == [administrator.id] * len(REPORT_TEMPLATES)


def test_planting_twice_changes_nothing(session: Session) -> None:
    written = count(session, AuditEntry)
    assert written > 0
    assert plant(session) == f"0 of {len(STORIES)} initiatives planted"
    assert count(session, AuditEntry) == written
