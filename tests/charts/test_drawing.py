"""What the templates make of the geometry: sound XML, named, escaped, without inline style."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from app.charts.lanes import StripPhase, span_of
from app.charts.strip import StripWords, strip
from app.charts.strip_axis import strip_axis
from app.vocabulary import Lead

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
