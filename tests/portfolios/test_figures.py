"""Every figure of a portfolio, worked out again from the rows that people entered."""

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from app.activities.models import Activity
from app.costs.models import Cost
from app.database.engine import Database
from app.initiatives.models import Claim, DeclaredAim, Initiative, Partnership, Phase
from app.learning.models import Incident, Obstacle, Proposal
from app.organizations.models import Organization
from app.vocabulary import CostNature, Influence, PartnershipRole, ProposalAnswer
from tests.portfolios.synthetic import plant
from tests.support.world import World, come_in

LEAST = 10


@pytest.fixture
def fund(database: Database, world: World) -> Organization:
    return plant(database, world)[0]


def overall(client: TestClient, world: World, fund: Organization, query: str = "") -> Any:
    come_in(client, world.dan)
    answer = client.get(f"/api/v1/portfolios/{fund.key}{query}")
    assert answer.status_code == 200
    return answer.json()["overall"]


def funded_ids(session: Session, fund: Organization) -> set[int]:
    rows = session.exec(
        select(Partnership.initiative_id).where(
            Partnership.organization_id == fund.key, Partnership.role == PartnershipRole.FUNDER
        )
    )
    return set(rows)


def rows_of(session: Session, table: Any, ids: set[int]) -> list[Any]:
    return list(session.exec(select(table).where(col(table.initiative_id).in_(ids))).all())


def test_counts_of_entries(client: TestClient, database: Database, world: World, fund: Organization) -> None:
    shown = overall(client, world, fund)
    with database.reading() as session:
        ids = funded_ids(session, fund)
        proposals, incidents = rows_of(session, Proposal, ids), rows_of(session, Incident, ids)
        obstacles = [o for o in rows_of(session, Obstacle, ids) if o.influence is Influence.OBSTACLE]
        activities = rows_of(session, Activity, ids)
        assert shown["initiatives"] == len(ids)
        asked = shown["participation"]["proposals"]
        assert asked["made"] == len(proposals)
        assert asked["by_answer"] == {a: sum(p.answer is a for p in proposals) for a in ProposalAnswer}
        assert shown["participation"]["incidents"]["happened"] == len(incidents)
        assert {one["kind"]: one["noticed"] for one in shown["obstacles"]} == Counter(
            o.kind.value for o in obstacles
        )
        assert shown["quality"]["activities"] == len(activities)
        assert shown["quality"]["without_people"] == sum(a.citizens is None for a in activities)
        assert {one["aim"]: one["initiatives"] for one in shown["aims"]} == Counter(
            aim.aim.value for aim in rows_of(session, DeclaredAim, ids)
        )


def test_claims_and_phases(client: TestClient, database: Database, world: World, fund: Organization) -> None:
    shown = overall(client, world, fund)
    with database.reading() as session:
        ids = funded_ids(session, fund)
        assert shown["claims"] == len(rows_of(session, Claim, ids))
        kinds = Counter(phase.kind.value for phase in rows_of(session, Phase, ids))
    counted = {
        one["kind"]: sum(one["evidenced"].values()) + one["not_enough_evidence"] for one in shown["phases"]
    }
    assert counted == kinds
    cells = shown["cells"]
    assert sum(cells["by_cell"].values()) + cells["without"] == shown["initiatives"]


def test_money_by_currency(client: TestClient, database: Database, world: World, fund: Organization) -> None:
    shown = {one["currency"]: one for one in overall(client, world, fund)["money"]}
    with database.reading() as session:
        ids = funded_ids(session, fund)
        cash, granted = Counter[str](), Counter[str]()
        for cost in rows_of(session, Cost, ids):
            if cost.nature is CostNature.CASH:
                cash[cost.currency.value] += cost.amount
        for partnership in rows_of(session, Partnership, ids):
            if partnership.organization_id == fund.key:
                granted[partnership.grant_currency.value] += partnership.grant_amount
    assert {currency: Decimal(one["granted"]) for currency, one in shown.items()} == granted
    assert sum(Decimal(one["cash"]) for one in shown.values()) <= sum(cash.values())
    assert shown.keys() == cash.keys() | granted.keys()


def test_people_are_summed_over_initiatives_that_are_shown(
    client: TestClient, database: Database, world: World, fund: Organization
) -> None:
    shown = overall(client, world, fund)["participation"]["people"]
    with database.reading() as session:
        ids = funded_ids(session, fund)
        each = Counter[int]()
        for activity in rows_of(session, Activity, ids):
            if activity.citizens is not None:
                each[activity.initiative_id] += activity.citizens
    enough = [count for count in each.values() if count >= LEAST or count == 0]
    assert (shown["attendances"], shown["counted"]) == (sum(enough), len(enough))
    assert shown["masked"] == len(each) - len(enough)


def test_a_second_funder_sees_its_own(client: TestClient, database: Database, world: World) -> None:
    one, other = plant(database, world)
    first = come_in(client, world.dan).get(f"/api/v1/portfolios/{one.key}?limit=100").json()["items"]
    assert client.get(f"/api/v1/portfolios/{other.key}").status_code == 404
    second = come_in(client, world.cleo).get(f"/api/v1/portfolios/{other.key}?limit=100").json()["items"]
    assert client.get(f"/portfolios/{one.slug}/lines.csv").status_code == 404
    with database.reading() as session:
        for fund, items in ((one, first), (other, second)):
            assert {item["initiative_id"] for item in items} == funded_ids(session, fund)


def test_a_change_in_the_log_is_in_the_next_answer(
    client: TestClient, database: Database, world: World, fund: Organization
) -> None:
    before = overall(client, world, fund)
    with database.writing() as session:
        initiative = session.get_one(Initiative, min(funded_ids(session, fund)))
        session.add(
            Incident(
                initiative_id=initiative.key,
                happened_on=initiative.starts_on,
                text="Flood",
                answered_by="Rosa",
            )
        )
    after = overall(client, world, fund)
    was, now = (one["participation"]["incidents"]["happened"] for one in (before, after))
    assert now == was + 1
