"""The summary is the log, rebuilt: whatever is entered, changed or archived, in whatever order."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from random import Random

from sqlmodel import Session, select

from app.activities.models import Activity
from app.costs.models import Cost
from app.database.editing import archive
from app.database.engine import Database
from app.database.tables import Editable
from app.evaluations.models import InitiativeSummary
from app.evaluations.summaries import refresh_all
from app.indicators.models import Indicator, Observation
from app.initiatives.schemas import ClaimCreate
from app.initiatives.service import claim_lead
from app.vocabulary import CostNature, Lead, ObservationStatus
from tests.evaluations.entries import activity, cost, indicator, observation
from tests.support.world import World, make_world


def summary(database: Database, world: World) -> InitiativeSummary:
    with database.reading() as session:
        return session.get_one(InitiativeSummary, world.initiative.key)


def planted(database: Database) -> World:
    with database.writing() as session:
        return make_world(session)


def add(database: Database, *rows: Editable) -> None:
    with database.writing() as session:
        session.add_all(rows)


def test_an_initiative_without_entries_has_an_empty_summary(database: Database) -> None:
    found = summary(database, planted(database))
    assert (found.claims, found.cell, found.last_entry_on, found.cash, found.outcome) == (
        0,
        None,
        None,
        {},
        {},
    )
    assert [phase["kind"] for phase in found.phases] == ["design", "delivery"]


def test_a_claim_that_the_log_bears_out_is_counted_as_evidenced(database: Database) -> None:
    world = planted(database)
    with database.writing() as session:
        session.add_all([activity(world.delivery, date(2024, 8, day)) for day in (1, 2, 3)])
        claim_lead(session, world.delivery, ClaimCreate(lead=Lead.TOGETHER, claimed_on=date(2024, 9, 1)))
    found = summary(database, world)
    assert (found.claims, found.claims_evidenced) == (1, 1)
    assert found.phases[1]["status"] == "claimed_and_evidenced"
    assert found.last_entry_on == date(2024, 8, 3)


def test_cash_leaves_out_goods_time_and_plans_for_later(database: Database) -> None:
    world = planted(database)
    add(
        database,
        activity(world.delivery, date(2024, 8, 1)),
        cost(world.initiative, date(2024, 7, 1), "120.50"),
        cost(world.initiative, date(2024, 7, 2), "80", nature=CostNature.IN_KIND),
        cost(world.initiative, date(2030, 7, 2), "5000", is_estimate=True),
    )
    assert summary(database, world).cash == {"GBP": "120.5"}


def test_the_outcome_is_how_far_the_first_indicator_of_the_aim_has_come(database: Database) -> None:
    world = planted(database)
    measure = indicator(world.initiative, baseline_value=Decimal(400), target_value=Decimal(200))
    add(database, measure)
    add(database, observation(measure, date(2024, 9, 1), "300", n=41))
    found = summary(database, world).outcome
    assert (found["progress"], found["latest"], found["n"]) == ("0.5", "300", 41)


def test_an_outcome_without_target_says_what_is_missing(database: Database) -> None:
    world = planted(database)
    measure = indicator(world.initiative, baseline_value=Decimal(6))
    add(database, measure)
    add(database, observation(measure, date(2024, 9, 1), "5"))
    found = summary(database, world).outcome
    assert (found["progress"], found["missing"]) == (None, "no_target")


def test_a_draft_observation_does_not_count_yet(database: Database) -> None:
    world = planted(database)
    measure = indicator(world.initiative)
    add(database, measure)
    add(database, observation(measure, date(2024, 9, 1), "5", status=ObservationStatus.DRAFT))
    assert summary(database, world).outcome == {}


def test_a_summary_that_was_tampered_with_is_found_and_mended(database: Database) -> None:
    world = planted(database)
    with database.writing() as session:
        session.get_one(InitiativeSummary, world.initiative.key).claims = 7
    with database.writing() as session:
        assert refresh_all(session) == 1
    assert summary(database, world).claims == 0


def test_after_any_entries_edits_and_archivings_a_rebuild_changes_nothing(database: Database) -> None:
    world, chance = planted(database), Random(7)
    add(database, indicator(world.initiative), indicator(world.initiative))
    for _ in range(40):
        with database.writing() as session:
            chance.choice(DEEDS)(session, world, chance)
    with database.writing() as session:
        assert refresh_all(session) == 0


def test_writers_at_the_same_moment_leave_a_summary_that_knows_all_of_them(database: Database) -> None:
    world = planted(database)

    def spend_one(number: int) -> None:
        add(database, cost(world.initiative, date(2024, 8, 1), "1"))

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(spend_one, range(24)))
    assert summary(database, world).cash == {"GBP": "24"}


def _enter(session: Session, world: World, chance: Random) -> None:
    day = date(2024, chance.randint(7, 12), chance.randint(1, 28))
    measure = session.exec(select(Indicator)).first()
    assert measure is not None
    session.add(
        chance.choice(
            [
                activity(world.delivery, day),
                cost(world.initiative, day, str(chance.randint(1, 900))),
                observation(measure, day, str(chance.randint(1, 9))),
            ]
        )
    )


def _edit(session: Session, world: World, chance: Random) -> None:
    rows = session.exec(select(Activity)).all()
    if rows:
        chance.choice(rows).citizen_hours = Decimal(chance.randint(0, 40))


def _claim(session: Session, world: World, chance: Random) -> None:
    day = date(2024, 9, chance.randint(1, 30))
    phase = chance.choice([world.design, world.delivery])
    claim_lead(session, phase, ClaimCreate(lead=chance.choice(list(Lead)), claimed_on=day))


def _archive(session: Session, world: World, chance: Random) -> None:
    rows = [row for table in (Activity, Cost, Observation) for row in session.exec(select(table)).all()]
    if rows:
        archive(session, chance.choice(rows))


DEEDS: list[Callable[[Session, World, Random], None]] = [_enter, _enter, _enter, _edit, _claim, _archive]
