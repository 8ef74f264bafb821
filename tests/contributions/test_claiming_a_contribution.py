"""Evaluators write down what is claimed of a change, what else may explain it, and what they judge."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.evaluations.test_seeing_an_evaluation import seen
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
PAGE = "/initiatives/good-neighbours/contributions"
CLAIM: dict[str, Any] = {"claimed_on": "2025-05-01", "text": "Visits by peers made evenings less lonely."}
OTHER: dict[str, Any] = {
    "considered_on": "2025-05-02",
    "text": "A café opened next door.",
    "speaks_against": "It opened after the change.",
    "weight": "unlikely",
}


def claimed(client: TestClient, world: World, **more: Any) -> int:
    below = f"/api/v1/initiatives/{world.initiative.key}/contributions"
    made = client.post(below, json=CLAIM | more)
    assert made.status_code == 201, made.text
    key: int = made.json()["id"]
    return key


def test_a_claim_without_another_explanation_says_so(client: TestClient, world: World) -> None:
    come_in(client, world.cleo)
    answer = client.post(PAGE, data=CLAIM)
    assert answer.status_code == 303
    page = seen(client, answer.headers["location"].partition("#")[0])
    assert "No other explanation has been considered." in page
    assert "Nobody has judged it yet." in page


def test_what_speaks_for_and_against_stands_beside_the_claim(client: TestClient, world: World) -> None:
    key = claimed(come_in(client, world.cleo), world)
    assert client.post(f"{PAGE}/{key}/explanations", data=OTHER).status_code == 303
    page = seen(client, f"{PAGE}/{key}")
    assert "1 other explanation has been considered." in page
    assert "A café opened next door. What remains of it Unlikely" in page
    assert "What speaks against it It opened after the change." in page


@SQLITE
def test_an_open_explanation_is_counted_as_open(client: TestClient, world: World) -> None:
    key = claimed(come_in(client, world.cleo), world)
    for weight in ("open", "unlikely"):
        client.post(f"/api/v1/contributions/{key}/explanations", json=OTHER | {"weight": weight})
    assert "2 other explanations have been considered. 1 of them is open." in seen(client, PAGE)


@SQLITE
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": ""}, "text"),
        ({"strength": "weak"}, "judgement"),
        ({"judgement": "Maybe."}, "strength"),
        ({"strength": "weak", "judgement": "Maybe.", "judged_on": "2025-04-01"}, "judged_on"),
        ({"indicator_id": "999"}, "indicator_id"),
    ],
)
def test_a_claim_that_cannot_be_is_shown_again(
    client: TestClient, world: World, change: dict[str, str], field: str
) -> None:
    answer = come_in(client, world.cleo).post(PAGE, data=CLAIM | change)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text or f'id="{field}-error"' in answer.text
    assert "Nobody has claimed a part in a change yet." in seen(client, PAGE)


@SQLITE
def test_a_weight_needs_its_grounds(client: TestClient, world: World) -> None:
    key = claimed(come_in(client, world.cleo), world)
    answer = client.post(f"{PAGE}/{key}/explanations", data=OTHER | {"speaks_against": ""})
    assert answer.status_code == 422
    assert "Say what speaks for it or against it." in answer.text


@SQLITE
def test_a_claim_is_judged_changed_and_archived(client: TestClient, world: World) -> None:
    key = claimed(come_in(client, world.cleo), world)
    judged = {"strength": "weak", "judgement": "It fits, no more.", "judged_on": "2025-06-01"}
    assert client.post(f"{PAGE}/{key}/edit", data=CLAIM | judged | {"_version": 1}).status_code == 303
    page = seen(client, f"{PAGE}/{key}")
    assert "It fits, no more." in page
    assert "Judged on 1 Jun 2025: Weak" in page
    assert client.post(f"{PAGE}/{key}/archive").status_code == 303
    assert "Nobody has claimed a part in a change yet." in seen(client, PAGE)


@SQLITE
def test_an_explanation_is_changed_at_its_own_contribution_alone(client: TestClient, world: World) -> None:
    first, second = (claimed(come_in(client, world.cleo), world) for _ in range(2))
    other = client.post(f"/api/v1/contributions/{first}/explanations", json=OTHER).json()["id"]
    assert client.get(f"{PAGE}/{second}/explanations/{other}/edit").status_code == 404
    edit = f"{PAGE}/{first}/explanations/{other}/edit"
    assert "It opened after the change." in client.get(edit).text
    assert client.post(edit, data=OTHER | {"weight": "likely", "_version": 1}).status_code == 303
    found = client.get(f"/api/v1/contributions/{first}/explanations").json()
    assert [one["weight"] for one in found] == ["likely"]


@SQLITE
def test_the_team_reads_and_evaluators_write(client: TestClient, world: World) -> None:
    key = claimed(come_in(client, world.cleo), world)
    assert "Visits by peers" in seen(come_in(client, world.ben), f"{PAGE}/{key}")
    assert client.post(PAGE, data=CLAIM).status_code == 403
    assert come_in(client, world.mallory).get(f"{PAGE}/{key}").status_code == 404
