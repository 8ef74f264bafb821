"""What the templates make of the geometry: sound XML, named, escaped, without inline style."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from app.charts.hero import hero
from app.charts.lanes import StripPhase, span_of
from app.charts.story import Absent
from app.charts.strip import StripWords, strip
from app.charts.strip_axis import strip_axis
from app.vocabulary import Lead
from tests.charts.stories import ALLEYS

Draw = Callable[..., ET.Element]
UNTIL = date(2019, 1, 1)


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
