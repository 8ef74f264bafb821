"""An entry changed, archived and brought back; who entered it, and when, stays."""

import pytest
from fastapi.testclient import TestClient

from app.activities.models import Activity
from app.database.engine import Database
from app.vocabulary import Side
from tests.support.entries import make_activity
from tests.support.world import World, come_in


@pytest.fixture
def entry(world: World, database: Database) -> Activity:
    with database.writing() as session:
        return make_activity(session, world, citizens=12, support=["training"])


def page(world: World, entry: Activity, rest: str = "") -> str:
    return f"/initiatives/{world.initiative.slug}/activities/{entry.key}{rest}"


def now(database: Database, entry: Activity) -> Activity:
    with database.reading() as session:
        return session.get_one(Activity, entry.key)


def typed(entry: Activity, **changed: str) -> dict[str, str]:
    return {
        "_version": "1",
        "phase_id": str(entry.phase_id),
        "happened_on": "2025-04-12",
        "title": "Exchange of the mentors",
        "citizen_role": "co_led",
        "decision": "jointly",
        "citizens": "12",
        "support": "training",
    } | changed


def test_an_edit_can_take_a_number_and_a_tick_away(
    client: TestClient, world: World, database: Database, entry: Activity
) -> None:
    change = typed(entry, citizens="", support="", title="Exchange, corrected")
    assert come_in(client, world.ben).post(page(world, entry, "/edit"), data=change).status_code == 303
    changed = now(database, entry)
    assert (changed.title, changed.citizens, changed.support) == ("Exchange, corrected", None, [])


def test_the_form_shows_the_entry_as_it_was_typed(client: TestClient, world: World, entry: Activity) -> None:
    form = come_in(client, world.ada).get(page(world, entry, "/edit")).text
    assert 'name="citizens" value="12"' in form
    assert 'name="support" value="training" checked' in form
    assert 'value="2025-04-12"' in form


def test_two_who_edit_at_once_see_both_texts(client: TestClient, world: World, entry: Activity) -> None:
    come_in(client, world.ada).post(page(world, entry, "/edit"), data=typed(entry, title="Theirs"))
    answer = client.post(page(world, entry, "/edit"), data=typed(entry, title="Mine"))
    assert answer.status_code == 409
    assert "Theirs" in answer.text
    assert "Mine" in answer.text


def test_an_archived_entry_leaves_the_journal_and_can_come_back(
    client: TestClient, world: World, entry: Activity
) -> None:
    journal = f"/initiatives/{world.initiative.slug}/journal"
    archived = come_in(client, world.ada).post(page(world, entry, "/archive"), data={"_version": "1"})
    assert page(world, entry, "/restore") in client.get(archived.headers["location"]).text
    assert entry.title not in client.get(journal).text
    assert client.get(page(world, entry)).status_code == 404
    client.post(page(world, entry, "/restore"))
    assert entry.title in client.get(journal).text


def test_an_entry_of_another_initiative_is_absent_on_ones_own_pages(
    client: TestClient, world: World, entry: Activity
) -> None:
    come_in(client, world.mallory)
    own = f"/initiatives/{world.other_initiative.slug}/activities/{entry.key}"
    for rest in ("", "/edit"):
        assert client.get(own + rest).status_code == 404
    for rest in ("/edit", "/archive", "/restore"):
        assert client.post(own + rest, data=typed(entry)).status_code == 404


def test_an_evaluator_reads_an_entry_but_changes_nothing(
    client: TestClient, world: World, database: Database, entry: Activity
) -> None:
    shown = come_in(client, world.cleo).get(page(world, entry))
    assert shown.status_code == 200
    assert "/edit" not in shown.text
    assert client.post(page(world, entry, "/edit"), data=typed(entry)).status_code == 403
    assert client.post(page(world, entry, "/archive")).status_code == 403
    assert now(database, entry).version == 1


class TestTheApi:
    def path(self, world: World) -> str:
        return f"/api/v1/initiatives/{world.initiative.key}/activities"

    def new(self, world: World) -> dict[str, object]:
        return {
            "phase_id": world.delivery.key,
            "happened_on": "2025-05-01",
            "title": "Walk",
            "citizen_role": "led_alone",
            "decision": "citizens",
            "level": "collective",
            "citizen_hours": "7.50",
            "support": ["payment"],
        }

    def test_logs_reads_changes_and_archives(self, client: TestClient, world: World) -> None:
        come_in(client, world.ben)
        answer = client.post(self.path(world), json=self.new(world))
        assert answer.status_code == 201
        logged = answer.json()
        assert logged.items() >= self.new(world).items()
        assert (logged["citizens"], logged["entered_by_side"]) == (None, Side.CITIZENS)
        item = f"/api/v1/activities/{logged['id']}"
        changed = client.patch(item, json={"citizens": 3, "support": []}, headers={"If-Match": '"1"'}).json()
        assert (changed["citizens"], changed["support"], changed["version"]) == (3, [], 2)
        assert client.patch(item, json={"citizens": 4}, headers={"If-Match": '"1"'}).status_code == 409
        assert client.delete(item).status_code == 204
        assert client.get(item).status_code == 404

    def test_lists_a_page_at_a_time_and_by_phase(
        self, client: TestClient, world: World, entry: Activity
    ) -> None:
        come_in(client, world.ada)
        logged = client.post(self.path(world), json=self.new(world)).json()
        first = client.get(f"{self.path(world)}?limit=1").json()
        second = client.get(f"{self.path(world)}?limit=1&cursor={first['next']}").json()
        assert [first["items"][0]["id"], second["items"][0]["id"]] == [logged["id"], entry.key]
        assert client.get(f"{self.path(world)}?phase_id={world.design.key}").json()["items"] == []

    @pytest.mark.parametrize(
        ("changed", "field"),
        [({"happened_on": "2999-01-01"}, "happened_on"), ({"phase_id": 10**12}, "phase_id"), ({"x": 1}, "x")],
    )
    def test_names_the_field_that_is_wrong(
        self, client: TestClient, world: World, changed: dict[str, object], field: str
    ) -> None:
        answer = come_in(client, world.ada).post(self.path(world), json=self.new(world) | changed)
        assert answer.status_code == 422
        assert [error["field"] for error in answer.json()["errors"]] == [field]

    def test_refuses_a_phase_of_another_initiative_on_every_way_in(
        self, client: TestClient, world: World, entry: Activity
    ) -> None:
        come_in(client, world.ada)
        foreign = {"phase_id": world.other_phase.key}
        assert client.post(self.path(world), json=self.new(world) | foreign).status_code == 422
        assert client.patch(f"/api/v1/activities/{entry.key}", json=foreign).status_code == 422

    def test_shows_an_outsider_nothing(self, client: TestClient, world: World, entry: Activity) -> None:
        come_in(client, world.mallory)
        item = f"/api/v1/activities/{entry.key}"
        assert client.get(self.path(world)).status_code == 404
        assert client.post(self.path(world), json=self.new(world)).status_code == 404
        assert client.get(item).status_code == 404
        assert client.patch(item, json={"citizens": 3}).status_code == 404
        assert client.delete(item).status_code == 404


def test_an_entry_does_not_come_back_into_an_archived_phase(
    client: TestClient, world: World, entry: Activity
) -> None:
    come_in(client, world.ada)
    client.post(page(world, entry, "/archive"))
    client.post(f"/initiatives/{world.initiative.slug}/phases/{entry.phase_id}/archive")
    assert client.post(page(world, entry, "/restore")).status_code == 422
