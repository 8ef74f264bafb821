"""Logging an activity: the form, what it refuses, and the entry as it reads afterwards."""

import re
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
    assert f"/log?like={entry.key}" in shown


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


def form_at(client: TestClient, world: World, rest: str = "") -> str:
    return client.get(f"/initiatives/{world.initiative.slug}/log{rest}").text


def chosen(form: str, name: str) -> list[str]:
    return re.findall(rf'name="{name}" value="(\w+)" checked', form)


def test_the_form_begins_with_today_and_the_phase_that_runs(client: TestClient, world: World) -> None:
    form = form_at(come_in(client, world.ada), world)
    assert f'value="{today().isoformat()}"' in form
    assert chosen(form, "phase_id") == [str(world.delivery.key)]
    assert chosen(form, "level") == ["group"]


def test_the_form_begins_where_this_person_logged_last_and_nobody_else(
    client: TestClient, world: World
) -> None:
    come_in(client, world.ada).post(
        page(world), data=typed(world, phase_id=world.design.key, level="collective")
    )
    mine = form_at(client, world)
    assert (chosen(mine, "phase_id"), chosen(mine, "level")) == ([str(world.design.key)], ["collective"])
    assert chosen(mine, "citizen_role") == chosen(mine, "decision") == []
    assert 'name="citizens" value=""' in mine
    assert 'name="title" value=""' in mine
    theirs = form_at(come_in(client, world.ben), world)
    assert (chosen(theirs, "phase_id"), chosen(theirs, "level")) == ([str(world.delivery.key)], ["group"])


def test_another_like_this_keeps_what_it_says_and_empties_people_and_hours(
    client: TestClient, world: World, database: Database
) -> None:
    entered = typed(world, phase_id=world.design.key, support=["training"], level="collective")
    come_in(client, world.ada).post(page(world), data=entered)
    [entry] = stored(database, world)
    form = form_at(client, world, f"?like={entry.key}")
    assert chosen(form, "phase_id") == [str(world.design.key)]
    assert (chosen(form, "citizen_role"), chosen(form, "decision")) == (["co_led"], ["jointly"])
    assert (chosen(form, "support"), chosen(form, "level")) == (["training"], ["collective"])
    for name in ("citizens", "citizen_hours", "professionals", "professional_hours", "title"):
        assert f'name="{name}" value=""' in form
    assert "People and hours are emptied." in form


def test_an_entry_of_another_initiative_is_not_copied(
    client: TestClient, world: World, database: Database
) -> None:
    come_in(client, world.ada).post(page(world), data=typed(world))
    [entry] = stored(database, world)
    elsewhere = f"/initiatives/{world.other_initiative.slug}/log?like={entry.key}"
    assert come_in(client, world.mallory).get(elsewhere).status_code == 404


def test_old_addresses_of_the_form_lead_to_the_one_page_for_everything(
    client: TestClient, world: World
) -> None:
    answer = come_in(client, world.ada).get(page(world, "/new?like=3"))
    assert answer.headers["location"] == f"/initiatives/{world.initiative.slug}/log?like=3"


def test_a_day_outside_its_phase_is_remarked_and_one_inside_is_not(client: TestClient, world: World) -> None:
    remark = "This day lies outside the dates of its phase: Design, 1 Jan 2024 to 30 Jun 2024."
    come_in(client, world.ada)
    for day, is_said in (("2024-06-30", False), ("2024-07-01", True), ("2023-12-31", True)):
        entered = typed(world, phase_id=world.design.key, happened_on=day, title=day)
        answer = client.post(page(world), data=entered)
        assert (remark in client.get(answer.headers["location"]).text) == is_said


def test_the_saved_entry_offers_one_thing_first(client: TestClient, world: World) -> None:
    answer = come_in(client, world.ada).post(page(world), data=typed(world))
    shown = client.get(answer.headers["location"]).text
    assert len(re.findall(r'class="button"', shown)) == 1
    assert '<button type="submit">' not in shown


def test_what_is_wrong_is_counted_in_digits(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    one = client.post(page(world), data=typed(world, title=""))
    two = client.post(page(world), data=typed(world, title="", decision=""))
    assert "1 thing to put right" in one.text
    assert "2 things to put right" in two.text


def test_what_is_folded_away_opens_when_it_holds_an_error(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    wrong = client.post(page(world), data=typed(world, other_hours="many"))
    assert '<details class="field" open>' in wrong.text
    assert '<details class="field">' in client.post(page(world), data=typed(world, title="")).text


@pytest.mark.parametrize(("person", "status"), [("ben", 200), ("cleo", 403), ("dan", 404), ("mallory", 404)])
def test_who_may_log_is_asked_before_the_form_is_shown(
    client: TestClient, world: World, database: Database, person: str, status: int
) -> None:
    come_in(client, getattr(world, person))
    assert client.get(f"/initiatives/{world.initiative.slug}/log").status_code == status
    posted = client.post(page(world), data=typed(world)).status_code
    assert posted == (303 if status == 200 else status)
    assert len(stored(database, world)) == (1 if status == 200 else 0)
