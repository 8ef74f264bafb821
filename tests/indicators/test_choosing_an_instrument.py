"""Whoever manages an initiative fills in an indicator from a known questionnaire."""

from decimal import Decimal
from html import unescape

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from app.i18n.catalogue import translations
from app.indicators.instrument_list import BY_KEY, INSTRUMENTS
from app.indicators.instruments import Instrument, filled_in
from app.indicators.schemas import IndicatorCreate
from app.vocabulary import Direction
from tests.support.world import World, come_in

PAGE = "/initiatives/good-neighbours/indicators"
OTHERWISE = {"frequency": "monthly"}


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda one: one.key)
def test_each_fills_in_what_an_indicator_accepts(instrument: Instrument) -> None:
    IndicatorCreate.model_validate(filled_in(instrument) | OTHERWISE)


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda one: one.key)
def test_its_name_with_the_version_fits_in_french_too(instrument: Instrument) -> None:
    french = translations("fr").gettext
    assert len(f"{french(instrument.name)} ({french(instrument.version)})") <= 160


def test_no_two_share_a_key() -> None:
    assert len(BY_KEY) == len(INSTRUMENTS)


def test_the_two_ways_of_counting_casp_12_are_two_instruments() -> None:
    ranges = {(one.minimum, one.maximum) for one in INSTRUMENTS if one.key.startswith("casp-12")}
    assert ranges == {(0, 36), (12, 48)}


def test_anxiety_alone_of_the_four_questions_of_ons_is_better_when_lower() -> None:
    down = [one.key for one in INSTRUMENTS if one.key.startswith("ons4") and one.direction is Direction.DOWN]
    assert down == ["ons4-anxiety"]


def test_the_form_comes_filled_in_and_can_still_be_changed(client: TestClient, world: World) -> None:
    page = unescape(come_in(client, world.ada).get(f"{PAGE}/new?instrument=swemwbs").text)
    assert 'name="minimum" value="7"' in page
    assert 'name="minimal_change" value="3"' in page
    assert "converted values only" in page
    assert "Filled in from Short Warwick-Edinburgh wellbeing scale" in page


def test_an_unknown_instrument_leaves_the_form_empty(client: TestClient, world: World) -> None:
    page = come_in(client, world.ada).get(f"{PAGE}/new?instrument=nothing").text
    assert 'name="minimum" value=""' in page


def test_a_fact_that_nobody_checked_is_not_shown_as_checked(client: TestClient, world: World) -> None:
    page = come_in(client, world.ada).get(f"{PAGE}/instruments").text
    lubben = page[page.index('id="lsns-6"') :]
    assert "not checked against its source" in lubben
    assert "Source:" not in lubben[: lubben.index("</li>")]
    gierveld = page[page.index('id="de-jong-gierveld-6"') : page.index('id="de-jong-gierveld-11"')]
    assert "Source: De Jong Gierveld" in gierveld
    assert "not checked" not in gierveld


@pytest.mark.parametrize(("name", "status"), [("ben", 403), ("dan", 404), ("mallory", 404)])
def test_only_whoever_manages_sees_them(client: TestClient, world: World, name: str, status: int) -> None:
    assert come_in(client, getattr(world, name)).get(f"{PAGE}/instruments").status_code == status


def test_a_smallest_change_is_more_than_nothing(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    new = TypeAdapter(dict[str, object]).dump_python(filled_in(BY_KEY["swemwbs"]) | OTHERWISE, mode="json")
    address = f"/api/v1/initiatives/{world.initiative.key}/indicators"
    assert client.post(address, json=new | {"minimal_change": "0"}).status_code == 422
    made = client.post(address, json=new | {"respondents": "same_people"}).json()
    assert (Decimal(made["minimal_change"]), made["respondents"]) == (3, "same_people")
