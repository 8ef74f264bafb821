"""A finding names the entries of the log that it rests on."""

from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from app.activities.models import Activity
from app.activities.schemas import ActivityCreate
from app.activities.service import log_activity
from app.database.editing import archive
from app.database.engine import Database
from app.findings.models import Finding, Ground
from tests.findings.entries import PAGE, make_finding
from tests.support.entries import make_activity
from tests.support.world import World, come_in

ACTIVITY = {"happened_on": "2025-02-01", "title": "Apples", "citizen_role": "led_alone", "decision": "none"}


def two_and_a_finding(session: Session, world: World) -> tuple[Activity, Activity, Finding]:
    walk = make_activity(session, world, title="A walk", happened_on=date(2025, 2, 1))
    tea = make_activity(session, world, title="Tea", happened_on=date(2025, 2, 8))
    return walk, tea, make_finding(session, world)


def grounds(database: Database) -> list[tuple[int, str, bool]]:
    with database.reading() as session:
        rows = session.exec(select(Ground).order_by(Ground.entry_id)).all()  # type: ignore[arg-type]  # a column
        return [(row.entry_id, row.note, row.archived_at is None) for row in rows]


def test_ticked_entries_stand_on_the_page_of_the_finding(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        walk, tea, finding = two_and_a_finding(session, world)
    come_in(client, world.cleo)
    ticked = {"entries": [f"activity.{walk.key}", f"activity.{tea.key}"], "note": "Peers led both"}
    answer = client.post(f"{PAGE}/{finding.key}/entries", data=ticked)
    page = client.get(answer.headers["location"]).text
    assert page.index("Tea") < page.index("A walk")
    assert f'href="/initiatives/good-neighbours/activities/{walk.key}"' in page
    assert page.count("Peers led both") == 2


def test_the_form_seeks_by_words_and_keeps_what_is_named_already(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        walk, tea, finding = two_and_a_finding(session, world)
    come_in(client, world.cleo)
    client.post(f"{PAGE}/{finding.key}/entries", data={"entries": [f"activity.{walk.key}"]})
    every = client.get(f"{PAGE}/{finding.key}/entries").text
    some = client.get(f"{PAGE}/{finding.key}/entries?q=tea").text
    assert f'value="activity.{tea.key}"' in every
    assert f'value="activity.{walk.key}"' not in every
    assert "named already" in every
    assert "A walk" not in some


@pytest.mark.parametrize("ticked", [{}, {"entries": ["activity.999"]}, {"entries": ["walk.1"]}])
def test_what_is_no_entry_of_the_initiative_is_refused_and_the_note_kept(
    client: TestClient, database: Database, world: World, ticked: dict[str, Any]
) -> None:
    with database.writing() as session:
        _walk, _tea, finding = two_and_a_finding(session, world)
    answer = come_in(client, world.cleo).post(
        f"{PAGE}/{finding.key}/entries?q=tea", data={**ticked, "note": "Peers led both"}
    )
    assert answer.status_code == 422
    assert 'value="Peers led both"' in answer.text
    assert "A walk" not in answer.text
    assert grounds(database) == []


def test_an_entry_of_another_initiative_cannot_be_named(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        finding = make_finding(session, world)
        new_there = {**ACTIVITY, "phase_id": world.other_phase.key}
        theirs = log_activity(session, world.other_initiative, ActivityCreate.model_validate(new_there))
    new = {"entry_kind": "activity", "entry_id": theirs.key}
    answer = come_in(client, world.cleo).post(f"/api/v1/findings/{finding.key}/grounds", json=new)
    assert answer.status_code == 422
    assert grounds(database) == []


def test_what_is_taken_off_comes_back_when_it_is_named_again(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        walk, _tea, finding = two_and_a_finding(session, world)
    come_in(client, world.cleo)
    path, new = f"/api/v1/findings/{finding.key}/grounds", {"entry_kind": "activity", "entry_id": walk.key}
    first = client.post(path, json=new)
    client.delete(f"/api/v1/grounds/{first.json()['id']}")
    assert client.get(path).json() == []
    again = client.post(path, json={**new, "note": "Led by peers"})
    assert again.json()["id"] == first.json()["id"]
    assert grounds(database) == [(walk.key, "Led by peers", True)]


def test_an_entry_archived_since_is_said_to_be(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        walk, _tea, finding = two_and_a_finding(session, world)
    come_in(client, world.cleo)
    client.post(f"{PAGE}/{finding.key}/entries", data={"entries": [f"activity.{walk.key}"]})
    with database.writing() as session:
        archive(session, session.get_one(Activity, walk.key))
    page = client.get(f"{PAGE}/{finding.key}").text
    assert "This entry was archived after the finding named it." in page
    assert "A walk" not in page


def test_open_recommendations_can_be_listed_by_themselves(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        make_finding(session, world, question="Who decides?", recommendation="Let members chair.")
        make_finding(session, world, question="Who comes?")
    come_in(client, world.cleo)
    assert "1 recommendation is still open" in client.get(PAGE).text
    page = client.get(f"{PAGE}?open=true").text
    assert "Who decides?" in page
    assert "Who comes?" not in page
    listed = client.get(f"/api/v1/initiatives/{world.initiative.key}/findings?open=true").json()
    assert [row["question"] for row in listed["items"]] == ["Who decides?"]
