"""What people say stands beside the numbers of an indicator, in the order of what it speaks of."""

from datetime import date

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from app.database.engine import Database
from app.findings.beside import MOST, beside
from app.vocabulary import Consent
from tests.findings.entries import make_finding, make_indicator
from tests.learning.entries import make_story
from tests.support.world import World, come_in

HOME = "/initiatives/good-neighbours"
LATER = date(2026, 1, 1)


def spring(**more: object) -> dict[str, object]:
    return {"period_starts_on": date(2025, 1, 1), "period_ends_on": date(2025, 3, 31), **more}


def test_stories_and_findings_are_in_the_order_of_their_period(session: Session, world: World) -> None:
    about = {"indicator_id": make_indicator(session, world.initiative).key}
    late = make_story(session, world, date(2025, 2, 1), **about)
    early = make_finding(session, world, date(2025, 6, 1), **spring(**about))
    make_story(session, world, date(2025, 2, 1))
    found = beside(session, world.initiative.key, about["indicator_id"], LATER)
    assert [voice.row for voice in found.voices] == [early, late]


@pytest.mark.parametrize("consent", [Consent.INSIDE, Consent.PUBLIC, Consent.NOT_NEEDED])
def test_whatever_may_be_read_inside_stands_there(session: Session, world: World, consent: Consent) -> None:
    indicator = make_indicator(session, world.initiative)
    make_story(session, world, indicator_id=indicator.key, consent=consent)
    assert len(beside(session, world.initiative.key, indicator.key, LATER).voices) == 1


def test_what_was_taken_back_does_not(session: Session, world: World) -> None:
    indicator = make_indicator(session, world.initiative)
    make_story(session, world, indicator_id=indicator.key, consent=Consent.WITHDRAWN)
    assert not beside(session, world.initiative.key, indicator.key, LATER).voices


def test_a_past_day_knows_nothing_of_what_was_told_later(session: Session, world: World) -> None:
    indicator = make_indicator(session, world.initiative)
    make_story(session, world, date(2025, 6, 1), **spring(indicator_id=indicator.key))
    make_finding(session, world, date(2025, 6, 1), **spring(indicator_id=indicator.key))
    assert not beside(session, world.initiative.key, indicator.key, date(2025, 5, 31)).voices


def test_what_speaks_of_an_earlier_time_can_be_left_out(session: Session, world: World) -> None:
    indicator = make_indicator(session, world.initiative)
    make_story(session, world, date(2025, 6, 1), **spring(indicator_id=indicator.key))
    make_finding(session, world, date(2025, 6, 1), **spring(indicator_id=indicator.key))
    ask = (session, world.initiative.key, indicator.key, LATER)
    assert len(beside(*ask, since=date(2025, 3, 31)).voices) == 2
    assert not beside(*ask, since=date(2025, 4, 1)).voices


def test_the_latest_stand_there_and_it_says_that_there_are_more(session: Session, world: World) -> None:
    indicator = make_indicator(session, world.initiative)
    for day in range(1, MOST + 1):
        make_story(session, world, date(2025, 1, day), indicator_id=indicator.key)
    assert not beside(session, world.initiative.key, indicator.key, LATER).has_more
    make_finding(session, world, date(2025, 2, 1), indicator_id=indicator.key)
    found = beside(session, world.initiative.key, indicator.key, LATER)
    assert found.has_more
    assert [found.voices[0].starts_on, len(found.voices)] == [date(2025, 1, 2), MOST]
    assert found.voices[-1].is_finding


def test_the_trend_shows_it_and_each_may_add_their_own(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = make_indicator(session, world.initiative)
        make_finding(session, world, indicator_id=indicator.key, question="Less lonely?")
        make_story(session, world, indicator_id=indicator.key, text="I know my neighbours")
    page = come_in(client, world.ben).get(f"{HOME}/indicators/{indicator.key}").text
    assert "Less lonely?" in page
    assert "I know my neighbours" in page
    assert f"learning/stories/new?indicator_id={indicator.key}" in page
    assert "findings/new" not in page
    page = come_in(client, world.cleo).get(f"{HOME}/indicators/{indicator.key}").text
    assert f"findings/new?indicator_id={indicator.key}" in page
    assert "learning/stories/new" not in page


def test_an_indicator_of_which_nobody_speaks_says_who_can(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = make_indicator(session, world.initiative)
    page = come_in(client, world.ben).get(f"{HOME}/indicators/{indicator.key}").text
    assert "Nobody has said anything about this indicator yet." in page
