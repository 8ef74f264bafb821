"""Whoever manages an initiative replaces a baseline or target; what was set before stays, with the reason."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.clock import today
from app.database.engine import Database
from app.indicators.former import points_as_of
from app.indicators.models import FormerPoint, Indicator
from app.indicators.schemas import IndicatorCreate
from app.measurement.records import Point
from app.vocabulary import PointKind
from tests.indicators.series import BASELINE, LONELINESS, TARGET, define
from tests.support.world import World, come_in

PAGE = "/initiatives/good-neighbours/indicators"
TYPED = {name: str(value) for name, value in (LONELINESS | BASELINE | TARGET).items()} | {
    "effect_service": "own",
    "baseline_n": "",
    "reason": "",
}
SPRING, SUMMER, AUTUMN = date(2025, 3, 1), date(2025, 6, 1), date(2025, 9, 1)


@pytest.fixture
def indicator(database: Database, world: World) -> Indicator:
    with database.writing() as session:
        return define(session, world.initiative, **BASELINE, **TARGET)


def kept(database: Database) -> Sequence[FormerPoint]:
    with database.reading() as session:
        return session.exec(select(FormerPoint)).all()


def test_a_replaced_target_is_kept_with_the_day_and_the_reason(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    change = TYPED | {"target_value": "5", "reason": "Agreed with the funder"}
    come_in(client, world.ada).post(f"{PAGE}/{indicator.key}/edit", data=change)
    (former,) = kept(database)
    assert (former.kind, former.value, former.dated) == (PointKind.TARGET, Decimal("5.4"), date(2025, 12, 31))
    assert (former.replaced_on, former.reason) == (today(), "Agreed with the funder")
    page = client.get(f"{PAGE}/{indicator.key}/edit").text
    assert "Target 5.4 by 31 Dec 2025, until" in page
    assert "Agreed with the funder" in page


def test_a_baseline_is_not_replaced_without_a_reason(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    change = TYPED | {"baseline_value": "6.1"}
    answer = come_in(client, world.ada).post(f"{PAGE}/{indicator.key}/edit", data=change)
    assert answer.status_code == 422
    assert 'id="reason-error"' in answer.text
    assert 'value="6.1"' in answer.text
    assert kept(database) == []


@pytest.mark.parametrize(
    "change", [{"baseline_on": "2024-02-01"}, {"baseline_n": 41}, {"target_value": None}]
)
def test_its_date_and_its_people_belong_to_it_and_so_does_taking_it_away(
    client: TestClient, database: Database, world: World, indicator: Indicator, change: dict[str, object]
) -> None:
    address = f"/api/v1/indicators/{indicator.key}"
    come_in(client, world.ada)
    more = {"target_on": None} if "target_value" in change else {}
    refused = client.patch(address, json=change | more)
    assert refused.json()["errors"][0]["field"] == "reason"
    assert client.patch(address, json=change | more | {"reason": "A fault in the file"}).status_code == 200
    assert len(kept(database)) == 1


def test_a_form_sent_twice_keeps_what_it_replaced_once(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    change = TYPED | {"target_value": "5", "reason": "Agreed with the funder", "_version": "1"}
    come_in(client, world.ada)
    answers = [client.post(f"{PAGE}/{indicator.key}/edit", data=change) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert len(kept(database)) == 1


def test_whatever_else_changes_needs_no_reason(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    change = TYPED | {"name": "Being alone", "baseline_value": "6,40"}
    answer = come_in(client, world.ada).post(f"{PAGE}/{indicator.key}/edit", data=change)
    assert answer.status_code == 303
    assert kept(database) == []


def test_a_first_target_needs_no_reason_and_counts_from_the_day_it_is_set(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        key = define(session, world.initiative, **BASELINE).key
    come_in(client, world.ada).patch(f"/api/v1/indicators/{key}", json=TARGET)
    (former,) = kept(database)
    assert (former.kind, former.value) == (PointKind.TARGET, None)
    assert "No target until" in client.get(f"{PAGE}/{key}/edit").text


def test_a_first_baseline_counts_from_the_day_it_was_measured(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        key = define(session, world.initiative).key
    come_in(client, world.ada).patch(f"/api/v1/indicators/{key}", json=BASELINE)
    assert kept(database) == []


def test_what_was_set_before_is_nobody_elses_to_see(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    change = TYPED | {"target_value": "5", "reason": "Agreed with the funder"}
    come_in(client, world.ada).post(f"{PAGE}/{indicator.key}/edit", data=change)
    assert come_in(client, world.mallory).get(f"{PAGE}/{indicator.key}/edit").status_code == 404


def former(kind: PointKind, value: str | None, replaced_on: date, dated: date = SPRING) -> FormerPoint:
    number = None if value is None else Decimal(value)
    return FormerPoint(
        initiative_id=1, indicator_id=1, kind=kind, value=number, dated=dated, replaced_on=replaced_on
    )


def measured() -> Indicator:
    ends = {"baseline_value": "6.4", "baseline_on": SPRING, "target_value": 5}
    new = IndicatorCreate.model_validate(LONELINESS | ends)
    return Indicator(id=1, initiative_id=1, **new.model_dump())


def test_on_a_past_day_the_one_replaced_first_after_it_is_in_force() -> None:
    replaced = [former(PointKind.TARGET, "4.5", SUMMER), former(PointKind.TARGET, "4.8", AUTUMN)]
    on = {day: points_as_of(measured(), replaced, day)[1] for day in (SPRING, SUMMER, AUTUMN)}
    assert {day: target and target.value for day, target in on.items()} == {
        SPRING: Decimal("4.5"),
        SUMMER: Decimal("4.8"),
        AUTUMN: Decimal(5),
    }


def test_before_a_first_target_there_was_none() -> None:
    assert points_as_of(measured(), [former(PointKind.TARGET, None, SUMMER)], SPRING)[1] is None


def test_a_baseline_is_not_in_force_before_it_was_measured() -> None:
    assert points_as_of(measured(), [], date(2025, 2, 28))[0] is None
    assert points_as_of(measured(), [], SPRING)[0] == Point(Decimal("6.4"), SPRING, None)


def test_a_replaced_target_says_nothing_of_the_baseline() -> None:
    baseline, _ = points_as_of(measured(), [former(PointKind.TARGET, "4.5", AUTUMN)], SUMMER)
    assert baseline == Point(Decimal("6.4"), SPRING, None)
