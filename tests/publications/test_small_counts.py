"""No count of fewer than ten people can be had back from what is published, by whatever arithmetic.

Two logs that differ in one such count alone are published alike, to the last byte: page, picture, CSV, JSON
and PDF are all made of these bytes, so nothing in any of them can tell the one log from the other.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlmodel import Session

from app.database.engine import Database
from app.indicators.models import Indicator
from app.publications.content import content_of
from app.publications.schemas import PublicationCreate
from app.vocabulary import Side
from tests.evaluations.entries import activity, indicator, observation
from tests.publications.entries import TYPED
from tests.ratings.ratings import give_views
from tests.support.world import World

# What is published does not depend on the database; on PostgreSQL ids are used up by what is taken back.
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
Change = Callable[[Session, World, int], None]
FEW, STILL_FEW = 3, 8
THEN = datetime(2026, 1, 2, tzinfo=UTC)
MARCH, JUNE, SEPTEMBER = date(2025, 3, 1), date(2025, 6, 1), date(2025, 9, 1)


def value_of_few(session: Session, world: World, people: int) -> None:
    """What three people answered on average tells of three people."""
    measure = _measured(session, world)
    session.add(observation(measure, SEPTEMBER, str(people), n=people))


def part_of_few(session: Session, world: World, people: int) -> None:
    """Fifty in all and those of the other part would tell it by subtraction."""
    measure = _measured(session, world, breakdown="Ward")
    session.add(observation(measure, SEPTEMBER, "6", n=50))
    session.add(observation(measure, SEPTEMBER, "6", n=50 - people, category="North"))
    session.add(observation(measure, SEPTEMBER, "6", n=people, category="South"))


def baseline_of_few(session: Session, world: World, people: int) -> None:
    _measured(session, world, baseline_value=Decimal(people), baseline_on=MARCH, baseline_n=people)


def attendance_of_few(session: Session, world: World, people: int) -> None:
    session.add(activity(world.delivery, MARCH, citizens=people))


def answers_of_few(session: Session, world: World, people: int) -> None:
    give_views(session, world.delivery, Side.CITIZENS, [4] * people)


def _measured(session: Session, world: World, **fields: object) -> Indicator:
    measure = indicator(world.initiative, decimals=1, **fields)
    session.add(measure)
    session.flush()
    session.add_all([observation(measure, MARCH, "7", n=60), observation(measure, JUNE, "6.5", n=55)])
    return measure


def published(database: Database, world: World, change: Change, people: int) -> bytes:
    """What would be published of the log with these people in it; the log stays as it was."""
    with database.writing() as session:
        change(session, world, people)
        session.flush()
        new = PublicationCreate.model_validate(TYPED)
        kept = content_of(session, world.initiative, new, THEN).kept
        session.rollback()
        return kept


@SQLITE
@pytest.mark.parametrize(
    "change", [value_of_few, part_of_few, baseline_of_few, attendance_of_few, answers_of_few]
)
def test_logs_that_differ_in_a_few_people_are_published_alike(
    database: Database, world: World, change: Change
) -> None:
    few, still_few = (published(database, world, change, people) for people in (FEW, STILL_FEW))
    assert few == still_few


@SQLITE
@pytest.mark.parametrize("change", [attendance_of_few, answers_of_few, value_of_few])
def test_logs_that_differ_in_many_people_are_not(database: Database, world: World, change: Change) -> None:
    """So that the test above can fail."""
    assert published(database, world, change, 20) != published(database, world, change, 40)
