"""Choosing what to compare: all of it in the address, and only what the reader reads."""

from html import unescape

import pytest
from fastapi.testclient import TestClient

from app.comparisons import queries
from tests.comparisons.conftest import Two
from tests.comparisons.pages import CRECHE, HOME, address, text_of
from tests.support.world import come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
pytestmark = SQLITE
API = "/api/v1/comparisons"


def test_without_anything_chosen_the_form_lists_what_one_reads(client: TestClient, two: Two) -> None:
    page = client_page(client, two, "/compare")
    assert '<option value="good-neighbours">' in page
    assert '<option value="petits-paves">' in page
    assert "Orchards for all" not in page


def test_from_an_evaluation_one_of_the_two_is_chosen_already(client: TestClient, two: Two) -> None:
    page = client_page(client, two, address(left=HOME, left_as_of="2024-06-30"))
    assert '<option value="good-neighbours" selected>' in page
    assert 'value="2024-06-30"' in page
    assert "to put right" not in page


def test_the_evaluation_and_the_list_lead_to_it(client: TestClient, two: Two) -> None:
    come_in(client, two.world.ada)
    assert 'href="/compare"' in client.get("/initiatives").text
    assert "/compare?left=good-neighbours" in client.get("/initiatives/good-neighbours/evaluation").text


def test_an_empty_choice_is_named_by_its_field(client: TestClient, two: Two) -> None:
    answer = come_in(client, two.world.ada).get(address(left=HOME, right=""))
    assert answer.status_code == 422
    assert "The other: Choose one." in text_of(answer.text)
    assert '<option value="good-neighbours" selected>' in answer.text


@pytest.mark.parametrize("field", ["left_starts_on", "left_as_of", "right_starts_on", "right_as_of"])
@pytest.mark.parametrize("typed", ["2024-13-45", "someday", "0001-01-01"])
def test_a_day_that_cannot_be_is_refused_by_its_field(
    client: TestClient, two: Two, field: str, typed: str
) -> None:
    come_in(client, two.world.ada)
    answer = client.get(address(left=HOME, right=CRECHE, **{field: typed}))
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert f'value="{typed}"' in answer.text
    by_id: dict[str, str | int] = {"left": two.home.key, "right": two.creche.key, field: typed}
    assert [e["field"] for e in client.get(API, params=by_id).json()["errors"]] == [field]


def test_a_period_that_ends_before_it_begins_is_refused(client: TestClient, two: Two) -> None:
    come_in(client, two.world.ada)
    days = {"right_starts_on": "2024-06-01", "right_as_of": "2024-05-31"}
    answer = client.get(address(left=HOME, right=CRECHE, **days))
    assert answer.status_code == 422
    assert 'id="right_starts_on-error"' in answer.text
    refused = client.get(API, params={"left": two.home.key, "right": two.creche.key, **days})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "right_starts_on"


def test_one_period_of_one_initiative_is_not_set_beside_itself(client: TestClient, two: Two) -> None:
    come_in(client, two.world.ada)
    answer = client.get(address(left=HOME, right=HOME))
    assert answer.status_code == 422
    message = "Choose another initiative, or another period of the same one."
    assert message in text_of(answer.text)
    refused = client.get(API, params={"left": two.home.key, "right": two.home.key})
    assert refused.json()["errors"] == [{"field": "right", "message": message}]


@pytest.mark.parametrize("other", ["orchards-for-all", "nowhere-at-all"])
def test_what_one_may_not_read_looks_like_what_is_absent(client: TestClient, two: Two, other: str) -> None:
    come_in(client, two.world.ada)
    hidden = [client.get(address(left=HOME, right=other)), client.get(address(left=other, right=HOME))]
    assert [answer.status_code for answer in hidden] == [404, 404]


def test_programs_find_no_more_than_people(client: TestClient, two: Two) -> None:
    come_in(client, two.world.ada)
    pairs = [(two.home.key, two.world.other_initiative.key), (two.home.key, 999_999)]
    answers = [client.get(API, params={"left": left, "right": right}) for left, right in pairs]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize("who", ["dan", "mallory"])
def test_funders_and_outsiders_find_nothing_to_compare(client: TestClient, two: Two, who: str) -> None:
    come_in(client, getattr(two.world, who))
    assert client.get(address(left=HOME, right=CRECHE)).status_code == 404
    assert "good-neighbours" not in client.get("/compare").text


def test_nobody_signed_in_is_asked_to_sign_in_and_comes_back(client: TestClient, two: Two) -> None:
    answer = client.get(address(left=HOME, right=CRECHE))
    assert answer.status_code == 303
    assert "compare" in answer.headers["location"]
    assert client.get(API, params={"left": 1, "right": 2}).status_code == 401


def test_a_long_list_is_narrowed_by_name_and_keeps_what_was_chosen(
    client: TestClient, two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "MOST_LISTED", 1)
    page = client_page(client, two, address(left=HOME, q="pavés"))
    assert '<option value="good-neighbours" selected>' in page
    assert '<option value="petits-paves">' in page
    assert "Narrow the lists" in page


def test_the_form_of_a_comparison_is_filled_in_with_it(client: TestClient, two: Two) -> None:
    asked = {"left": HOME, "right": HOME, "left_as_of": "2024-06-30", "right_starts_on": "2024-07-01"}
    page = client_page(client, two, address(**asked))
    assert page.count('<option value="good-neighbours" selected>') == 2
    assert 'value="2024-07-01"' in page


def client_page(client: TestClient, two: Two, path: str) -> str:
    answer = come_in(client, two.world.ada).get(path)
    assert answer.status_code == 200
    return unescape(answer.text)
