"""Phases: added, changed, archived and brought back, on pages and in the API."""

from datetime import date

import pytest
from fastapi.testclient import TestClient

from app.activities.schemas import ActivityCreate
from app.activities.service import log_activity
from app.database.engine import Database
from app.initiatives.models import Initiative, Phase
from app.initiatives.queries import claims_of, phases_of
from app.vocabulary import CitizenRole, Decision, Lead
from tests.support.world import World, come_in

PHASE = {"kind": "assessment", "starts_on": "2025-01-01"}


def page(world: World, rest: str = "") -> str:
    return f"/initiatives/{world.initiative.slug}/phases{rest}"


def api(world: World) -> str:
    return f"/api/v1/initiatives/{world.initiative.key}/phases"


def stored(database: Database, initiative: Initiative) -> list[Phase]:
    with database.reading() as session:
        return list(phases_of(session, initiative.key))


def test_a_phase_is_added_with_who_leads_it_and_who_says_so(
    client: TestClient, world: World, database: Database
) -> None:
    typed = PHASE | {
        "name": "First review",
        "accountable": "the board",
        "lead": "together",
        "claimed_by": "Ada",
    }
    answer = come_in(client, world.ada).post(page(world), data=typed)
    assert (answer.status_code, answer.headers["location"]) == (303, page(world))
    phase = stored(database, world.initiative)[-1]
    assert (phase.name, phase.starts_on, phase.accountable) == ("First review", date(2025, 1, 1), "the board")
    with database.reading() as session:
        claim = claims_of(session, world.initiative.key)[0]
    assert (claim.phase_id, claim.lead, claim.claimed_by) == (phase.key, Lead.TOGETHER, "Ada")


def test_a_phase_that_cannot_be_taken_is_shown_again_with_what_was_typed(
    client: TestClient, world: World, database: Database
) -> None:
    typed = {"kind": "", "name": "Kept as typed", "starts_on": "2025-02-01", "ends_on": "2025-01-01"}
    answer = come_in(client, world.ada).post(page(world), data=typed)
    assert answer.status_code == 422
    assert "Kept as typed" in answer.text
    assert 'id="kind-error"' in answer.text
    assert len(stored(database, world.initiative)) == 2


def test_an_end_before_the_start_is_said_beside_the_end(client: TestClient, world: World) -> None:
    answer = come_in(client, world.ada).post(page(world), data=PHASE | {"ends_on": "2024-01-01"})
    assert answer.status_code == 422
    assert 'id="ends_on-error"' in answer.text


def test_the_list_says_where_nobody_answers_for_a_phase(client: TestClient, world: World) -> None:
    assert "Nobody named" in come_in(client, world.ben).get(page(world)).text


def test_an_edit_can_take_the_end_of_a_phase_away(
    client: TestClient, world: World, database: Database
) -> None:
    typed = {"kind": "design", "name": "", "starts_on": "2024-01-01", "ends_on": "", "accountable": ""}
    path = page(world, f"/{world.design.key}/edit")
    assert come_in(client, world.ada).post(path, data=typed | {"_version": "1"}).status_code == 303
    assert stored(database, world.initiative)[0].ends_on is None


def test_an_edit_of_an_older_version_shows_both_texts(client: TestClient, world: World) -> None:
    path = page(world, f"/{world.design.key}/edit")
    come_in(client, world.ada)
    typed = PHASE | {"ends_on": "", "_version": "1"}
    client.post(path, data=typed | {"name": "Theirs"})
    answer = client.post(path, data=typed | {"name": "Mine"})
    assert answer.status_code == 409
    assert "Theirs" in answer.text
    assert "Mine" in answer.text


def test_half_a_form_that_breaks_a_rule_with_what_is_stored_changes_nothing(
    client: TestClient, world: World, database: Database
) -> None:
    half = {"kind": "design", "starts_on": "2025-01-01"}
    answer = come_in(client, world.ada).post(page(world, f"/{world.design.key}/edit"), data=half)
    assert answer.status_code == 409
    assert stored(database, world.initiative)[0].starts_on == date(2024, 1, 1)


