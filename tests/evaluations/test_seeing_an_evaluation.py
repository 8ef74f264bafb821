"""The evaluation page: its arithmetic, its refusals, and that every number can be opened."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from tests.support.world import World, come_in

PAGE = "/initiatives/good-neighbours/evaluation"
NUMBERS = re.compile(r'<a class="number" href="([^"]+)"')
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def seen(client: TestClient, path: str = PAGE) -> str:
    """The text of a page, without its tags."""
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


class TestTheWorkedExample:
    def test_planning_shows_its_hours_and_decisions(self, client: TestClient, logged: World) -> None:
        page = seen(come_in(client, logged.cleo))
        assert "Planning: together Citizens 46 of 120 h (38%). 3 of 7 decisions shared." in page

    def test_delivery_shows_its_hours_and_who_led(self, client: TestClient, logged: World) -> None:
        page = seen(come_in(client, logged.cleo))
        assert "Citizens 310 of 400 h (78%). Citizens led or co-led 9 of 11 activities." in page

    def test_it_is_cell_five_present_and_stable_but_not_full(self, client: TestClient, logged: World) -> None:
        page = seen(come_in(client, logged.cleo))
        assert "5 · you are here" in page
        assert "Present, not in balance" in page
        assert "The same cell with cut-offs of 5%, 10% and 20%." in page
        assert "Full co-production" not in page


@SQLITE
def test_every_number_opens_the_entries_behind_it(client: TestClient, logged: World) -> None:
    come_in(client, logged.cleo)
    addresses = {unescape(address) for address in NUMBERS.findall(client.get(PAGE).text)}
    assert len(addresses) >= 10
    answers = {address: client.get(address.partition("#")[0]).status_code for address in addresses}
    assert {address: code for address, code in answers.items() if code != 200} == {}


@SQLITE
def test_a_claim_that_the_log_does_not_bear_out_is_named(client: TestClient, logged: World) -> None:
    page = seen(come_in(client, logged.cleo))
    assert "The log bears out 0 of 1 claim." in page
    assert "Delivery: claimed, and the log does not bear it out" in page


@SQLITE
def test_order_in_time_is_never_called_a_cause(client: TestClient, logged: World) -> None:
    page = seen(come_in(client, logged.cleo))
    assert "This shows order in time, not cause." in page
    assert not re.search(r"caused by|because of|impact of|due to", page)


@SQLITE
def test_too_few_points_are_refused_with_how_many_are_needed(client: TestClient, logged: World) -> None:
    page = seen(come_in(client, logged.cleo))
    assert "Loneliness: no trend. Too few points to show a trend: 2 of 5 needed." in page


@SQLITE
def test_few_people_behind_a_value_stay_uncounted(client: TestClient, logged: World) -> None:
    page = seen(come_in(client, logged.cleo))
    assert "n = fewer than 5" in page
    assert "n = 3" not in page


@SQLITE
def test_an_indicator_of_another_service_without_data_is_not_zero(client: TestClient, logged: World) -> None:
    logged_page = seen(come_in(client, logged.cleo))
    assert "No data yet. That is not zero." in logged_page


@SQLITE
def test_benefits_that_do_not_cover_the_costs_are_said_so(client: TestClient, logged: World) -> None:
    page = seen(come_in(client, logged.cleo))
    assert "That it paid for itself. Costs not recovered in 8 months, counting confirmed benefits." in page


@SQLITE
def test_an_earlier_day_knows_nothing_of_what_came_later(client: TestClient, logged: World) -> None:
    page = seen(come_in(client, logged.cleo), f"{PAGE}?as_of=2024-06-30")
    assert "Citizens 46 of 120 h (38%)" in page
    assert "310 of 400" not in page
    assert "Nobody has claimed yet who led." in page


@SQLITE
def test_another_indicator_can_stand_in_the_picture(client: TestClient, logged: World) -> None:
    page = come_in(client, logged.cleo).get(f"{PAGE}?indicator=999&as_of=").text
    assert "Loneliness" in page


@SQLITE
def test_an_empty_log_says_what_is_missing(client: TestClient, world: World) -> None:
    page = seen(come_in(client, world.ada))
    assert "Nobody has claimed yet who led." in page
    assert "No cost is logged yet. That is not zero." in page
    assert "Too few activities: 0 of 3 needed." in page


@SQLITE
def test_a_day_that_cannot_be_is_refused(client: TestClient, world: World) -> None:
    assert come_in(client, world.ada).get(f"{PAGE}?as_of=0001-01-01").status_code == 422


@SQLITE
@pytest.mark.parametrize("who", ["mallory", "dan"])
def test_outsiders_and_funders_find_nothing(client: TestClient, logged: World, who: str) -> None:
    come_in(client, getattr(logged, who))
    assert [client.get(path).status_code for path in (PAGE, "/initiatives/good-neighbours")] == [404, 404]
