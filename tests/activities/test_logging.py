"""Logging an activity: the form, what it refuses, and the entry as it reads afterwards."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.activities.models import Activity
from app.activities.queries import Wanted, activities_of
from app.clock import today
from app.database.engine import Database
from app.vocabulary import CitizenRole, Decision, Level, Side, Support
from tests.support.world import World, come_in


def page(world: World, rest: str = "") -> str:
    return f"/initiatives/{world.initiative.slug}/activities{rest}"


def typed(world: World, **changed: Any) -> dict[str, Any]:
    return {
        "phase_id": str(world.delivery.key),
        "happened_on": "2025-04-12",
        "title": "Exchange of the mentors",
        "citizen_role": "co_led",
        "decision": "jointly",
        "citizens": "12",
        "citizen_hours": "24.5",
    } | changed


def stored(database: Database, world: World) -> list[Activity]:
    with database.reading() as session:
        return list(activities_of(session, world.initiative.key, Wanted(), None, 50).items)


def test_a_citizen_logs_and_reads_the_entry_at_once(
    client: TestClient, world: World, database: Database
) -> None:
    come_in(client, world.ben)
    answer = client.post(page(world), data=typed(world, support=["training", "expenses", ""], note="Rain."))
    [entry] = stored(database, world)
    assert (answer.status_code, answer.headers["location"]) == (303, page(world, f"/{entry.key}"))
    assert (entry.happened_on, entry.citizen_role, entry.decision) == (
        date(2025, 4, 12),
        CitizenRole.CO_LED,
        Decision.JOINTLY,
    )
    assert (entry.citizens, entry.citizen_hours, entry.professional_hours) == (12, Decimal("24.5"), None)
    assert (entry.level, entry.support) == (Level.GROUP, [Support.EXPENSES, Support.TRAINING])
    shown = client.get(answer.headers["location"]).text
    assert "Saved. Your entry is in the log." in shown
    assert "12 citizens, 24.5 h" in shown
    assert f"/activities/new?like={entry.key}" in shown


@pytest.mark.parametrize(("person", "side"), [("ben", Side.CITIZENS), ("ada", Side.PROFESSIONALS)])
def test_an_entry_keeps_from_which_side_and_when_it_was_entered(
    client: TestClient, world: World, database: Database, person: str, side: Side
) -> None:
    come_in(client, getattr(world, person)).post(page(world), data=typed(world))
    [entry] = stored(database, world)
    assert (entry.entered_by_side, entry.entered_on) == (side, today())


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"happened_on": (today() + timedelta(days=1)).isoformat()}, "happened_on"),
        ({"happened_on": ""}, "happened_on"),
        ({"phase_id": ""}, "phase_id"),
        ({"phase_id": "999999"}, "phase_id"),
        ({"phase_id": "9999999999999"}, "phase_id"),
        ({"title": " "}, "title"),
        ({"citizen_role": ""}, "citizen_role"),
        ({"decision": "me"}, "decision"),
        ({"citizens": "1.5"}, "citizens"),
        ({"citizen_hours": "many"}, "citizen_hours"),
        ({"professionals": "-1"}, "professionals"),
        ({"other_hours": "1.005"}, "other_hours"),
    ],
)
def test_what_is_wrong_is_said_by_the_field_and_the_rest_is_kept(
    client: TestClient, world: World, database: Database, changed: dict[str, str], field: str
) -> None:
    answer = come_in(client, world.ada).post(page(world), data=typed(world, note="Kept as typed") | changed)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "Kept as typed" in answer.text
    assert stored(database, world) == []


def test_a_phase_of_another_initiative_is_refused(
    client: TestClient, world: World, database: Database
) -> None:
    answer = come_in(client, world.ada).post(page(world), data=typed(world, phase_id=world.other_phase.key))
    assert answer.status_code == 422
    assert "Choose a phase of this initiative." in answer.text
    assert stored(database, world) == []


def test_a_day_outside_the_dates_of_its_phase_is_taken(
    client: TestClient, world: World, database: Database
) -> None:
    come_in(client, world.ada).post(page(world), data=typed(world, phase_id=world.design.key))
    assert [entry.phase_id for entry in stored(database, world)] == [world.design.key]


def test_a_form_sent_twice_makes_one_entry(client: TestClient, world: World, database: Database) -> None:
    come_in(client, world.ada)
    answers = [client.post(page(world), data=typed(world, _key="same")) for _ in range(2)]
    assert len({answer.headers["location"] for answer in answers}) == 1
    assert len(stored(database, world)) == 1


def test_the_form_begins_with_today_and_the_phase_that_runs(client: TestClient, world: World) -> None:
    form = come_in(client, world.ada).get(page(world, "/new")).text
    assert f'value="{today().isoformat()}"' in form
    assert f'name="phase_id" value="{world.delivery.key}" checked' in form


def test_another_like_this_keeps_all_but_the_day_the_line_and_the_hours(
    client: TestClient, world: World, database: Database
) -> None:
    come_in(client, world.ada).post(page(world), data=typed(world, phase_id=world.design.key))
    [entry] = stored(database, world)
    form = client.get(page(world, f"/new?like={entry.key}")).text
    assert f'name="phase_id" value="{world.design.key}" checked' in form
    assert 'name="citizen_role" value="co_led" checked' in form
    assert 'name="citizens" value="12"' in form
    assert 'name="citizen_hours" value=""' in form
    assert entry.title not in form


@pytest.mark.parametrize(("person", "status"), [("ben", 200), ("cleo", 403), ("dan", 404), ("mallory", 404)])
def test_who_may_log_is_asked_before_the_form_is_shown(
    client: TestClient, world: World, database: Database, person: str, status: int
) -> None:
    come_in(client, getattr(world, person))
    assert client.get(page(world, "/new")).status_code == status
    posted = client.post(page(world), data=typed(world)).status_code
    assert posted == (303 if status == 200 else status)
    assert len(stored(database, world)) == (1 if status == 200 else 0)
