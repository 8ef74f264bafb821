"""What the templates make of the geometry: sound XML, named, escaped, without inline style."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from app.charts.bars import Amount, bars
from app.charts.beside import BesidePoint, BesideWords, beside
from app.charts.beside_rows import beside_rows
from app.charts.control import ControlSize, LedBand, control
from app.charts.hero import hero
from app.charts.lanes import StripPhase, span_of
from app.charts.scale5 import scale5
from app.charts.sparkline import sparkline
from app.charts.story import Absent
from app.charts.strip import StripWords, strip
from app.charts.strip_axis import strip_axis
from app.charts.tally import tally
from app.vocabulary import Lead
from tests.charts.stories import ALLEYS, REFERENCES, YEARLY, series

Draw = Callable[..., ET.Element]
UNTIL = date(2019, 1, 1)
BESIDE_WORDS = BesideWords("target", "Phases shared", str, str)


def assert_sound(svg: ET.Element) -> None:
    ids = [element.get("id") for element in svg.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert not any(element.get("style") for element in svg.iter())


def assert_named(svg: ET.Element, title: str, desc: str) -> None:
    named = {element.get("id"): element.text for element in svg.iter() if element.get("id")}
    assert svg.get("role") == "img"
    assert [named[name] for name in (svg.get("aria-labelledby") or "").split()] == [title, desc]


@pytest.mark.parametrize("claimed", [*Lead, None])
def test_a_strip_is_sound_and_named(
    draw: Draw, phases: list[StripPhase], words: StripWords, claimed: Lead | None
) -> None:
    geometry = strip(
        [replace(phases[0], claimed=claimed), *phases[1:]], span_of(phases, UNTIL), words, today=UNTIL
    )
    svg = draw("strip.html", "strip", geometry, "s1", geometry.title, "What it shows")
    assert_sound(svg)
    assert_named(svg, geometry.title, "What it shows")


def test_names_are_escaped(draw: Draw, phases: list[StripPhase], words: StripWords) -> None:
    geometry = strip([replace(phases[0], name="<b>Plan</b>")], span_of(phases, UNTIL), words)
    svg = draw("strip.html", "strip", geometry, "s1", geometry.title)
    assert svg.find(".//b") is None
    assert "<b>Plan</b>" in [element.text for element in svg.iter("text")]


def test_a_strip_without_title_is_hidden_from_screen_readers(
    draw: Draw, phases: list[StripPhase], words: StripWords
) -> None:
    svg = draw("strip.html", "strip", strip(phases, span_of(phases, UNTIL), words), "s1", "")
    assert svg.get("aria-hidden") == "true"
    assert svg.get("role") is None


@pytest.mark.parametrize("above", [True, False])
def test_an_axis_is_decoration(draw: Draw, phases: list[StripPhase], above: bool) -> None:
    svg = draw("strip.html", "strip_axis", strip_axis(span_of(phases, UNTIL), str, above=above))
    assert_sound(svg)
    assert svg.get("aria-hidden") == "true"


@pytest.mark.parametrize("lead", [*Lead, None])
def test_a_badge_is_a_hidden_shape_and_its_word(draw: Draw, lead: Lead | None) -> None:
    badge = draw("glyph.html", "badge", lead, "The word")
    assert [child.get("aria-hidden") for child in badge] == ["true"]
    assert "".join(badge.itertext()) == "The word"


def test_the_key_says_every_shape_and_the_sentence(draw: Draw, words: StripWords) -> None:
    key = draw("glyph.html", "key", words, "k1", "Touching lanes agree.", nobody=True)
    assert_sound(key)
    assert ["".join(item.itertext()) for item in key] == [
        "Citizens",
        "Together",
        "Professionals",
        "Nobody",
        "Not enough evidence",
        "Touching lanes agree.",
    ]


@pytest.mark.parametrize("narrow", [False, True])
def test_the_hero_is_sound_and_named(draw: Draw, narrow: bool) -> None:
    svg = draw("hero.html", "hero", hero(ALLEYS, narrow=narrow), "h1", "Title & more", "What <it> shows")
    assert_sound(svg)
    assert_named(svg, "Title & more", "What <it> shows")
    assert svg.get("class") == ("narrow" if narrow else "wide")


def test_the_hero_escapes_names(draw: Draw) -> None:
    svg = draw("hero.html", "hero", hero(ALLEYS), "h1", "Title")
    assert svg.find(".//b") is None
    assert "Delivery <b>again</b>" in [element.text for element in svg.iter("text")]


def test_the_hero_draws_its_reasons(draw: Draw) -> None:
    absent = Absent("Money", "No costs recorded yet.")
    story = replace(ALLEYS, phases=absent, hours=absent, indicator=absent, money=absent, events=())
    svg = draw("hero.html", "hero", hero(story), "h1", "Title")
    assert_sound(svg)
    assert [element.text for element in svg.iter("text")].count("No costs recorded yet.") == 4


def test_colours_are_written_twice(draw: Draw) -> None:
    svg = draw("hero.html", "hero", hero(ALLEYS), "h1", "Title")
    drawn = [element for element in svg.iter() if element.tag in {"rect", "circle", "text", "line", "path"}]
    assert all(element.get("class") or element.get("fill", "").startswith("url") for element in drawn[1:])
    assert all(element.get("fill") or element.get("stroke") for element in drawn[2:])


@pytest.mark.parametrize("size", ControlSize)
def test_a_trend_is_sound_and_named(draw: Draw, size: ControlSize) -> None:
    masked = [*YEARLY[:4], replace(YEARLY[4], masked=True), *YEARLY[5:]]
    band = LedBand(date(2009, 1, 1), date(2016, 1, 1), Lead.TOGETHER, "Led <b>together</b>")
    geometry = control(series(masked, REFERENCES), str, size=size, bands=[band])
    svg = draw("control.html", "control", geometry, "c1", "Title", "What it shows")
    assert_sound(svg)
    assert_named(svg, "Title", "What it shows")


SMALL = {
    "sparkline": sparkline([1, None, 2, 3], 1.5),
    "bars": bars([Amount("Set-up <b>", 100, "£100")]),
    "tally": tally({Lead.CITIZENS: 2, Lead.NOBODY: 1, None: 1}),
    "scale5": scale5(4, 2.5),
    "beside": beside([BesidePoint("Green <b>alleys</b>", 3, 66)], BESIDE_WORDS),
}


@pytest.mark.parametrize("name", SMALL)
def test_small_pictures_are_sound_named_and_escaped(draw: Draw, name: str) -> None:
    svg = draw(f"{name}.html", name, SMALL[name], "s1", "Title <b>", "What it shows")
    assert_sound(svg)
    assert_named(svg, "Title <b>", "What it shows")
    assert svg.find(".//b") is None


def test_the_rows_of_the_phone_are_drawn_by_the_same_macro(draw: Draw) -> None:
    geometry = beside_rows([BesidePoint("Green alleys", 3, 66)], BESIDE_WORDS)
    svg = draw("beside.html", "beside", geometry, "s1", "Title", "What it shows")
    assert_named(svg, "Title", "What it shows")
    assert svg.get("class") == "narrow"


def test_one_bar_fits_a_table_cell(draw: Draw) -> None:
    svg = draw("bars.html", "bar", bars([Amount("Set-up", 100, "£100")]).rows[0])
    assert svg.get("aria-hidden") == "true"
    assert [bar.get("width") for bar in svg.iter("rect")] == ["100%"]
