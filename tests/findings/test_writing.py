"""Evaluators write findings on a form."""

from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.clock import today
from app.database.engine import Database
from app.findings.models import Finding
from tests.findings.entries import PAGE, TYPED, make_finding, make_indicator
from tests.support.world import World, come_in


def stored(database: Database) -> list[Finding]:
    with database.reading() as session:
        return list(session.exec(select(Finding)))


def test_an_evaluator_writes_a_finding_and_sees_it(
    client: TestClient, database: Database, world: World
) -> None:
    answer = come_in(client, world.cleo).post(PAGE, data=TYPED)
    (finding,) = stored(database)
    assert answer.headers["location"] == f"{PAGE}/{finding.key}"
    assert TYPED["judgement"] in client.get(answer.headers["location"]).text
    assert (finding.created_by_id, finding.response) == (world.cleo.key, "")


def test_the_form_begins_with_today_and_the_indicator_of_the_link(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = make_indicator(session, world.initiative)
    form = come_in(client, world.cleo).get(f"{PAGE}/new?indicator_id={indicator.key}").text
    assert f'name="found_on" value="{today()}"' in form
    assert f'<option value="{indicator.key}" selected>Loneliness</option>' in form


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"question": ""}, "question"),
        ({"judgement": ""}, "judgement"),
        ({"strength": "certain"}, "strength"),
        ({"found_on": (today() + timedelta(days=1)).isoformat()}, "found_on"),
        ({"period_starts_on": "2025-01-01"}, "period_ends_on"),
        ({"period_ends_on": "2025-01-01"}, "period_starts_on"),
        ({"period_starts_on": "2025-02-01", "period_ends_on": "2025-01-01"}, "period_ends_on"),
        ({"indicator_id": "7"}, "indicator_id"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_stored(
    client: TestClient, database: Database, world: World, changed: dict[str, str], field: str
) -> None:
    typed = TYPED | {"method": "Twelve interviews"} | changed
    answer = come_in(client, world.cleo).post(PAGE, data=typed)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert "Twelve interviews" in answer.text
    assert stored(database) == []


def test_an_indicator_of_another_initiative_is_refused(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        theirs = make_indicator(session, world.other_initiative, "Apples")
    answer = come_in(client, world.cleo).post(PAGE, data=TYPED | {"indicator_id": str(theirs.key)})
    assert answer.status_code == 422
    assert "Choose an indicator of this initiative." in answer.text


def test_a_form_sent_twice_makes_one_finding(client: TestClient, database: Database, world: World) -> None:
    come_in(client, world.cleo)
    for _ in range(2):
        client.post(PAGE, data=TYPED | {"_key": "k1"})
    assert len(stored(database)) == 1


def test_only_evaluators_write(client: TestClient, database: Database, world: World) -> None:
    for person, status in ((world.ada, 403), (world.ben, 403), (world.dan, 404), (world.mallory, 404)):
        come_in(client, person)
        assert client.get(f"{PAGE}/new").status_code == status
        assert client.post(PAGE, data=TYPED).status_code == status
    assert stored(database) == []


def test_an_evaluator_changes_a_finding_and_the_history_tells_it(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        finding = make_finding(session, world)
    changed = TYPED | {"strength": "moderate", "_version": "1"}
    come_in(client, world.cleo).post(f"{PAGE}/{finding.key}/edit", data=changed)
    (now,) = stored(database)
    assert (now.strength, now.version) == ("moderate", 2)
    assert "several sources" in client.get(f"{PAGE}/../history/finding/{finding.key}").text


def test_a_stale_change_shows_both_texts(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        finding = make_finding(session, world)
    path = f"{PAGE}/{finding.key}/edit"
    come_in(client, world.cleo).post(path, data=TYPED | {"judgement": "First", "_version": "1"})
    answer = client.post(path, data=TYPED | {"judgement": "Second", "_version": "1"})
    assert answer.status_code == 409
    assert "First" in answer.text
    assert "Second" in answer.text


def test_a_finding_cannot_move_behind_its_answer(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        finding = make_finding(session, world)
        finding.response, finding.responded_on = "We do", date(2025, 3, 5)
    changed = TYPED | {"found_on": "2025-03-06"}
    answer = come_in(client, world.cleo).post(f"{PAGE}/{finding.key}/edit", data=changed)
    assert answer.status_code == 422
    assert "The team answered before this day." in answer.text


def test_an_archived_finding_is_gone_and_comes_back(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        finding = make_finding(session, world)
    come_in(client, world.cleo).post(f"{PAGE}/{finding.key}/archive")
    assert client.get(f"{PAGE}/{finding.key}").status_code == 404
    assert TYPED["question"] not in client.get(PAGE).text.split("<main", 1)[1].split('role="status"')[-1]
    client.post(f"{PAGE}/{finding.key}/restore")
    assert client.get(f"{PAGE}/{finding.key}").status_code == 200
