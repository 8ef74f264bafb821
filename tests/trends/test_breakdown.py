"""Each part of a breakdown beside the whole: on one scale, unranked, with small numbers of people hidden."""

from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.indicators.models import Indicator
from app.measurement.records import Observation
from app.trends.breakdown import MOST_DRAWN, hidden_values
from tests.indicators.series import define, observe
from tests.support.world import World, come_in

FEBRUARY, MARCH = date(2024, 2, 1), date(2024, 3, 1)
AREAS = ("Woodhouse", "Burngreave")


@pytest.fixture
def indicator(database: Database, world: World) -> Indicator:
    with database.writing() as session:
        made = define(session, world.initiative, breakdown="area", baseline_value="6.4", baseline_on=FEBRUARY)
        for area, values in zip(AREAS, (("6.0", "5.4"), ("6.4", "5.8")), strict=True):
            for day, value in zip((FEBRUARY, MARCH), values, strict=True):
                observe(session, made, value, day, category=area, n=20)
    return made


def page_of(client: TestClient, world: World, indicator: Indicator) -> str:
    return come_in(client, world.cleo).get(f"/initiatives/good-neighbours/indicators/{indicator.key}").text


def part(page: str, place: int) -> ET.Element:
    """The picture of a part, from 1."""
    begin = page.index(f'aria-labelledby="part-{place}-t')
    begin = page.rindex("<svg", 0, begin)
    return ET.fromstring(page[begin : page.index("</svg>", begin) + len("</svg>")])  # noqa: S314  # our own


def test_parts_stand_in_the_order_in_which_they_were_entered_and_say_that_they_are_not_ranked(
    client: TestClient, world: World, indicator: Indicator
) -> None:
    page = page_of(client, world, indicator)
    assert "By area" in page
    assert page.index("<h3>Woodhouse</h3>") < page.index("<h3>Burngreave</h3>")
    assert "The parts are not ranked; their people differ." in page


def test_each_part_says_from_where_to_where_in_picture_and_words(
    client: TestClient, world: World, indicator: Indicator
) -> None:
    drawn = part(page_of(client, world, indicator), 1)
    assert [drawn[0].text, drawn[1].text] == ["Woodhouse", "From 6.0 to 5.4."]


def test_parts_share_one_scale(client: TestClient, world: World, indicator: Indicator) -> None:
    page = page_of(client, world, indicator)
    labels = [[text.text for text in part(page, place).iter("text")] for place in (1, 2)]
    assert labels[0] == labels[1]


def test_without_a_whole_none_is_invented(client: TestClient, world: World, indicator: Indicator) -> None:
    page = page_of(client, world, indicator)
    assert "Nobody recorded the whole, and parts are not added up to one." in page
    assert "The grey line is the whole." not in page


def test_the_whole_is_a_line_behind_each_part(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    alone = len(list(part(page_of(client, world, indicator), 1).iter("path")))
    with database.writing() as session:
        for day, value in ((FEBRUARY, "6.2"), (MARCH, "5.6")):
            observe(session, indicator, value, day, n=40)
    page = page_of(client, world, indicator)
    assert len(list(part(page, 1).iter("path"))) == alone + 1
    assert "The grey line is the whole." in page


def test_a_value_of_too_few_people_is_hatched_and_not_in_the_caption(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    with database.writing() as session:
        observe(session, indicator, "3.1", date(2024, 4, 1), category="Woodhouse", n=4)
    page = page_of(client, world, indicator)
    drawn = part(page, 1)
    assert drawn[1].text is not None
    assert drawn[1].text.startswith("From 6.0 to 5.4. 1 value hatched: fewer than 5 people")
    assert any(box.get("fill") == "url(#part-1-h)" for box in drawn.iter("rect"))


def test_more_parts_than_can_be_drawn_are_listed(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    with database.writing() as session:
        for place in range(MOST_DRAWN):
            observe(session, indicator, "5.0", category=f"Street {place}")
    page = page_of(client, world, indicator)
    assert page.count('class="multiple"') == MOST_DRAWN
    assert "2 more parts, without a picture" in page
    assert "<b>Street 11</b>: 5.0 on 1 February 2024." in page


def test_an_indicator_without_parts_has_no_section_for_them(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        made = define(session, world.initiative)
        observe(session, made, "6.0")
    assert 'id="parts"' not in page_of(client, world, made)


def value(entry: int, n: int | None, category: str | None) -> Observation:
    return Observation(entry, FEBRUARY, Decimal(5), n, None, category)


def test_where_the_whole_is_known_a_second_part_is_hidden_with_the_small_one() -> None:
    parts = [value(1, 3, "a"), value(2, 9, "b"), value(3, 30, "c")]
    assert hidden_values(parts, 5) == {1}
    assert hidden_values([*parts, value(4, 42, None)], 5) == {1, 2}


def test_a_part_without_a_number_of_people_is_shown() -> None:
    assert hidden_values([value(1, None, "a"), value(2, 0, "b")], 5) == frozenset()
