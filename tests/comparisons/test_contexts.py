"""What differs around two evaluations is named before any number of theirs."""

from datetime import date

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from tests.comparisons.conftest import Two
from tests.comparisons.pages import CRECHE, HOME, document, seen
from tests.evaluations.entries import activity
from tests.support.world import come_in

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
DAYS = {"left_as_of": "2024-12-31", "right_as_of": "2024-12-31"}


@pytest.mark.parametrize(
    "named",
    [
        "Country United Kingdom France",
        "Sector Ageing Childcare",
        "Kind of organization that leads Charity Association",
        "Currency Pounds sterling Euros",
        "Declared aim Better quality More democracy",
        "People affected not recorded about 410",
        "Start of the period 1 Jan 2024 1 Sept 2021",
        "Length of the period 12 months 40 months",
        "Phases begun Design, Delivery Delivery",
        "How much is logged 1.5 activities a month 0.1 activities a month",
        "What is measured nothing that the other does not Belonging",
    ],
)
def test_each_difference_is_named_with_both(client: TestClient, two: Two, named: str) -> None:
    page = seen(come_in(client, two.world.ada), left=HOME, right=CRECHE, **DAYS)
    assert named in page


def test_the_caution_stands_before_any_number(client: TestClient, two: Two) -> None:
    page = seen(come_in(client, two.world.ada), left=HOME, right=CRECHE, **DAYS)
    places = [
        page.index(words) for words in ("were not picked to be compared", "Country", "Nobody has claimed yet")
    ]
    assert places == sorted(places)


def test_what_is_alike_is_said_in_one_line(client: TestClient, two: Two) -> None:
    page = seen(come_in(client, two.world.ada), left=HOME, right=CRECHE, **DAYS)
    assert "Alike, or nearly: How complete the log is." in page


def test_periods_of_one_initiative_differ_in_time_only(client: TestClient, two: Two) -> None:
    found = document(
        come_in(client, two.world.ada),
        left=two.home.key,
        right=two.home.key,
        left_as_of="2024-06-30",
        right_starts_on="2024-07-01",
        right_as_of="2024-12-31",
    )
    assert found["is_of_one_initiative"]
    subjects = {difference["subject"] for difference in found["context"]["differences"]}
    assert subjects == {"start", "phases"}


def test_what_neither_recorded_is_not_called_alike(client: TestClient, two: Two) -> None:
    page = seen(come_in(client, two.world.ada), left=HOME, right=HOME, left_as_of="2023-01-01")
    assert "Alike, or nearly: Declared aim" not in page


def test_a_log_without_hours_is_named_less_complete(client: TestClient, database: Database, two: Two) -> None:
    with database.writing() as session:
        session.add_all(
            activity(two.world.delivery, date(2024, 10, day), citizen_hours=None) for day in range(1, 19)
        )
    page = seen(come_in(client, two.world.ada), left=HOME, right=CRECHE, **DAYS)
    assert "50% of the activities have the hours of both sides 100% of the activities" in page
