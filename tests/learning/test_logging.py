"""Staff and citizens log proposals, obstacles, incidents and stories on a form."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.clock import today
from app.database.engine import Database
from app.learning.kinds import KINDS
from app.vocabulary import ProposalAnswer
from tests.learning.entries import PAGE, TYPED
from tests.support.world import World, come_in

each_kind = pytest.mark.parametrize("kind", KINDS)


def stored(database: Database, kind: str) -> list[Any]:
    with database.reading() as session:
        return list(session.exec(select(KINDS[kind].table)))


@each_kind
def test_a_citizen_logs_an_entry_and_sees_it(
    client: TestClient, database: Database, world: World, kind: str
) -> None:
    answer = come_in(client, world.ben).post(f"{PAGE}/{kind}", data=TYPED[kind])
    (entry,) = stored(database, kind)
    assert answer.headers["location"] == f"{PAGE}/{kind}/{entry.key}"
    assert TYPED[kind]["text"] in client.get(answer.headers["location"]).text
    assert entry.created_by_id == world.ben.key


@each_kind
def test_the_form_begins_with_today(client: TestClient, world: World, kind: str) -> None:
    form = come_in(client, world.ada).get(f"{PAGE}/{kind}/new").text
    assert f'name="{KINDS[kind].day}" value="{today()}"' in form


@each_kind
def test_a_form_without_its_words_is_shown_again(
    client: TestClient, database: Database, world: World, kind: str
) -> None:
    typed = TYPED[kind] | {"text": "", "source": "Minutes of March"}
    answer = come_in(client, world.ada).post(f"{PAGE}/{kind}", data=typed)
    assert answer.status_code == 422
    assert 'id="text-error"' in answer.text
    assert "Minutes of March" in answer.text
    assert stored(database, kind) == []


@each_kind
def test_a_day_to_come_is_refused(client: TestClient, database: Database, world: World, kind: str) -> None:
    tomorrow = {KINDS[kind].day: (today() + timedelta(days=1)).isoformat()}
    answer = come_in(client, world.ada).post(f"{PAGE}/{kind}", data=TYPED[kind] | tomorrow)
    assert answer.status_code == 422
    assert f'id="{KINDS[kind].day}-error"' in answer.text
    assert stored(database, kind) == []


@each_kind
def test_a_phase_of_another_initiative_is_refused(
    client: TestClient, database: Database, world: World, kind: str
) -> None:
    typed = TYPED[kind] | {"phase_id": str(world.other_phase.key)}
    answer = come_in(client, world.ada).post(f"{PAGE}/{kind}", data=typed)
    assert answer.status_code == 422
    assert "Choose a phase of this initiative." in answer.text
    assert stored(database, kind) == []


@each_kind
def test_a_form_sent_twice_makes_one_entry(
    client: TestClient, database: Database, world: World, kind: str
) -> None:
    come_in(client, world.ada)
    for _ in range(2):
        client.post(f"{PAGE}/{kind}", data=TYPED[kind] | {"_key": "k1"})
    assert len(stored(database, kind)) == 1


@each_kind
def test_nobody_without_the_right_logs(
    client: TestClient, database: Database, world: World, kind: str
) -> None:
    for person, status in ((world.cleo, 403), (world.dan, 404), (world.mallory, 404)):
        come_in(client, person)
        assert client.get(f"{PAGE}/{kind}/new").status_code == status
        assert client.post(f"{PAGE}/{kind}", data=TYPED[kind]).status_code == status
    assert stored(database, kind) == []


def test_a_kind_that_there_is_not_is_absent(client: TestClient, world: World) -> None:
    assert come_in(client, world.ada).get(f"{PAGE}/rumours").status_code == 404
    assert client.get(f"{PAGE}/rumours/new").status_code == 404


def test_a_new_proposal_waits_for_its_answer(client: TestClient, database: Database, world: World) -> None:
    typed = TYPED["proposals"] | {"answer": "adopted", "answered_on": "2025-04-01"}
    come_in(client, world.ada).post(f"{PAGE}/proposals", data=typed)
    (proposal,) = stored(database, "proposals")
    assert (proposal.answer, proposal.answered_on) == (ProposalAnswer.OPEN, None)
