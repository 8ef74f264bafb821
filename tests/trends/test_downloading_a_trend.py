"""A trend as a file to keep: its picture as SVG and PNG, its values as CSV."""

import csv
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from PIL import Image

from app.database.engine import Database
from app.indicators.models import Indicator
from app.initiatives.schemas import AimCreate
from app.initiatives.service import declare_aim
from app.trends.standalone import fit_for_xml
from app.vocabulary import Aggregation, Aim
from tests.indicators.series import BASELINE, TARGET, define, each_month, observe
from tests.support.world import World, come_in

SVG = "{http://www.w3.org/2000/svg}"
Download = Callable[..., Response]


@pytest.fixture
def indicator(database: Database, world: World) -> Indicator:
    with database.writing() as session:
        made = define(
            session,
            world.initiative,
            name="Été & <b>solitude</b>",
            breakdown="area",
            source="Panel 2024",
            illustrative=True,
            **BASELINE,
            **TARGET,
        )
        each_month(session, made, ["6.2", "6.0", "6.3", "6.1", "6.2", "5.9", "6.1", "4.1"])
    return made


@pytest.fixture
def download(client: TestClient, world: World) -> Download:
    come_in(client, world.cleo)

    def ask(indicator: Indicator, ending: str, **parameters: str) -> Response:
        address = f"/initiatives/good-neighbours/indicators/{indicator.key}/trend.{ending}"
        return client.get(address, params=parameters)

    return ask


def words_of(response: Response) -> str:
    drawn = ET.fromstring(response.content)  # noqa: S314  # our own
    return " ".join(text.text or "" for text in drawn.iter(f"{SVG}text"))


def rows_of(response: Response) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"))))


def test_the_svg_says_what_it_shows_of_whom_and_when(download: Download, indicator: Indicator) -> None:
    words = words_of(download(indicator, "svg", as_of="2024-12-31"))
    for part in (
        "Good neighbours, on 31 December 2024",
        "points · In each period",
        "This shows order in time, not cause.",
        "below the lower limit",
        "Target 5.4",
        "Source: Panel 2024",
        "Illustrative:",
    ):
        assert part in words


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert fit_for_xml("a\x0bb\ufffec\n") == "abc\n"


def test_markup_in_a_name_stays_text(download: Download, indicator: Indicator) -> None:
    assert "Été & <b>solitude</b>" in words_of(download(indicator, "svg"))


def test_the_svg_says_what_the_numbers_on_its_axis_stand_for(
    download: Download, database: Database, world: World, indicator: Indicator
) -> None:
    with database.writing() as session:
        for place, aim in enumerate((Aim.COST, Aim.QUALITY) * 4):
            day = date(2024, 2, 2 + place)
            declare_aim(session, world.initiative, AimCreate(aim=aim, declared_on=day))
    words = words_of(download(indicator, "svg"))
    assert "1. Aim changed: " in words
    assert ", 2 February 2024 2. Aim changed: " in words


def test_a_svg_that_is_opened_runs_nothing(download: Download, indicator: Indicator) -> None:
    assert "sandbox" in download(indicator, "svg").headers["Content-Security-Policy"]


def test_the_svg_needs_nothing_from_elsewhere(download: Download, indicator: Indicator) -> None:
    text = download(indicator, "svg").text
    assert text.count("http") == 1  # the name of its language
    assert "url(http" not in text
    assert "href" not in text


def test_the_png_is_twice_as_wide_as_the_picture_is_drawn(download: Download, indicator: Indicator) -> None:
    svg = ET.fromstring(download(indicator, "svg").content)  # noqa: S314  # our own
    picture = Image.open(BytesIO(download(indicator, "png").content))
    assert picture.format == "PNG"
    assert picture.width == 2 * int(svg.get("width", "0"))


