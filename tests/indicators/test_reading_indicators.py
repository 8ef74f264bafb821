"""The list by aim, and the page of one indicator with what its values can and cannot say."""

from datetime import date

from fastapi.testclient import TestClient

from app.database.engine import Database
from app.vocabulary import Aggregation, Aim
from tests.indicators.series import BASELINE, TARGET, define, each_month, observe
from tests.support.world import World, come_in

PAGE = "/initiatives/good-neighbours/indicators"


def test_without_an_indicator_for_the_stated_aim_the_page_says_so(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        define(session, world.initiative, name="Savings", aim=Aim.COST)
    page = come_in(client, world.cleo).get(PAGE).text
    assert "No indicator for the stated aim." in page
    assert page.index("For the stated aim: Better quality") < page.index("For another aim")


def test_an_indicator_without_values_is_not_zero(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative)
    come_in(client, world.cleo)
    for address in (PAGE, f"{PAGE}/{indicator.key}"):
        assert "No data yet; that is not zero." in client.get(address).text


def test_an_effect_in_another_service_stands_apart(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        define(session, world.initiative)
        define(
            session, world.initiative, name="Calls", effect_service="other", effect_service_name="Ambulances"
        )
    page = come_in(client, world.ada).get(PAGE).text
    assert page.index("Loneliness") < page.index("another service") < page.index("Calls")
    assert "No data from Ambulances yet; that is not zero." in page


def test_per_period_and_cumulative_are_both_said(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        define(session, world.initiative)
        total = define(session, world.initiative, name="People", aggregation=Aggregation.CUMULATIVE)
        observe(session, total, "8")
    come_in(client, world.ada)
    page = client.get(PAGE).text
    assert "In each period" in page
    assert "In all so far" in page
    assert "Each value counts everything so far" in client.get(f"{PAGE}/{total.key}").text


def test_the_newest_value_stands_with_its_date_and_its_people(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative)
        observe(session, indicator, "5.9", date(2024, 5, 1), n=41)
        observe(session, indicator, "6.3", date(2024, 2, 1), n=12)
    page = come_in(client, world.ada).get(PAGE).text
    assert '<b>5.9</b> on 1 May 2024, <span class="num">n = 41</span>' in page


def test_few_people_stay_uncounted(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative)
        observe(session, indicator, "5.9", n=4)
    come_in(client, world.cleo)
    assert "n = fewer than 5" in client.get(PAGE).text
    assert "fewer than 5</td>" in client.get(f"{PAGE}/{indicator.key}").text


def test_progress_is_said_with_its_limits(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative, **BASELINE, **TARGET)
        each_month(session, indicator, ["6.2", "6.1", "5.9"])
    page = come_in(client, world.ada).get(f"{PAGE}/{indicator.key}").text
    assert "From 6.4 on 1 January 2024 to 5.9 on 1 April 2024: the way that is better." in page
    assert "That is 50% of the way to the target of 5.4." in page
    assert "Too few points to show a trend: 3 of 5 needed." in page
    assert "Too few points for limits: 3 of 6 needed." in page
    assert "This shows order in time, not cause." in page


def test_a_point_that_chance_hardly_explains_is_marked_in_its_row(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative)
        observations = each_month(session, indicator, ["6.0", "6.1"] * 7 + ["4.0"])
    page = come_in(client, world.ada).get(f"{PAGE}/{indicator.key}").text
    row = page[page.index(f'id="observation-{observations[-1].key}"') :]
    assert "below the lower limit" in row[: row.index("</tr>")]
    assert "On 1 April 2025: below the lower limit." in page


def test_the_trend_is_drawn_for_the_desk_and_for_the_phone(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative, **BASELINE, **TARGET)
        each_month(session, indicator, ["6.2", "6.1", "5.9"])
    page = come_in(client, world.ada).get(f"{PAGE}/{indicator.key}").text
    assert '<svg class="wide"' in page
    assert '<svg class="narrow"' in page
    assert "Target 5.4" in page
    assert "The axis does not start at zero" in page


def test_values_of_parts_are_not_made_into_a_whole(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        indicator = define(session, world.initiative, breakdown="Neighbourhood")
        observe(session, indicator, "5.9", category="Firth Park")
        observe(session, indicator, "6.1", category="Woodhouse")
    page = come_in(client, world.ada).get(f"{PAGE}/{indicator.key}").text
    assert "Woodhouse" in page
    assert "Values exist for parts only, and no total is invented." in page
    assert '<svg class="wide"' not in page
