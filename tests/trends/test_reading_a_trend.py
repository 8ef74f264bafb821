"""The page of a trend: the published worked example, the day it is looked at from, what it says of itself."""

import html
import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient

from app.clock import today
from app.database.engine import Database
from app.indicators.models import Indicator, Observation
from app.measurement.months import add_months
from app.vocabulary import Aggregation, Direction, Respondents
from app.web.pagination import LARGEST_PAGE
from tests.indicators.series import BASELINE, TARGET, define, each_month, observe
from tests.support.world import World, come_in

PAGE = "/initiatives/good-neighbours/indicators"

# From the vignette "deviations" of NHSRplotthedots (MIT): -0.72, 1.94, 4.60; unscreened -3.06, 6.95.
DEVIATIONS = ["1", "2", "1", "2", "10", *["1", "2"] * 6, "1"]
OUTLIER = 4


@pytest.fixture
def published(database: Database, world: World) -> Indicator:
    with database.writing() as session:
        row = define(
            session,
            world.initiative,
            name="Deviations",
            direction=Direction.NEUTRAL,
            minimum=None,
            maximum=None,
            decimals=0,
        )
        each_month(session, row, DEVIATIONS)
    return row


def plain(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


class TestThePublishedWorkedExample:
    def test_limits_leave_out_the_steps_to_and_from_the_outlier(
        self, client: TestClient, world: World, published: Indicator
    ) -> None:
        page = come_in(client, world.ada).get(f"{PAGE}/{published.key}").text
        assert "Limits from 18 points: mean 1.9, limits -0.7 and 4.6." in page
        assert "2 of 17 steps are left out: each is 3.267 times the average or more." in page
        assert "Limits: 1.94 − 2.66 × 1.00 = -0.72, and 1.94 + 2.66 × 1.00 = 4.60." in page

    def test_without_screening_the_limits_are_wider_and_the_page_says_so(
        self, client: TestClient, world: World, published: Indicator
    ) -> None:
        page = come_in(client, world.ada).get(f"{PAGE}/{published.key}?screen=no").text
        assert "mean 1.9, limits -3.1 and 7.0." in page
        assert "No outlying step is left out of these limits." in page
        assert f'href="{PAGE}/{published.key}?#computed"' in page

    @pytest.mark.parametrize("query", ["", "?screen=no"])
    def test_the_outlier_alone_is_flagged(
        self, client: TestClient, world: World, published: Indicator, query: str
    ) -> None:
        page = come_in(client, world.ada).get(f"{PAGE}/{published.key}{query}").text
        rows = re.findall(r'<tr role="row" id="observation-.*?</tr>', page, re.DOTALL)
        flagged = [row for row in rows if "above the upper limit" in row]
        assert len(rows) == len(DEVIATIONS)
        assert [row for row in rows if "<b>" in row] == flagged
        assert ["1 Jun 2024" in row for row in flagged] == [True]

    def test_json_tells_the_same_facts(self, client: TestClient, world: World, published: Indicator) -> None:
        told = come_in(client, world.ada).get(f"/api/v1/indicators/{published.key}/trend").json()
        assert [round(float(told["parts"][0][name]), 2) for name in ("lower", "mean", "upper")] == [
            -0.72,
            1.94,
            4.6,
        ]
        signals = [place for place, point in enumerate(told["points"]) if point["signal"]]
        assert (signals, told["points"][OUTLIER]["signal"]) == ([OUTLIER], "outside_limits")
        assert told["reading"].endswith("This shows order in time, not cause.")


def test_a_past_day_shows_what_was_observed_by_then_and_the_way_back(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        row = define(session, world.initiative, **BASELINE, **TARGET)
        each_month(session, row, ["6.2", "6.1", "5.9"])
    page = come_in(client, world.ada).get(f"{PAGE}/{row.key}?as_of=2024-03-31").text
    assert "As it stood on 31 March 2024" in page
    assert "2 of these values were entered later." in page
    assert "to 6.1 on 1 March 2024" in page
    assert "1 April 2024" not in page
    assert "Back to today" in page


def test_a_baseline_not_yet_measured_is_not_compared_with(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        row = define(session, world.initiative, baseline_value="6.4", baseline_on="2025-01-01")
        each_month(session, row, ["6.2", "6.1"])
    page = come_in(client, world.ada).get(f"{PAGE}/{row.key}?as_of=2024-12-31").text
    assert "There is no baseline to compare with." in page


@pytest.mark.parametrize("typed", ["soon", "2024-02-31", "1066-10-14"])
def test_a_day_that_cannot_be_is_refused_beside_its_field(
    client: TestClient, database: Database, world: World, typed: str
) -> None:
    with database.writing() as session:
        row = define(session, world.initiative)
        observe(session, row, "6.2")
    answer = come_in(client, world.ada).get(f"{PAGE}/{row.key}?as_of={typed}")
    assert answer.status_code == 422
    assert f'value="{typed}"' in answer.text
    assert 'id="as_of-error"' in answer.text
    assert "6.2" in answer.text


def test_a_day_after_today_is_refused(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        row = define(session, world.initiative)
    answer = come_in(client, world.ada).get(f"{PAGE}/{row.key}?as_of={add_months(today(), 1)}")
    assert answer.status_code == 422
    assert "Enter a date that is not after today." in answer.text


def test_two_points_cannot_show_a_trend(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        row = define(session, world.initiative, **BASELINE)
        observe(session, row, "6.2")
    page = come_in(client, world.ada).get(f"{PAGE}/{row.key}").text
    assert "Two points cannot show a trend." in page
    assert "Control limits: 1 of 6 points." in page


def test_other_people_each_time_are_waves_and_not_pairs(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        row = define(session, world.initiative)
        row.respondents = Respondents.DIFFERENT_PEOPLE
        each_month(session, row, ["6.2", "6.1"])
        observe(session, row, "6.0", date(2024, 5, 1), n=30)
    page = come_in(client, world.ada).get(f"{PAGE}/{row.key}").text
    assert "these are waves, not pairs" in page
    assert "tend to score better later, whatever is done" in page


@pytest.mark.parametrize(("least", "said"), [("0.5", "reaches"), ("0.6", "is below")])
def test_the_smallest_change_that_matters_is_named_with_its_source(
    client: TestClient, database: Database, world: World, least: str, said: str
) -> None:
    with database.writing() as session:
        row = define(session, world.initiative, **BASELINE)
        row.minimal_change, row.minimal_change_source = least, "Manual 2019"  # type: ignore[assignment]
        each_month(session, row, ["6.2", "5.9"])
    page = come_in(client, world.ada).get(f"{PAGE}/{row.key}").text
    assert f"The change of 0.5 {said} the smallest that matters, {least} (Manual 2019)." in page


def test_values_that_add_up_get_no_limits_and_the_page_says_why(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        row = define(session, world.initiative, aggregation=Aggregation.CUMULATIVE)
        each_month(session, row, [str(number / 10) for number in range(31, 50)])
    page = come_in(client, world.ada).get(f"{PAGE}/{row.key}").text
    assert "Control limits: none are drawn for values that count everything so far." in page
    assert "Limit 4" not in page


def test_older_values_are_looked_at_in_the_same_way(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        row = define(session, world.initiative)
        session.add_all(
            Observation(
                initiative_id=row.initiative_id,
                indicator_id=row.key,
                observed_on=date(2010, 1, 1) + timedelta(days=30 * number),
                value=Decimal(6),
            )
            for number in range(LARGEST_PAGE + 1)
        )
    page = come_in(client, world.ada).get(f"{PAGE}/{row.key}?as_of=2020-12-31&screen=no").text
    older = re.search(r'href="(\?[^"]*cursor=[^"]*)#values"', page)
    assert older
    assert "as_of=2020-12-31" in older[1]
    assert "screen=no" in older[1]
    assert "1 Jan 2010<" in client.get(f"{PAGE}/{row.key}{html.unescape(older[1])}").text
