"""The pages: who may open them, what a line says, what is left out, what the filters leave."""

import re
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from fastapi.testclient import TestClient

from app.clock import today
from app.database.engine import Database
from app.vocabulary import CitizenRole
from tests.history.past import changed_by, invited, logged_by, rated
from tests.support.statements import statements_for
from tests.support.world import World, come_in

HISTORY = "/initiatives/good-neighbours/history"
EMAIL = "office@club.example"


def text(client: TestClient, path: str = HISTORY, **filters: object) -> str:
    answer = client.get(path, params={name: str(value) for name, value in filters.items()})
    assert answer.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


@pytest.mark.parametrize(
    ("name", "status"),
    [("eve", 200), ("cleo", 200), ("ada", 403), ("ben", 403), ("dan", 404), ("mallory", 404)],
)
def test_the_whole_history_is_for_administrators_and_evaluators(
    client: TestClient, world: World, name: str, status: int
) -> None:
    come_in(client, getattr(world, name))
    assert client.get(HISTORY).status_code == status
    assert client.get(f"{HISTORY}.csv").status_code == status
    assert client.get(f"{HISTORY}.jsonl").status_code == status
    assert client.get(f"/api/v1/initiatives/{world.initiative.key}/history").status_code == status


@pytest.mark.parametrize(
    ("name", "status"),
    [("eve", 200), ("cleo", 200), ("ada", 200), ("ben", 200), ("dan", 404), ("mallory", 404)],
)
def test_whoever_may_change_an_entry_sees_what_became_of_it(
    client: TestClient, database: Database, world: World, name: str, status: int
) -> None:
    activity = logged_by(database, world, world.ada)
    come_in(client, getattr(world, name))
    assert client.get(f"{HISTORY}/activity/{activity.key}").status_code == status


def test_whoever_only_logs_does_not_see_the_history_of_a_phase(client: TestClient, world: World) -> None:
    assert come_in(client, world.ben).get(f"{HISTORY}/phase/{world.design.key}").status_code == 403
    assert come_in(client, world.ada).get(f"{HISTORY}/phase/{world.design.key}").status_code == 200


