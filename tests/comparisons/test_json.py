"""The comparison as programs read it: what the page shows, and nothing beside."""

import pytest
from fastapi.testclient import TestClient

from tests.comparisons.conftest import Two
from tests.comparisons.pages import CRECHE, HOME, document, seen
from tests.support.world import come_in

DAYS = {"left_as_of": "2024-12-31", "right_as_of": "2024-12-31"}


def test_the_document_says_what_the_page_says(client: TestClient, two: Two) -> None:
    come_in(client, two.world.ada)
    page = seen(client, left=HOME, right=CRECHE, **DAYS)
    found = document(client, left=two.home.key, right=two.creche.key, **DAYS)
    for difference in found["context"]["differences"]:
        assert f"{difference['left']['words']} {difference['right']['words']}" in page
    assert f"Cell {found['left']['evaluation']['process']['cell']['number']} of 9" in page
    for side in ("left", "right"):
        for outcome in found[side]["evaluation"]["outcomes"]:
            assert outcome["sentence"] in page
        for sentence in found[side]["evaluation"]["missing"]:
            assert sentence in page


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
class TestTheDocument:
    def test_each_side_is_its_evaluation(self, client: TestClient, two: Two) -> None:
        found = document(come_in(client, two.world.ada), left=two.home.key, right=two.creche.key, **DAYS)
        alone = client.get(f"/api/v1/initiatives/{two.home.key}/evaluation?as_of=2024-12-31").json()
        assert found["left"]["evaluation"] == alone
        assert (found["left"]["slug"], found["left"]["as_of"]) == (HOME, "2024-12-31")

    def test_countries_go_out_as_codes_with_their_words(self, client: TestClient, two: Two) -> None:
        found = document(come_in(client, two.world.ada), left=two.home.key, right=two.creche.key, **DAYS)
        country = found["context"]["differences"][0]
        assert country["subject"] == "country"
        assert country["left"] == {"value": "GB", "words": "United Kingdom"}
        assert country["right"] == {"value": "FR", "words": "France"}

    def test_it_says_which_indicators_may_be_set_beside_each_other(
        self, client: TestClient, two: Two
    ) -> None:
        found = document(come_in(client, two.world.ada), left=two.home.key, right=two.creche.key, **DAYS)
        ours, theirs = (
            [outcome["indicator_id"] for outcome in found[side]["evaluation"]["outcomes"]]
            for side in ("left", "right")
        )
        assert found["indicators"]["comparable"] == [
            {"name": "UCLA 3-item", "left": ours, "right": theirs[:1]}
        ]
        assert found["indicators"]["not_comparable"] == {"left": [], "right": theirs[1:]}

    def test_a_program_names_both(self, client: TestClient, two: Two) -> None:
        answer = come_in(client, two.world.ada).get("/api/v1/comparisons", params={"left": two.home.key})
        assert answer.status_code == 422
        assert [error["field"] for error in answer.json()["errors"]] == ["right"]
