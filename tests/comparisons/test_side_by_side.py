"""The same facts of both, row by row: each opens its entries, and none is ranked, subtracted or converted."""

import re
from datetime import date
from html import unescape

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.evaluations.records import log_of
from tests.comparisons.conftest import Two
from tests.comparisons.pages import CRECHE, HOME, address, seen
from tests.evaluations.entries import observation
from tests.support.statements import statements_for
from tests.support.world import come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
DAYS = {"left_as_of": "2024-12-31", "right_as_of": "2024-12-31"}
HALVES = {"left_as_of": "2024-06-30", "right_starts_on": "2024-07-01", "right_as_of": "2024-12-31"}
NUMBERS = re.compile(r'<a class="number" href="([^"]+)"')
FORBIDDEN = re.compile(
    r"winner|better than|worse than|outperform|score|best|caused by|because of|impact of|due to",
    re.IGNORECASE,
)


def test_both_stand_with_the_arithmetic_of_their_own_page(client: TestClient, two: Two) -> None:
    page = seen(come_in(client, two.world.ada), left=HOME, right=CRECHE, **DAYS)
    assert "Planning: together. Citizens 46 of 120 h (38%). 3 of 7 decisions shared." in page
    assert "Cell 5 of 9: Citizens and professionals plan and deliver together" in page
    assert "No cell yet. Too few activities: 0 of 3 needed." in page


@SQLITE
def test_every_number_opens_the_entries_behind_it(client: TestClient, two: Two) -> None:
    come_in(client, two.world.ada)
    page = client.get(address(left=HOME, right=CRECHE, **DAYS)).text
    addresses = {unescape(found) for found in NUMBERS.findall(page)}
    assert len(addresses) >= 15
    answers = {path: client.get(path.partition("#")[0]).status_code for path in addresses}
    assert {path: code for path, code in answers.items() if code != 200} == {}


@SQLITE
def test_indicators_of_one_instrument_stand_in_one_row_and_others_apart(client: TestClient, two: Two) -> None:
    come_in(client, two.world.ada)
    rows = rows_of(client.get(address(left=HOME, right=CRECHE, **DAYS)).text)
    assert "Loneliness: 6.2" in rows["UCLA 3-item"][0]
    assert "Solitude: 5.1" in rows["UCLA 3-item"][1]
    assert rows["Not comparable"][0] == "–"
    assert "Belonging: 7.0" in rows["Not comparable"][1]


@SQLITE
def test_money_stays_in_its_currency_and_is_never_added(client: TestClient, two: Two) -> None:
    come_in(client, two.world.ada)
    rows = rows_of(client.get(address(left=HOME, right=CRECHE, **DAYS)).text)
    pounds, euros = rows["Pounds sterling: what was spent"], rows["Euros: what was spent"]
    assert "£1,200" in pounds[0]
    assert pounds[1] == "Nothing is logged in this currency. That is not zero."
    assert "€900" in euros[1]
    assert "2,100" not in " ".join([*pounds, *euros])


@SQLITE
@pytest.mark.parametrize("asked", [{"right": CRECHE, **DAYS}, {"right": HOME, **HALVES}])
def test_nothing_is_ranked_and_nothing_is_called_a_cause(
    client: TestClient, two: Two, asked: dict[str, str]
) -> None:
    page = seen(come_in(client, two.world.ada), left=HOME, **asked)
    assert not FORBIDDEN.search(page)
    assert "Tandem does not rank" in page


@SQLITE
def test_changing_sides_changes_nothing_but_the_sides(client: TestClient, two: Two) -> None:
    come_in(client, two.world.ada)
    one = rows_of(client.get(address(left=HOME, right=CRECHE, **DAYS)).text)
    other = rows_of(client.get(address(left=CRECHE, right=HOME, **DAYS)).text)
    for heading in ("Cell", "Hours by side", "Currency", "Warnings", "You said, we did"):
        assert one[heading] == tuple(reversed(other[heading]))


@SQLITE
class TestTwoPeriods:
    def test_they_are_told_in_order_of_time(self, client: TestClient, database: Database, two: Two) -> None:
        measure_again(database, two)
        page = seen(come_in(client, two.world.ada), left=HOME, right=HOME, **HALVES)
        assert "This shows order in time, not cause." in page
        assert "Loneliness 6.2 on 1 Mar 2024 , then 5.9 on 1 Sept 2024" in page

    def test_the_order_is_that_of_time_whichever_was_chosen_first(
        self, client: TestClient, database: Database, two: Two
    ) -> None:
        measure_again(database, two)
        turned = {"right_as_of": "2024-06-30", "left_starts_on": "2024-07-01", "left_as_of": "2024-12-31"}
        page = seen(come_in(client, two.world.ada), left=HOME, right=HOME, **turned)
        assert "Loneliness 6.2 on 1 Mar 2024 , then 5.9 on 1 Sept 2024" in page

    def test_periods_that_share_days_have_no_order(self, client: TestClient, two: Two) -> None:
        shared = {"left_as_of": "2024-06-30", "right_starts_on": "2024-06-29", "right_as_of": "2024-12-31"}
        page = seen(come_in(client, two.world.ada), left=HOME, right=HOME, **shared)
        assert "The periods share 2 days: what happened then stands on both sides." in page
        assert "so neither comes after the other" in page

    def test_each_counts_only_what_happened_in_it(self, client: TestClient, two: Two) -> None:
        come_in(client, two.world.ada)
        rows = rows_of(client.get(address(left=HOME, right=HOME, **HALVES)).text)
        assert "Citizens gave 46 of 120 hours logged." in rows["Hours by side"][0]
        assert "Citizens gave 310 of 400 hours logged." in rows["Hours by side"][1]


@SQLITE
def test_two_initiatives_have_no_order_in_time(client: TestClient, two: Two) -> None:
    page = seen(come_in(client, two.world.ada), left=HOME, right=CRECHE, **DAYS)
    assert "In order of time" not in page
    assert ", then" not in page


@SQLITE
def test_the_number_of_statements_does_not_grow_with_the_logs(
    client: TestClient, database: Database, two: Two
) -> None:
    come_in(client, two.world.ada)
    path = address(left=HOME, right=CRECHE, **DAYS)
    few = statements_for(database, lambda: client.get(path))
    measure_again(database, two)
    many = statements_for(database, lambda: client.get(path))
    assert len(many) == len(few) <= MOST_STATEMENTS


MOST_STATEMENTS = 60
"""Twice those of one evaluation, and a few to know who asks and what may be chosen."""


def measure_again(database: Database, two: Two) -> None:
    with database.writing() as session:
        known = log_of(session, two.home.key).indicators[0]
        session.add(observation(known, date(2024, 9, 1), "5.9", n=41))


def rows_of(page: str) -> dict[str, tuple[str, str]]:
    """Heading of a row → what stands on either side, as text."""
    found = {}
    for row in re.findall(r"<tr role=\"row\">(.*?)</tr>", page, re.DOTALL):
        heading, *cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        if len(cells) == 2:
            found[_plain(heading)] = (_plain(cells[0]), _plain(cells[1]))
    return found


def _plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
