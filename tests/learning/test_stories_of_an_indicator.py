"""A story bears on an indicator and speaks of a period."""

from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.clock import today
from app.database.engine import Database
from app.learning.models import Story
from tests.findings.entries import make_indicator
from tests.learning.entries import PAGE, TYPED, make_story
from tests.support.world import World, come_in

WINTER = {"period_starts_on": "2024-12-01", "period_ends_on": "2025-02-28"}
STORY = TYPED["stories"]


def test_a_story_says_of_which_winter_it_tells(client: TestClient, database: Database, world: World) -> None:
    answer = come_in(client, world.ben).post(f"{PAGE}/stories", data=STORY | WINTER)
    with database.reading() as session:
        story = session.exec(select(Story)).one()
    assert (story.period_starts_on, story.period_ends_on) == (date(2024, 12, 1), date(2025, 2, 28))
    for page in (answer.headers["location"], f"{PAGE}/stories"):
        assert "1 Dec 2024 to 28 Feb 2025" in client.get(page).text


def test_the_link_beside_an_indicator_fills_it_in(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = make_indicator(session, world.initiative)
    form = come_in(client, world.ben).get(f"{PAGE}/stories/new?indicator_id={indicator.key}").text
    assert f'<option value="{indicator.key}" selected>Loneliness</option>' in form
    assert '<details class="field" open>' in form


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"period_ends_on": ""}, "period_ends_on"),
        ({"period_starts_on": ""}, "period_starts_on"),
        ({"period_ends_on": "2024-11-30"}, "period_ends_on"),
        ({"period_ends_on": (today() + timedelta(days=1)).isoformat()}, "period_ends_on"),
    ],
)
def test_half_a_period_or_one_to_come_is_refused(
    client: TestClient, database: Database, world: World, changed: dict[str, str], field: str
) -> None:
    come_in(client, world.ben)
    answer = client.post(f"{PAGE}/stories", data=STORY | WINTER | changed)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    given = {name: day for name, day in (STORY | WINTER | changed).items() if day}
    answer = client.post(f"/api/v1/initiatives/{world.initiative.key}/stories", json=given)
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    with database.reading() as session:
        assert session.exec(select(Story)).all() == []


def test_a_program_gives_and_takes_the_period(client: TestClient, world: World) -> None:
    path = f"/api/v1/initiatives/{world.initiative.key}/stories"
    made = come_in(client, world.ben).post(path, json=STORY | WINTER).json()
    assert made.items() >= WINTER.items()
    taken = {"period_starts_on": None, "period_ends_on": None}
    assert client.patch(f"/api/v1/stories/{made['id']}", json=taken).json().items() >= taken.items()


def test_stories_of_one_indicator_are_listed_apart(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = make_indicator(session, world.initiative)
        make_story(session, world, text="Of the bus")
        make_story(session, world, text="Of the tea", indicator_id=indicator.key)
    page = come_in(client, world.ada).get(f"{PAGE}/stories?indicator_id={indicator.key}").text
    assert "Of the tea" in page
    assert "Of the bus" not in page
    assert "About the indicator Loneliness." in page