def test_a_picture_without_a_value_says_so_in_words(
    download: Download, database: Database, world: World
) -> None:
    with database.writing() as session:
        empty = define(session, world.initiative, name="Calls")
    assert "No data yet; that is not zero." in words_of(download(empty, "svg"))
    assert download(empty, "png").status_code == 200


def test_a_file_is_named_after_what_it_shows(download: Download, indicator: Indicator) -> None:
    named = download(indicator, "csv", as_of="2024-12-31").headers["Content-Disposition"]
    assert named.startswith('attachment; filename="Good neighbours, _t_ & <b>solitude<-b>, 2024-12-31.csv"')
    assert "%C3%89t%C3%A9" in named


def test_the_csv_has_a_row_a_value_with_what_it_means(download: Download, indicator: Indicator) -> None:
    rows = rows_of(download(indicator, "csv"))
    assert len(rows) == 8
    newest = rows[0]
    assert (newest["observed_on"], newest["value"], newest["unit"]) == ("2024-09-01", "4.1", "points")
    assert (newest["aggregation"], newest["direction"]) == (Aggregation.PER_PERIOD, "down")
    assert (newest["signal"], newest["signal_side"]) == ("outside_limits", "low")
    assert (newest["baseline_value"], newest["target_value"]) == ("6.4", "5.4")
    assert (newest["trial_limits"], newest["illustrative"], newest["source"]) == ("yes", "yes", "Panel 2024")
    assert float(newest["lower_limit"]) < float(newest["mean"]) < float(newest["upper_limit"])


def test_as_of_a_past_day_leaves_out_what_came_later(download: Download, indicator: Indicator) -> None:
    rows = rows_of(download(indicator, "csv", as_of="2024-03-01"))
    assert [row["observed_on"] for row in rows] == ["2024-03-01", "2024-02-01"]


def test_a_note_that_begins_like_a_formula_is_a_text(
    download: Download, database: Database, indicator: Indicator
) -> None:
    with database.writing() as session:
        observe(session, indicator, "6.0", date(2024, 12, 1), note="=HYPERLINK(1)")
    assert rows_of(download(indicator, "csv"))[0]["note"] == "'=HYPERLINK(1)"


def test_few_people_leave_by_no_file(download: Download, database: Database, indicator: Indicator) -> None:
    """Nine are few outside, and the value of a part with so few behind it stays as well."""
    with database.writing() as session:
        observe(session, indicator, "6.0", date(2024, 12, 1), n=9)
        observe(session, indicator, "3.1", date(2024, 12, 1), n=9, category="Woodhouse")
    part, whole = rows_of(download(indicator, "csv"))[:2]
    assert (whole["value"], whole["n"], whole["n_below"], whole["withheld"]) == ("6", "", "10", "no")
    assert (part["value"], part["n"], part["n_below"], part["withheld"]) == ("", "", "10", "yes")


def test_totals_have_no_limits_in_the_csv(download: Download, database: Database, world: World) -> None:
    with database.writing() as session:
        total = define(
            session, world.initiative, name="People", aggregation=Aggregation.CUMULATIVE, maximum=None
        )
        each_month(session, total, [str(number) for number in (4, 9, 12, 19, 22, 30, 31, 40)])
    assert {row["mean"] for row in rows_of(download(total, "csv"))} == {""}
    assert "Each value counts everything so far" in words_of(download(total, "svg"))


def test_a_screened_limit_is_drawn_unscreened_when_asked(download: Download, indicator: Indicator) -> None:
    screened, unscreened = (
        rows_of(download(indicator, "csv", screen=screen))[0]["lower_limit"] for screen in ("", "no")
    )
    assert float(unscreened) <= float(screened)


@pytest.mark.parametrize("ending", ["svg", "png", "csv"])
def test_for_somebody_elsewhere_there_is_no_file(
    client: TestClient, world: World, indicator: Indicator, ending: str
) -> None:
    come_in(client, world.mallory)
    address = f"/initiatives/good-neighbours/indicators/{indicator.key}/trend.{ending}"
    assert client.get(address).status_code == 404
