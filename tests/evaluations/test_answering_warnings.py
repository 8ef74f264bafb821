"""A team answers what the log warns of, and the newest answer stands beside the warning."""

import pytest
from fastapi.testclient import TestClient

from tests.evaluations.test_seeing_an_evaluation import PAGE, seen
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
RULE = "claim_without_evidence"


def address(world: World) -> str:
    return f"{PAGE}/warnings/{RULE}?phase_id={world.delivery.key}"


def typed(world: World, text: str, day: str = "2025-06-01") -> dict[str, object]:
    return {"rule": RULE, "phase_id": world.delivery.key, "answered_on": day, "text": text}


def test_the_newest_answer_stands_beside_its_warning(client: TestClient, logged: World) -> None:
    come_in(client, logged.ben)
    for day, text in (("2025-06-02", "We log the visits from now on."), ("2025-06-01", "We know.")):
        assert client.post(address(logged), data=typed(logged, text, day)).status_code == 303
    page = seen(client)
    assert "The team answered on 2 Jun 2025: We log the visits from now on." in page
    assert "We know." not in page


@SQLITE
def test_an_evaluation_of_an_earlier_day_does_not_know_later_answers(
    client: TestClient, logged: World
) -> None:
    come_in(client, logged.ben).post(address(logged), data=typed(logged, "Yes."))
    found = client.get(f"/api/v1/initiatives/{logged.initiative.key}/evaluation?as_of=2025-05-31").json()
    answers = [one["answer"] for one in found["process"]["warnings"] if one["rule"] == RULE]
    assert answers == [None]


@SQLITE
def test_the_document_holds_the_answer(client: TestClient, logged: World) -> None:
    come_in(client, logged.ben).post(address(logged), data=typed(logged, "Yes."))
    found = client.get(f"/api/v1/initiatives/{logged.initiative.key}/evaluation").json()
    answers = {one["rule"]: one["answer"] for one in found["process"]["warnings"]}
    assert answers[RULE] == "Yes."


def test_an_answer_without_words_is_shown_again_and_nothing_is_stored(
    client: TestClient, logged: World
) -> None:
    come_in(client, logged.ben)
    answer = client.post(address(logged), data=typed(logged, " ", "2025-06-01"))
    assert answer.status_code == 422
    assert 'href="#text"' in answer.text
    assert 'value="2025-06-01"' in answer.text
    assert "The team has not answered this warning yet." in seen(client, address(logged))


@SQLITE
def test_an_answer_to_a_phase_of_others_is_refused(client: TestClient, logged: World) -> None:
    come_in(client, logged.ben)
    answer = client.post(address(logged), data=typed(logged, "Yes.") | {"phase_id": 999})
    assert answer.status_code == 422
    assert "Choose a phase of this initiative." in answer.text


@SQLITE
def test_an_answer_is_changed_and_archived(client: TestClient, logged: World) -> None:
    come_in(client, logged.ben)
    below = f"/api/v1/initiatives/{logged.initiative.key}/warning-answers"
    made = client.post(below, json=typed(logged, "We know.")).json()
    edit = f"{PAGE}/warnings/answers/{made['id']}/edit"
    assert "We know." in client.get(edit).text
    changed = typed(logged, "We log them now.") | {"_version": made["version"]}
    assert client.post(edit, data=changed).status_code == 303
    assert client.get(below).json()["items"][0]["text"] == "We log them now."
    assert client.delete(f"/api/v1/warning-answers/{made['id']}").status_code == 204
    assert client.get(below).json()["items"] == []


@SQLITE
def test_readers_see_answers_and_no_form(client: TestClient, logged: World) -> None:
    come_in(client, logged.ben).post(address(logged), data=typed(logged, "We know."))
    page = seen(come_in(client, logged.cleo), address(logged))
    assert "We know." in page
    assert "Answer for the team" not in page
    assert client.post(address(logged), data=typed(logged, "Hm.")).status_code == 403
    assert come_in(client, logged.mallory).get(address(logged)).status_code == 404


@SQLITE
def test_a_rule_that_there_is_not_is_absent(client: TestClient, logged: World) -> None:
    assert come_in(client, logged.ben).get(f"{PAGE}/warnings/made_up").status_code == 404
