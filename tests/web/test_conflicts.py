"""Two people change one row, or it is archived meanwhile, or the session ends: no typed word is lost."""

import re

import pytest
from fastapi.testclient import TestClient

from app.activities.models import Activity
from app.database.engine import Database
from tests.support.entries import make_activity
from tests.support.world import World, come_in

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
READ = {
    "_version": "1",
    "happened_on": "2025-04-12",
    "title": "Exchange of the mentors",
    "citizen_role": "co_led",
    "decision": "jointly",
    "citizens": "12",
    "note": "",
}


@pytest.fixture
def entry(world: World, database: Database) -> Activity:
    with database.writing() as session:
        return make_activity(session, world, citizens=12)


def address(world: World, entry: Activity, rest: str = "/edit") -> str:
    return f"/initiatives/{world.initiative.slug}/activities/{entry.key}{rest}"


def typed(entry: Activity, **changed: str) -> dict[str, str]:
    return READ | {"phase_id": str(entry.phase_id)} | changed


def stored(database: Database, entry: Activity) -> Activity:
    with database.reading() as session:
        return session.get_one(Activity, entry.key)


def chosen(page: str) -> dict[str, str]:
    """Field → whose text is chosen at first."""
    return dict(re.findall(r'name="_take\.(\w+)" value="(\w+)" checked', page))


def test_a_late_form_comes_back_with_both_texts_and_who_saved(
    client: TestClient, world: World, entry: Activity
) -> None:
    come_in(client, world.ben).post(address(world, entry), data=typed(entry, title="Theirs"))
    late = come_in(client, world.ada).post(address(world, entry), data=typed(entry, title="Mine"))
    assert late.status_code == 409
    assert 'name="title" value="Mine"' in late.text
    assert '<span class="typed">Theirs</span>' in late.text
    assert "Saved by Ben on" in late.text
    assert 'name="_version" value="2"' in late.text
    assert chosen(late.text) == {"title": "mine"}


@on_sqlite
def test_sending_again_stores_what_was_chosen_for_each_field(
    client: TestClient, world: World, database: Database, entry: Activity
) -> None:
    theirs = typed(entry, title="Theirs", note="Their note", decision="citizens")
    come_in(client, world.ben).post(address(world, entry), data=theirs)
    again = typed(entry, title="Mine", note="My note", decision="jointly") | {
        "_version": "2",
        "_take.title": "mine",
        "_theirs.title": "Theirs",
        "_take.note": "theirs",
        "_theirs.note": "Their note",
        "_take.decision": "theirs",
        "_theirs.decision": "citizens",
    }
    assert come_in(client, world.ada).post(address(world, entry), data=again).status_code == 303
    row = stored(database, entry)
    assert (row.title, row.note, row.decision) == ("Mine", "Their note", "citizens")


@on_sqlite
def test_a_field_one_never_touched_is_not_turned_back(
    client: TestClient, world: World, entry: Activity
) -> None:
    come_in(client, world.ben).post(address(world, entry), data=typed(entry, decision="citizens"))
    late = come_in(client, world.ada).post(address(world, entry), data=typed(entry, title="Mine"))
    assert chosen(late.text) == {"decision": "theirs"}


@on_sqlite
def test_the_same_edit_sent_twice_is_stored_once_and_answered_alike(
    client: TestClient, world: World, database: Database, entry: Activity
) -> None:
    come_in(client, world.ada)
    answers = [client.post(address(world, entry), data=typed(entry, title="Mine")) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert stored(database, entry).version == 2


@on_sqlite
def test_what_was_typed_is_kept_when_the_row_was_archived_meanwhile(
    client: TestClient, world: World, database: Database, entry: Activity
) -> None:
    come_in(client, world.ben).post(address(world, entry, "/archive"), data={"_version": "1"})
    late = come_in(client, world.ada).post(address(world, entry), data=typed(entry, title="Mine"))
    assert late.status_code == 409
    assert "This was archived meanwhile" in late.text
    assert 'name="title" value="Mine"' in late.text
    assert f'action="{address(world, entry, "/restore")}"' in late.text
    assert f'action="/initiatives/{world.initiative.slug}/activities"' in late.text
    assert client.get(address(world, entry)).status_code == 404


@on_sqlite
def test_an_archived_row_is_absent_for_those_who_may_not_log(
    client: TestClient, world: World, entry: Activity
) -> None:
    come_in(client, world.ben).post(address(world, entry, "/archive"), data={"_version": "1"})
    late = come_in(client, world.mallory).post(address(world, entry), data=typed(entry, title="Mine"))
    assert late.status_code == 404


@on_sqlite
def test_a_session_that_ended_gives_the_words_back_and_stores_nothing(
    client: TestClient, world: World, database: Database, entry: Activity
) -> None:
    came_from = {"referer": f"http://testserver{address(world, entry)}", "sec-fetch-site": "same-origin"}
    words = typed(entry, title="<b>Mine</b>", password="secret")
    answer = client.post(address(world, entry), data=words, headers=came_from)
    assert answer.status_code == 401
    assert "&lt;b&gt;Mine&lt;/b&gt;" in answer.text
    assert "secret" not in answer.text
    assert f'href="/sign-in?next={address(world, entry)}"' in answer.text
    assert stored(database, entry).version == 1


@on_sqlite
def test_a_program_is_told_the_version_and_the_fields_that_differ(
    client: TestClient, world: World, entry: Activity
) -> None:
    item = f"/api/v1/activities/{entry.key}"
    come_in(client, world.ada)
    client.patch(item, json={"title": "Theirs", "citizens": 5})
    late = client.patch(item, json={"title": "Mine", "citizens": 5}, headers={"If-Match": '"1"'})
    assert late.status_code == 409
    problem = late.json()
    assert (problem["version"], problem["current"]) == (2, {"title": "Theirs"})
    assert problem["changed_by"] == "Ada"
