"""A key stands for one request: the same content elsewhere is something else."""

import pytest
from fastapi.testclient import TestClient

from tests.support.world import World, come_in

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
CLAIM = {"lead": "together", "claimed_on": "2024-09-01"}


def test_a_key_that_returns_for_another_phase_does_not_answer_with_the_first_claim(
    client: TestClient, world: World
) -> None:
    come_in(client, world.ada)
    first, second = (
        client.post(f"/api/v1/phases/{phase.key}/claims", json=CLAIM, headers={"Idempotency-Key": "k"})
        for phase in (world.design, world.delivery)
    )
    assert (first.status_code, second.status_code) == (201, 422)


def test_two_people_may_use_one_key(client: TestClient, world: World) -> None:
    path = f"/api/v1/phases/{world.design.key}/claims"
    made = [
        come_in(client, person).post(path, json=CLAIM, headers={"Idempotency-Key": "k"}).json()["id"]
        for person in (world.ada, world.ben)
    ]
    assert len(set(made)) == 2


def test_a_form_sent_again_with_other_words_is_shown_with_them_and_a_new_key(
    client: TestClient, world: World
) -> None:
    come_in(client, world.ada)
    address = f"/initiatives/{world.initiative.slug}/phases"
    form = {"_key": "one", "kind": "design", "starts_on": "2024-01-01", "name": "First words"}
    same_origin = {"sec-fetch-site": "same-origin"}
    assert client.post(address, data=form, headers=same_origin).status_code == 303
    again = client.post(address, data=form | {"name": "Other words"}, headers=same_origin)
    assert again.status_code == 422
    assert "Other words" in again.text
    assert "This form was sent before" in again.text
    assert 'name="_key" value="one"' not in again.text