def test_an_archived_phase_can_be_brought_back(client: TestClient, world: World, database: Database) -> None:
    path = page(world, f"/{world.design.key}")
    answer = come_in(client, world.ada).post(f"{path}/archive")
    assert len(stored(database, world.initiative)) == 1
    assert f"{path}/restore" in client.get(answer.headers["location"]).text
    assert client.post(f"{path}/restore").status_code == 303
    assert len(stored(database, world.initiative)) == 2


def test_a_phase_with_entries_is_not_archived(client: TestClient, world: World, database: Database) -> None:
    with database.writing() as session:
        log_activity(
            session,
            world.initiative,
            ActivityCreate(
                phase_id=world.design.key,
                happened_on=date(2024, 2, 1),
                title="First meeting",
                citizen_role=CitizenRole.CO_LED,
                decision=Decision.JOINTLY,
            ),
        )
    answer = come_in(client, world.ada).post(page(world, f"/{world.design.key}/archive"))
    assert answer.status_code == 422
    assert "Entries in the log belong to this phase" in answer.text
    assert client.delete(f"/api/v1/phases/{world.design.key}").status_code == 422
    assert len(stored(database, world.initiative)) == 2


@pytest.mark.parametrize("rest", ["/new", "/{id}/edit"])
def test_a_citizen_may_read_phases_but_not_manage_them(client: TestClient, world: World, rest: str) -> None:
    come_in(client, world.ben)
    assert client.get(page(world)).status_code == 200
    assert client.get(page(world, rest.format(id=world.design.key))).status_code == 403
    assert client.post(api(world), json=PHASE).status_code == 403


@pytest.mark.parametrize("rest", ["", "/new", "/{id}/edit", "/{id}/claims/new"])
def test_to_an_outsider_phases_do_not_exist(client: TestClient, world: World, rest: str) -> None:
    path = page(world, rest.format(id=world.design.key))
    absent = path.replace(world.initiative.slug, "no-such-initiative")
    come_in(client, world.mallory)
    assert client.get(path).status_code == client.get(absent).status_code == 404


def test_a_phase_of_another_initiative_is_absent_on_ones_own_pages(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    assert client.get(page(world, f"/{world.other_phase.key}/edit")).status_code == 404
    assert client.post(page(world, f"/{world.other_phase.key}/archive")).status_code == 404


class TestTheApi:
    def test_adds_lists_changes_and_archives(self, client: TestClient, world: World) -> None:
        come_in(client, world.ada)
        added = client.post(api(world), json=PHASE).json()
        assert added["kind"] == "assessment"
        ids = [phase["id"] for phase in client.get(api(world)).json()["items"]]
        assert ids == [world.design.key, world.delivery.key, added["id"]]
        item = f"/api/v1/phases/{added['id']}"
        assert client.patch(item, json={"name": "Last"}, headers={"If-Match": '"1"'}).json()["name"] == "Last"
        assert client.patch(item, json={"name": "No"}, headers={"If-Match": '"1"'}).status_code == 409
        assert client.delete(item).status_code == 204
        assert client.get(item).status_code == 404

    def test_pages_through_the_list(self, client: TestClient, world: World) -> None:
        come_in(client, world.ada)
        first = client.get(f"{api(world)}?limit=1").json()
        second = client.get(f"{api(world)}?limit=1&cursor={first['next']}").json()
        assert [first["items"][0]["id"], second["items"][0]["id"]] == [world.design.key, world.delivery.key]
        assert second["next"] is None

    def test_makes_one_phase_of_one_key(self, client: TestClient, world: World, database: Database) -> None:
        come_in(client, world.ada)
        answers = [client.post(api(world), json=PHASE, headers={"Idempotency-Key": "k"}) for _ in range(3)]
        assert len({answer.json()["id"] for answer in answers}) == 1
        assert len(stored(database, world.initiative)) == 3

    def test_names_the_field_that_is_wrong(self, client: TestClient, world: World) -> None:
        answer = come_in(client, world.ada).post(api(world), json=PHASE | {"starts_on": "soon"})
        assert answer.status_code == 422
        assert [error["field"] for error in answer.json()["errors"]] == ["starts_on"]

    def test_shows_an_outsider_nothing(self, client: TestClient, world: World) -> None:
        come_in(client, world.mallory)
        assert client.get(api(world)).status_code == 404
        assert client.get(f"/api/v1/phases/{world.design.key}").status_code == 404
        assert client.delete(f"/api/v1/phases/{world.design.key}").status_code == 404
