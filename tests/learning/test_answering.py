"""You said, we did: a proposal gets its answer, and an obstacle its end."""

from datetime import date

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.learning.models import Obstacle, Proposal
from app.vocabulary import ProposalAnswer
from tests.learning.entries import PAGE, make_obstacle, make_proposal
from tests.support.world import World, come_in

REPLY = {"answer": "not_adopted", "reason": "The pavement is too narrow", "answered_on": "2025-03-20"}


@pytest.fixture
def proposal(database: Database, world: World) -> Proposal:
    with database.writing() as session:
        return make_proposal(session, world)


@pytest.fixture
def obstacle(database: Database, world: World) -> Obstacle:
    with database.writing() as session:
        return make_obstacle(session, world)


def answer_of(proposal: Proposal) -> str:
    return f"{PAGE}/proposals/{proposal.key}/answer"


def end_of(obstacle: Obstacle) -> str:
    return f"{PAGE}/obstacles/{obstacle.key}/resolve"


def test_an_answer_is_read_with_its_reason_and_its_day(
    client: TestClient, world: World, proposal: Proposal
) -> None:
    reply = REPLY | {"told_on": "2025-04-02"}
    assert come_in(client, world.ben).post(answer_of(proposal), data=reply).status_code == 303
    page = client.get(PAGE).text
    assert "Not adopted" in page
    assert "The pavement is too narrow" in page
    assert "told on 2 Apr 2025" in page


def test_an_open_proposal_says_how_long_it_waits(
    client: TestClient, world: World, proposal: Proposal
) -> None:
    assert "waiting for" in come_in(client, world.cleo).get(PAGE).text


def test_adopting_needs_no_reason(
    client: TestClient, database: Database, world: World, proposal: Proposal
) -> None:
    reply = {"answer": "adopted", "reason": "", "answered_on": "2025-03-20"}
    assert come_in(client, world.ada).post(answer_of(proposal), data=reply).status_code == 303
    with database.reading() as session:
        assert session.get_one(Proposal, proposal.key).answer is ProposalAnswer.ADOPTED


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"answer": "partly", "reason": ""}, "reason"),
        ({"answer": ""}, "answer"),
        ({"answered_on": ""}, "answered_on"),
        ({"answered_on": "2025-02-01"}, "answered_on"),
        ({"told_on": "2025-03-19"}, "told_on"),
    ],
)
def test_what_an_answer_lacks_is_said_beside_the_field(
    client: TestClient,
    database: Database,
    world: World,
    proposal: Proposal,
    changed: dict[str, str],
    field: str,
) -> None:
    answer = come_in(client, world.ada).post(answer_of(proposal), data=REPLY | changed)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    with database.reading() as session:
        assert session.get_one(Proposal, proposal.key).answer is ProposalAnswer.OPEN


def test_an_answer_can_be_changed(client: TestClient, world: World, proposal: Proposal) -> None:
    come_in(client, world.ada).post(answer_of(proposal), data=REPLY)
    assert "The pavement is too narrow" in client.get(answer_of(proposal)).text


def test_an_obstacle_is_resolved_on_a_day(
    client: TestClient, database: Database, world: World, obstacle: Obstacle
) -> None:
    end = {"resolved_on": "2025-05-01", "resolution": "One form instead of four"}
    assert come_in(client, world.ben).post(end_of(obstacle), data=end).status_code == 303
    assert "resolved on 1 May 2025" in client.get(PAGE).text
    with database.reading() as session:
        assert session.get_one(Obstacle, obstacle.key).resolved_on == date(2025, 5, 1)


@pytest.mark.parametrize(
    "end", [{"resolved_on": "2025-02-01"}, {"resolved_on": "", "resolution": "One form instead of four"}]
)
def test_an_end_before_the_beginning_or_without_a_day_is_refused(
    client: TestClient, world: World, obstacle: Obstacle, end: dict[str, str]
) -> None:
    answer = come_in(client, world.ada).post(end_of(obstacle), data=end)
    assert answer.status_code == 422
    assert 'id="resolved_on-error"' in answer.text


def test_what_was_resolved_too_early_can_be_taken_back(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        resolved = make_obstacle(session, world, resolved_on="2025-03-20")
    come_in(client, world.ada).post(end_of(resolved), data={"resolved_on": "", "resolution": ""})
    with database.reading() as session:
        assert session.get_one(Obstacle, resolved.key).resolved_on is None


def test_nobody_without_the_right_answers_or_resolves(
    client: TestClient, world: World, proposal: Proposal, obstacle: Obstacle
) -> None:
    for person, status in ((world.cleo, 403), (world.dan, 404), (world.mallory, 404)):
        come_in(client, person)
        for address in (answer_of(proposal), end_of(obstacle)):
            assert client.get(address).status_code == status
            assert client.post(address, data=REPLY).status_code == status
