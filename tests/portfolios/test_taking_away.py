"""The files of a portfolio: the same lines as the screen, the same masking, and no cell that runs."""

import csv
import json
from collections.abc import Iterator
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from tests.portfolios.portfolios import LONELINESS, summary
from tests.support.world import World, come_in

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DANGEROUS = '=HYPERLINK("http://example.org","Open")'


@pytest.fixture(autouse=True)
def small(database: Database, world: World) -> None:
    with database.writing() as session:
        session.merge(
            summary(world.initiative, outcome=LONELINESS | {"n": 9}, reach={"attendances": 7}, learned={})
        )


def test_a_table_has_the_lines_with_small_counts_masked(client: TestClient, world: World) -> None:
    told = come_in(client, world.dan).get(f"/portfolios/{world.funder.slug}/lines.csv")
    (line,) = csv.DictReader(StringIO(told.text.removeprefix("\ufeff")))
    assert (line["name"], line["attendances"]) == ("Good neighbours", "<10")
    assert (line["progress"], line["progress_missing"]) == ("", "masked")
    assert line["cash_GBP"] == "1200.50"


def test_json_has_the_same_lines_and_the_sums_without_the_small_count(
    client: TestClient, world: World
) -> None:
    told = json.loads(come_in(client, world.dan).get(f"/portfolios/{world.funder.slug}/lines.json").text)
    assert told["items"][0]["attendances"] is None
    assert told["overall"]["participation"]["people"] == {
        "attendances": 0,
        "counted": 0,
        "masked": 1,
        "unrecorded": 0,
    }


def test_a_spreadsheet_holds_numbers_as_numbers_and_small_counts_masked(
    client: TestClient, world: World
) -> None:
    answer = come_in(client, world.dan).get(f"/portfolios/{world.funder.slug}/lines.xlsx")
    assert answer.headers["content-disposition"].startswith('attachment; filename="')
    texts = set(cells(answer.content))
    assert {"Good neighbours", "<10", "masked", "1200.50"} <= texts
    assert "7" not in set(cells(answer.content, "sheet1"))


def test_a_name_that_looks_like_a_formula_runs_nowhere(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        session.merge(world.initiative).name = DANGEROUS
    come_in(client, world.dan)
    table = client.get(f"/portfolios/{world.funder.slug}/lines.csv").text
    assert "'=HYPERLINK" in table
    sheet = client.get(f"/portfolios/{world.funder.slug}/lines.xlsx").content
    with ZipFile(BytesIO(sheet)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_a_file_is_narrowed_as_the_screen_is(client: TestClient, world: World) -> None:
    come_in(client, world.dan)
    for query, lines in (("country=GB", 1), ("country=FR", 0), ("q=orchard", 0)):
        told = client.get(f"/portfolios/{world.funder.slug}/lines.json?{query}").json()
        assert len(told["items"]) == told["overall"]["initiatives"] == lines


def test_a_stranger_gets_no_file(client: TestClient, world: World) -> None:
    come_in(client, world.mallory)
    for ending in ("csv", "xlsx", "json"):
        assert client.get(f"/portfolios/{world.funder.slug}/lines.{ending}").status_code == 404


def cells(content: bytes, *sheets: str) -> Iterator[str]:
    """Every text and number of the sheets, of both if none is named."""
    with ZipFile(BytesIO(content)) as book:
        for name in sheets or ("sheet1", "sheet2"):
            sheet = book.read(f"xl/worksheets/{name}.xml")
            for found in ET.fromstring(sheet).iter():  # noqa: S314  # our own file
                if found.tag in {f"{MAIN}v", f"{MAIN}t"}:
                    yield found.text or ""