def test_a_record_of_another_initiative_has_no_history_here(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    assert client.get(f"{HISTORY}/phase/{world.other_phase.key}").status_code == 404
    assert client.get(f"{HISTORY}/person/{world.eve.key}").status_code == 404
    assert client.get(f"{HISTORY}/nonsense/1").status_code == 404


def test_a_line_says_who_changed_what_from_what_to_what(
    client: TestClient, database: Database, world: World
) -> None:
    activity = logged_by(database, world, world.ada)
    changed_by(
        database,
        activity,
        world.ben,
        citizen_role=CitizenRole.LED_ALONE,
        happened_on=date(2025, 5, 1),
        citizen_hours=Decimal("12.50"),
    )
    said = text(come_in(client, world.eve))
    assert "Exchange of the mentors" in said
    assert "Who led it before: Led together → after: Citizens led" in said
    assert "When before: 12 Apr 2025 → after: 1 May 2025" in said
    assert "Hours of citizens before: nothing → after: 12.5" in said
    assert "Ben" in said


def test_what_happened_to_a_long_text_is_shown_inside_it(
    client: TestClient, database: Database, world: World
) -> None:
    note = "They spoke about the first year and about what the mentors need, in the hall, over tea and cake."
    activity = logged_by(database, world, world.ada, note=note)
    changed_by(database, activity, world.ada, note=note.replace("first year", "second year"))
    said = text(come_in(client, world.eve))
    assert "about the removed: first added: second year and about" in said


def test_archiving_is_said_as_a_sentence(client: TestClient, world: World) -> None:
    come_in(client, world.eve).delete(f"/api/v1/phases/{world.design.key}")
    assert "from here on it counts nowhere" in text(client)


def test_nobody_is_named_beside_a_view_nor_its_rating(
    client: TestClient, database: Database, world: World
) -> None:
    rated(database, world, world.ben)
    said = text(come_in(client, world.eve), kind="view", since=today())
    assert "Nobody’s name is kept" in said
    assert "Rating not kept in the history" in said
    assert "Ben" not in said.split("Show", 1)[1]


def test_what_nobody_did_was_done_by_tandem_itself(client: TestClient, world: World) -> None:
    assert "Tandem itself" in text(come_in(client, world.eve))


@pytest.mark.parametrize("path", [HISTORY, f"{HISTORY}.csv", f"{HISTORY}.jsonl"])
def test_an_evaluator_sees_no_address_of_anybody(
    client: TestClient, database: Database, world: World, path: str
) -> None:
    invitation = invited(database, world, EMAIL)
    record = f"{HISTORY}/partner_invitation/{invitation.key}"
    api = f"/api/v1/initiatives/{world.initiative.key}/history"
    come_in(client, world.cleo)
    assert not [one for one in (path, record, api) if "club.example" in client.get(one).text]
    come_in(client, world.eve)
    assert not [one for one in (path, record, api) if EMAIL not in client.get(one).text]


def test_no_secret_is_shown_not_even_its_hash(client: TestClient, database: Database, world: World) -> None:
    invited(database, world)
    come_in(client, world.eve)
    paths = (HISTORY, f"{HISTORY}.csv", f"{HISTORY}.jsonl")
    assert not [path for path in paths if "fff" in client.get(path).text]


def test_the_filters_of_the_address_narrow_together(
    client: TestClient, database: Database, world: World
) -> None:
    first = logged_by(database, world, world.ada, title="First")
    second = logged_by(database, world, world.ben, title="Second")
    changed_by(database, first, world.ben, title="First, again")
    come_in(client, world.eve)
    assert shown(client, kind="activity") == 3
    assert shown(client, kind="activity", person=world.ben.key) == 2
    assert shown(client, kind="activity", person=world.ben.key, action="changed") == 1
    assert shown(client, kind="activity", row=second.key) == 1
    assert shown(client, kind="activity", since=today(), until=today()) == 3
    assert shown(client, kind="activity", until="2020-01-01") == 0
    assert shown(client, kind="activity", person=0) == 0
    assert shown(client, person=0) > 0


def shown(client: TestClient, **filters: object) -> int:
    answer = client.get(HISTORY, params={name: str(value) for name, value in filters.items()})
    return answer.text.count('<li id="change-')


def test_an_empty_filter_means_all(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    empty = {"kind": "", "person": "", "action": "", "since": "", "until": "", "row": ""}
    assert client.get(HISTORY, params=empty).text.count("change-") == client.get(HISTORY).text.count(
        "change-"
    )


def test_nothing_that_fits_is_said_with_a_way_back(client: TestClient, world: World) -> None:
    said = text(come_in(client, world.eve), row=99999)
    assert "No change fits this. Show all changes" in said


@pytest.mark.parametrize("filters", ["person=x", "action=x", "since=yesterday", "row=-1", "cursor=x"])
def test_a_filter_that_cannot_be_read_is_refused(client: TestClient, world: World, filters: str) -> None:
    assert come_in(client, world.eve).get(f"{HISTORY}?{filters}").status_code == 422


def test_a_long_history_costs_no_more_statements_than_a_short_one(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.eve)
    for number in range(3):
        logged_by(database, world, world.ada, title=f"Number {number}")
    few = len(statements_for(database, lambda: client.get(HISTORY)))
    for number in range(40):
        logged_by(database, world, world.ben, title=f"Later {number}")
    assert len(statements_for(database, lambda: client.get(HISTORY))) <= few


def test_the_initiative_links_its_history_for_those_who_may_open_it(client: TestClient, world: World) -> None:
    assert f'href="{HISTORY}"' in come_in(client, world.eve).get("/initiatives/good-neighbours").text
    assert f'href="{HISTORY}"' not in come_in(client, world.ada).get("/initiatives/good-neighbours").text


def test_an_entry_links_its_history(client: TestClient, database: Database, world: World) -> None:
    activity = logged_by(database, world, world.ada)
    page = f"/initiatives/good-neighbours/activities/{activity.key}"
    for person in (world.ada, world.ben, world.cleo):
        assert f"{HISTORY}/activity/{activity.key}" in come_in(client, person).get(page).text
