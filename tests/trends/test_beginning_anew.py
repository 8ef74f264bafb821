"""Evaluators begin a series anew, with a reason, and lift that again; limits may rest on its first points."""

from datetime import date

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.database.engine import Database
from app.indicators.models import Indicator, Rebase
from app.trends.schemas import RebaseCreate
from app.trends.service import rebase
from tests.indicators.series import define, each_month
from tests.support.world import World, come_in

PAGE = "/initiatives/good-neighbours/indicators"
HIGH, LOW = ["6.0", "6.2"] * 4, ["4.0", "4.2"] * 4


@pytest.fixture
def moved(database: Database, world: World) -> Indicator:
    """Sixteen months from February 2024; the values fall in October 2024."""
    with database.writing() as session:
        row = define(session, world.initiative)
        each_month(session, row, [*HIGH, *LOW])
    return row


def begin(client: TestClient, row: Indicator, **changed: str) -> str:
    sent = {"rebased_on": "2024-10-01", "reason": "The survey is asked by phone now"} | changed
    return client.post(f"{PAGE}/{row.key}/rebase", data=sent, follow_redirects=True).text


def test_each_part_gets_limits_of_its_own(client: TestClient, world: World, moved: Indicator) -> None:
    page = begin(come_in(client, world.cleo), moved)
    assert "Trial limits from 8 points: mean 4.10" in page
    assert "The survey is asked by phone now" in page
    assert "(Cleo)" in page
    assert "The series was begun anew" in page


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("reason", "", "reason"),
        ("rebased_on", "2024-02-01", "Enter a day after the first value."),
        ("rebased_on", "soon", "rebased_on-error"),
    ],
)
def test_a_new_beginning_needs_a_reason_and_a_day_within_the_series(
    client: TestClient,
    database: Database,
    world: World,
    moved: Indicator,
    field: str,
    value: str,
    said: str,
) -> None:
    sent = {"rebased_on": "2024-10-01", "reason": "By phone now"} | {field: value}
    answer = come_in(client, world.cleo).post(f"{PAGE}/{moved.key}/rebase", data=sent)
    assert answer.status_code == 422
    assert said in answer.text
    with database.reading() as session:
        assert not session.exec(select(Rebase)).all()


def test_one_day_begins_a_series_anew_once(client: TestClient, world: World, moved: Indicator) -> None:
    come_in(client, world.cleo)
    begin(client, moved)
    assert "The series is begun anew on this day already." in begin(client, moved)


def test_a_lifted_beginning_joins_the_parts_again(
    client: TestClient, database: Database, world: World, moved: Indicator
) -> None:
    with database.writing() as session:
        new = RebaseCreate(rebased_on=date(2024, 10, 1), reason="By phone now")
        row = rebase(session, session.get_one(Indicator, moved.key), new)
    come_in(client, world.cleo)
    client.post(f"/initiatives/good-neighbours/rebases/{row.key}/archive", data={"_version": "1"})
    page = client.get(f"{PAGE}/{moved.key}").text
    assert "Limits from 16 points" in page
    assert "By phone now" not in page


def test_limits_may_rest_on_the_first_points(client: TestClient, world: World, moved: Indicator) -> None:
    come_in(client, world.cleo)
    answer = client.post(
        f"{PAGE}/{moved.key}/limits",
        data={"limits_from_first": "8", "_version": "1"},
        follow_redirects=True,
    )
    assert "Trial limits from 8 points: mean 6.10" in answer.text
    assert "The limits rest on the first 8 points." in answer.text


def test_fewer_than_six_points_are_no_basis(client: TestClient, world: World, moved: Indicator) -> None:
    come_in(client, world.cleo)
    answer = client.post(f"{PAGE}/{moved.key}/limits", data={"limits_from_first": "5", "_version": "1"})
    assert answer.status_code == 422
    assert 'id="limits_from_first-error"' in answer.text


def test_limits_set_meanwhile_by_another_are_not_overwritten(
    client: TestClient, world: World, moved: Indicator
) -> None:
    come_in(client, world.cleo)
    address = f"{PAGE}/{moved.key}/limits"
    client.post(address, data={"limits_from_first": "8", "_version": "1"})
    answer = client.post(address, data={"limits_from_first": "7", "_version": "1"})
    assert answer.status_code == 409


def test_whoever_does_not_evaluate_is_offered_no_new_beginning(
    client: TestClient, world: World, moved: Indicator
) -> None:
    page = come_in(client, world.ada).get(f"{PAGE}/{moved.key}").text
    assert "/rebase" not in page
    assert client.get(f"{PAGE}/{moved.key}/rebase").status_code == 403


def test_for_an_outsider_there_is_no_such_indicator(
    client: TestClient, world: World, moved: Indicator
) -> None:
    come_in(client, world.mallory)
    assert client.get(f"{PAGE}/{moved.key}").status_code == 404
    assert client.get(f"{PAGE}/{moved.key}/rebase").status_code == 404


def test_an_evaluation_has_the_limits_of_its_day(client: TestClient, world: World, moved: Indicator) -> None:
    begin(come_in(client, world.cleo), moved)
    page = f"/api/v1/initiatives/{world.initiative.key}/evaluation"
    means = [
        client.get(page, params={"as_of": day}).json()["outcomes"][0]["limits"]["mean"]
        for day in ("2024-09-30", "2025-12-31")
    ]
    assert [float(mean) for mean in means] == pytest.approx([6.1, 4.1], abs=0.01)
