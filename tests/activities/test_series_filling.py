"""Filling the sheet before it is sent: dates, rows pasted as text, and more rows; nothing is stored by it."""

import re
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from markupsafe import escape

from app.clock import today
from tests.activities.test_series import on, page, sent, value
from tests.support.world import World, come_in

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def dated(text: str) -> list[str]:
    """The dates in the sheet, in order."""
    return [day for day in re.findall(r'name="happened_on-\d+" value="([^"]*)"', text) if day]


@pytest.mark.parametrize(
    ("every", "starts_on", "ends_on", "found"),
    [
        ("day", "2025-02-27", "2025-03-01", ["2025-02-27", "2025-02-28", "2025-03-01"]),
        ("week", "2025-03-01", "2025-03-20", ["2025-03-01", "2025-03-08", "2025-03-15"]),
        ("fortnight", "2025-03-01", "2025-03-29", ["2025-03-01", "2025-03-15", "2025-03-29"]),
        ("month", "2024-12-31", "2025-03-31", ["2024-12-31", "2025-01-31", "2025-02-28", "2025-03-31"]),
    ],
)
def test_the_address_fills_dates(
    client: TestClient, world: World, every: str, starts_on: str, ends_on: str, found: list[str]
) -> None:
    query = f"?every={every}&starts_on={starts_on}&ends_on={ends_on}"
    assert dated(come_in(client, world.ada).get(page(world, query)).text) == found


def test_more_dates_than_the_first_rows_get_rows_of_their_own(client: TestClient, world: World) -> None:
    query = "?every=week&starts_on=2025-01-01&ends_on=2025-03-31"
    assert len(dated(come_in(client, world.ada).get(page(world, query)).text)) == 13


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("?every=week&starts_on=2025-03-01&ends_on=2025-02-01", "ends_on"),
        ("?every=day&starts_on=2024-01-01&ends_on=2025-02-01", "ends_on"),
        (f"?every=day&starts_on=2025-01-01&ends_on={today() + timedelta(days=1)}", "ends_on"),
        ("?every=week&starts_on=&ends_on=2025-02-01", "starts_on"),
        ("?every=year&starts_on=2025-01-01&ends_on=2025-02-01", "every"),
    ],
)
def test_dates_that_cannot_be_filled_are_said_beside_the_field(
    client: TestClient, world: World, query: str, field: str
) -> None:
    answer = come_in(client, world.ada).get(page(world, query))
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text


def test_dates_filled_later_keep_what_is_typed(client: TestClient, world: World) -> None:
    typed = sent(world, on("2025-01-31", note="Typed"), on("", citizens="7"))
    wanted = {"_act": "dates", "every": "week", "starts_on": "2025-03-01", "ends_on": "2025-03-08"}
    text = come_in(client, world.ada).post(page(world), data=typed | wanted).text
    assert dated(text) == ["2025-01-31", "2025-03-01", "2025-03-08"]
    assert (value(text, "note-1"), value(text, "citizens-2"), value(text, "title")) == (
        "Typed",
        "7",
        "Workshop",
    )


def pasted(client: TestClient, world: World, text: str) -> tuple[int, str]:
    typed = sent(world, on("2025-01-31")) | {"_act": "paste", "pasted": text}
    answer = come_in(client, world.ada).post(page(world), data=typed)
    return answer.status_code, answer.text


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-01\tVisit\t12\t2\t24,5\r\n\r\n2025-03-08\t\t9\r\n",
        "2025-03-01;Visit;12;2;24,5\n;;\n2025-03-08;;9;;;;;;;\n",
        "Date\tTitle\tCitizens\n01/03/2025\tVisit\t12\t2\t24,5\n08/03/2025\t\t9",
    ],
)
def test_pasted_rows_are_put_below_what_is_typed(client: TestClient, world: World, text: str) -> None:
    status, shown = pasted(client, world, text)
    assert status == 200
    assert dated(shown) == ["2025-01-31", "2025-03-01", "2025-03-08"]
    assert (value(shown, "title-2"), value(shown, "citizen_hours-2"), value(shown, "citizens-3")) == (
        "Visit",
        "24,5",
        "9",
    )


def test_a_cell_in_quotes_may_hold_what_divides_cells(client: TestClient, world: World) -> None:
    _status, shown = pasted(client, world, '2025-03-01\t"Rain; wind\tand ""hail"""')
    assert value(shown, "title-2") == "Rain; wind\tand &#34;hail&#34;"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025-03-01\t1\t2\t3\t4\t5\t6\t7\t8", "has 9 cells, and there are 8 columns"),
        ("2025-03-01\n" * 200, "There is room for 199 rows more, and these are 200."),
        (" \r\n ", "Paste some rows first."),
        ('"' + "a" * 200_000, "One cell is too long."),
    ],
)
def test_what_does_not_fit_is_said_and_stays_as_pasted(
    client: TestClient, world: World, text: str, said: str
) -> None:
    status, shown = pasted(client, world, text)
    assert status == 422
    assert said in shown
    assert dated(shown) == ["2025-01-31"]
    assert escape(text.strip()[:8]) in shown


def test_a_column_with_one_month_first_leaves_the_order_of_the_others_open(
    client: TestClient, world: World
) -> None:
    _status, shown = pasted(client, world, "03/25/2025\n05/03/2025")
    assert dated(shown) == ["2025-01-31", "2025-03-25", "05/03/2025"]


def test_more_rows_keep_what_is_typed_up_to_200(client: TestClient, world: World) -> None:
    rows = [on("2025-03-01", note=str(number)) for number in range(195)]
    typed = sent(world, *rows) | {"_act": "more"}
    text = come_in(client, world.ada).post(page(world), data=typed).text
    assert len(re.findall(r'name="note-\d+"', text)) == 200
    assert value(text, "note-195") == "194"
