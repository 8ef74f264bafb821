"""An entry of learning is changed, archived and brought back."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.learning.kinds import KINDS
from app.vocabulary import ProposalAnswer
from tests.learning.entries import PAGE, TYPED, make_obstacle, make_proposal
from tests.support.world import World, come_in

each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture
def entry(client: TestClient, world: World, kind: str) -> str:
    """The address of an entry that Ada made."""
    made = come_in(client, world.ada).post(f"{PAGE}/{kind}", data=TYPED[kind])
    return str(made.headers["location"])


def now(database: Database, kind: str, address: str) -> Any:
    with database.reading() as session:
        return session.get_one(KINDS[kind].table, int(address.rsplit("/", 1)[1]))


@each_kind
def test_the_words_of_an_entry_can_be_changed(
    client: TestClient, database: Database, entry: str, kind: str
) -> None:
    assert TYPED[kind]["text"] in client.get(f"{entry}/edit").text
    change = TYPED[kind] | {"text": "Said better", "_version": "1"}
    assert client.post(f"{entry}/edit", data=change).status_code == 303
    assert now(database, kind, entry).text == "Said better"


@each_kind
def test_two_who_edit_at_once_see_both_texts(client: TestClient, entry: str, kind: str) -> None:
    client.post(f"{entry}/edit", data=TYPED[kind] | {"text": "Theirs", "_version": "1"})
    answer = client.post(f"{entry}/edit", data=TYPED[kind] | {"text": "Mine", "_version": "1"})
    assert answer.status_code == 409
    assert "Theirs" in answer.text
    assert "Mine" in answer.text


@each_kind
def test_an_archived_entry_leaves_the_lists_and_can_come_back(
    client: TestClient, entry: str, kind: str
) -> None:
    path = f"/initiatives/good-neighbours/{kind}/{entry.rsplit('/', 1)[1]}"
    assert f'action="{path}/archive"' in client.get(entry).text
    assert client.post(f"{path}/archive", data={"_version": "1"}).status_code == 303
    client.cookies.delete("flash")
    assert TYPED[kind]["text"] not in client.get(PAGE).text
    assert client.get(entry).status_code == 404
    assert client.post(f"{path}/restore").status_code == 303
    assert TYPED[kind]["text"] in client.get(PAGE).text


@each_kind
def test_an_entry_is_changed_by_nobody_else(
    client: TestClient, database: Database, world: World, entry: str, kind: str
) -> None:
    for person, status in ((world.cleo, 403), (world.dan, 404), (world.mallory, 404)):
        come_in(client, person)
        assert client.get(f"{entry}/edit").status_code == status
        assert client.post(f"{entry}/edit", data=TYPED[kind]).status_code == status
    assert now(database, kind, entry).version == 1


@each_kind
def test_an_entry_of_another_initiative_is_absent_on_ones_own_pages(
    client: TestClient, world: World, entry: str, kind: str
) -> None:
    own = entry.replace(world.initiative.slug, world.other_initiative.slug)
    come_in(client, world.mallory)
    assert [client.get(own + rest).status_code for rest in ("", "/edit")] == [404, 404]
    assert client.post(f"{own}/edit", data=TYPED[kind]).status_code == 404


def test_changing_the_words_leaves_the_answer(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        made = make_proposal(session, world, answer="adopted", answered_on="2025-03-20")
    address = f"{PAGE}/proposals/{made.key}"
    come_in(client, world.ben).post(f"{address}/edit", data=TYPED["proposals"] | {"text": "Two benches"})
    proposal = now(database, "proposals", address)
    assert (proposal.text, proposal.answer) == ("Two benches", ProposalAnswer.ADOPTED)


def test_a_proposal_cannot_move_behind_its_answer(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        made = make_proposal(session, world, answer="adopted", answered_on="2025-03-20")
    change = TYPED["proposals"] | {"made_on": "2025-03-21"}
    answer = come_in(client, world.ada).post(f"{PAGE}/proposals/{made.key}/edit", data=change)
    assert answer.status_code == 422
    assert "The answer cannot come before the proposal." in answer.text


def test_an_obstacle_cannot_move_behind_its_end(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        made = make_obstacle(session, world, resolved_on="2025-03-20")
    change = TYPED["obstacles"] | {"noticed_on": "2025-03-21"}
    answer = come_in(client, world.ada).post(f"{PAGE}/obstacles/{made.key}/edit", data=change)
    assert answer.status_code == 422
    assert "It cannot end before it was noticed." in answer.text
