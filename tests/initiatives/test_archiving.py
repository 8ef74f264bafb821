"""Archived and brought back, the same way for every noun below an initiative."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from app.access import Right
from app.archive_routes import NOUNS
from app.costs.schemas import BenefitCreate, CostCreate
from app.costs.service import record_benefit, record_cost
from app.database.engine import Database
from app.database.tables import Editable
from app.indicators.models import Indicator
from app.indicators.observation_schemas import ObservationCreate
from app.indicators.recording import record_observation
from app.indicators.schemas import IndicatorCreate
from app.indicators.service import define_indicator
from app.initiatives.queries import partnerships_of
from app.initiatives.schemas import AimCreate, ClaimCreate
from app.initiatives.service import claim_lead, declare_aim
from app.vocabulary import (
    Aggregation,
    Aim,
    Certainty,
    CostNature,
    CostStage,
    Currency,
    Direction,
    Frequency,
    IndicatorLevel,
    Lead,
)
from tests.support.entries import make_activity
from tests.support.world import World, come_in

DAY = date(2024, 3, 1)
Make = Callable[[Session, World], Editable]


def an_indicator(session: Session, world: World) -> Indicator:
    return define_indicator(
        session,
        world.initiative,
        IndicatorCreate(
            name="Loneliness",
            level=IndicatorLevel.OUTCOME,
            direction=Direction.DOWN,
            frequency=Frequency.MONTHLY,
            aggregation=Aggregation.PER_PERIOD,
        ),
    )


def a_cost(session: Session, world: World) -> Editable:
    new = CostCreate(
        spent_on=DAY,
        amount=Decimal(5),
        currency=Currency.GBP,
        stage=CostStage.RUNNING,
        nature=CostNature.CASH,
    )
    return record_cost(session, world.initiative, new)


def a_benefit(session: Session, world: World) -> Editable:
    new = BenefitCreate(
        received_on=DAY,
        amount=Decimal(5),
        currency=Currency.GBP,
        certainty=Certainty.CLAIMED,
        service="Hospital",
    )
    return record_benefit(session, world.initiative, new)


def an_observation(session: Session, world: World) -> Editable:
    indicator = an_indicator(session, world)
    return record_observation(session, indicator, ObservationCreate(observed_on=DAY, value=Decimal(3)))


@dataclass(frozen=True)
class Case:
    collection: str
    make: Make
    said: str
    """How the row is called in the list of what is archived."""


CASES = (
    Case("activities", make_activity, "Exchange of the mentors"),
    Case("costs", a_cost, "Cost of £5 on 1 Mar 2024"),
    Case("benefits", a_benefit, "Benefit of £5 on 1 Mar 2024"),
    Case("indicators", an_indicator, "Loneliness"),
    Case("observations", an_observation, "Loneliness, 3 on 1 Mar 2024"),
    Case("phases", lambda session, world: world.design, "Design"),
    Case(
        "claims",
        lambda session, world: claim_lead(
            session, world.design, ClaimCreate(lead=Lead.TOGETHER, claimed_on=DAY)
        ),
        "Design, claimed 1 Mar 2024: Together",
    ),
    Case(
        "aims",
        lambda session, world: declare_aim(
            session, world.initiative, AimCreate(aim=Aim.COST, declared_on=DAY)
        ),
        "from 1 Mar 2024",
    ),
    Case(
        "partnerships",
        lambda session, world: partnerships_of(session, world.initiative.key)[1],
        "Lottery Fund, Funding organization",
    ),
)
each = pytest.mark.parametrize("case", CASES, ids=lambda case: case.collection)
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def made(database: Database, world: World, case: Case) -> int:
    with database.writing() as session:
        return case.make(session, world).key


def page(world: World, case: Case, rest: str) -> str:
    return f"/initiatives/{world.initiative.slug}/{case.collection}/{rest}"


def test_every_noun_of_an_initiative_is_among_these() -> None:
    """But for what an evaluator archives, such as locked periods, which Ada may not."""
    here = {"activities", "costs", "indicators", "initiatives"}
    known = {
        noun.collection
        for noun in NOUNS
        if noun.table.__module__.split(".")[1] in here and noun.right is not Right.EVALUATE
    }
    assert known == {case.collection for case in CASES}


@each
def test_what_is_archived_is_listed_with_who_did_it_and_comes_back(
    client: TestClient, world: World, database: Database, case: Case
) -> None:
    row = made(database, world, case)
    archived = come_in(client, world.ada).post(page(world, case, f"{row}/archive"))
    undo = f'action="{page(world, case, f"{row}/restore")}"'
    assert undo in client.get(archived.headers["location"]).text
    listed = client.get(page(world, case, "archived")).text
    assert undo in listed
    assert case.said in listed
    assert "by Ada" in listed
    back = client.post(page(world, case, f"{row}/restore"))
    assert client.get(back.headers["location"]).status_code == 200
    assert case.said not in client.get(page(world, case, "archived")).text


@on_sqlite
@each
def test_programs_archive_list_and_bring_back_too(
    client: TestClient, world: World, database: Database, case: Case
) -> None:
    row = made(database, world, case)
    item = f"/api/v1/{case.collection}/{row}"
    listed = f"/api/v1/initiatives/{world.initiative.key}/{case.collection}/archived"
    come_in(client, world.ada)
    assert client.post(f"{item}/restore").status_code == 404
    assert client.delete(item, headers={"If-Match": '"99"'}).status_code == 409
    assert client.delete(item).status_code == 204
    assert [line["id"] for line in client.get(listed).json()["items"]] == [row]
    assert client.post(f"{item}/restore").status_code == 204
    assert client.get(listed).json()["items"] == []


@on_sqlite
@each
def test_a_form_sent_twice_is_answered_twice_alike(
    client: TestClient, world: World, database: Database, case: Case
) -> None:
    row = made(database, world, case)
    come_in(client, world.ada)
    for verb in ("archive", "restore"):
        answers = [client.post(page(world, case, f"{row}/{verb}")) for _ in range(2)]
        assert {(answer.status_code, answer.headers["location"]) for answer in answers} == {
            (303, answers[0].headers["location"])
        }


@on_sqlite
@each
def test_those_without_the_right_archive_nothing_and_outsiders_find_nothing(
    client: TestClient, world: World, database: Database, case: Case
) -> None:
    row = made(database, world, case)
    paths = [page(world, case, f"{row}/archive"), page(world, case, f"{row}/restore")]
    for person, status in ((world.cleo, 403), (world.mallory, 404), (world.dan, 404)):
        come_in(client, person)
        assert {client.post(path).status_code for path in paths} == {status}
        assert client.get(page(world, case, "archived")).status_code == status
        assert client.delete(f"/api/v1/{case.collection}/{row}").status_code == status


@on_sqlite
@each
def test_a_row_of_another_initiative_is_absent_on_ones_own_pages(
    client: TestClient, world: World, database: Database, case: Case
) -> None:
    row = made(database, world, case)
    own = f"/initiatives/{world.other_initiative.slug}/{case.collection}/{row}/archive"
    assert come_in(client, world.mallory).post(own).status_code in {403, 404}


@on_sqlite
def test_an_old_version_is_not_archived(client: TestClient, world: World, database: Database) -> None:
    row = made(database, world, CASES[0])
    come_in(client, world.ada)
    answer = client.post(page(world, CASES[0], f"{row}/archive"), data={"_version": "7"})
    assert answer.status_code == 409
    assert client.get(f"/api/v1/activities/{row}").status_code == 200


@on_sqlite
def test_the_list_goes_on_after_the_last_one_shown(
    client: TestClient, world: World, database: Database
) -> None:
    rows = [made(database, world, CASES[0]) for _ in range(3)]
    come_in(client, world.ada)
    for row in (rows[1], rows[0], rows[2]):
        client.delete(f"/api/v1/activities/{row}")
    listed = f"/api/v1/initiatives/{world.initiative.key}/activities/archived?limit=2"
    first = client.get(listed).json()
    second = client.get(f"{listed}&cursor={first['next']}").json()
    assert [line["id"] for line in first["items"]] == [rows[2], rows[0]]
    assert [line["id"] for line in second["items"]] == [rows[1]]


def test_what_lies_below_an_archived_indicator_is_absent_and_stays(
    client: TestClient, world: World, database: Database
) -> None:
    case = CASES[4]
    row = made(database, world, case)
    come_in(client, world.ada)
    indicator = client.get(f"/api/v1/observations/{row}").json()["indicator_id"]
    client.delete(f"/api/v1/observations/{row}")
    client.delete(f"/api/v1/indicators/{indicator}")
    refused = client.post(page(world, case, f"{row}/restore"))
    assert refused.status_code == 422
    assert "Bring that back first" in refused.text
    assert client.post(f"/api/v1/observations/{row}/restore").status_code == 422
    client.post(f"/api/v1/indicators/{indicator}/restore")
    assert client.post(f"/api/v1/observations/{row}/restore").status_code == 204
    client.delete(f"/api/v1/indicators/{indicator}")
    assert client.get(f"/api/v1/observations/{row}").status_code == 404
    assert client.patch(f"/api/v1/observations/{row}", json={"value": "4"}).status_code == 404
    assert client.get(page(world, case, f"{row}/edit")).status_code == 404


def test_an_initiative_keeps_an_aim_and_its_lead(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    for collection in ("aims", "partnerships"):
        first = client.get(f"/api/v1/initiatives/{world.initiative.key}/{collection}").json()["items"][0]
        assert client.delete(f"/api/v1/{collection}/{first['id']}").status_code == 422
