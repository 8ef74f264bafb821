"""The costs page and list: what was spent, by currency and by kind, never in one sum."""

from datetime import date
from decimal import Decimal

from fastapi.testclient import TestClient
from sqlmodel import Session

from app.costs.models import Cost
from app.costs.queries import costs_of
from app.costs.schemas import CostCreate
from app.costs.service import record_cost
from app.database.engine import Database
from app.vocabulary import CostNature, CostStage, Currency
from app.web.pagination import After
from tests.support.world import World, come_in, make_world

PAGE = "/initiatives/good-neighbours/costs"


def spend(
    session: Session,
    world: World,
    amount: int,
    nature: CostNature = CostNature.CASH,
    currency: Currency = Currency.GBP,
    spent_on: date = date(2024, 3, 1),
) -> Cost:
    return record_cost(
        session,
        world.initiative,
        CostCreate(
            spent_on=spent_on,
            amount=Decimal(amount),
            currency=currency,
            stage=CostStage.RUNNING,
            nature=nature,
            note=f"No. {amount}",
        ),
    )


def test_without_a_cost_the_page_says_that_this_is_not_zero(client: TestClient, world: World) -> None:
    page = come_in(client, world.cleo).get(PAGE).text
    assert "No cost is logged yet; that is not zero." in page
    assert "£0" not in page


def test_cash_goods_time_and_currencies_stay_apart(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        spend(session, world, 1000)
        spend(session, world, 200)
        spend(session, world, 30, CostNature.IN_KIND)
        spend(session, world, 4, CostNature.VOLUNTEER_TIME)
        spend(session, world, 7000, currency=Currency.EUR)
    page = come_in(client, world.ada).get(PAGE).text
    assert page.index("£1,200 cash so far") < page.index("€7,000 cash so far")
    assert "£30</a></dd>" in page
    assert "£4</a></dd>" in page
    assert "1,234" not in page


def test_a_number_opens_its_entries(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        wanted = spend(session, world, 1)
        spend(session, world, 2)
        spend(session, world, 3, CostNature.IN_KIND)
    come_in(client, world.ada)
    by_id = client.get(f"{PAGE}?ids={wanted.key}").text
    assert f'id="cost-{wanted.key}"' in by_id
    assert "No. 2" not in by_id
    by_kind = client.get(f"{PAGE}?currency=GBP&stage=running&nature=in_kind").text
    assert "No. 3" in by_kind
    assert "No. 1" not in by_kind


def test_an_address_with_an_unknown_word_is_refused(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    for query in ("stage=party", "nature=gold", "currency=XXX", "ids=one", "cursor=here"):
        assert client.get(f"{PAGE}?{query}").status_code == 422, query


def test_pages_by_key_show_every_cost_once(session: Session) -> None:
    world = make_world(session)
    for amount in range(1, 8):
        spend(session, world, amount, spent_on=date(2024, 3, 1 + amount // 3))
    seen: list[int] = []
    cursor: str | None = None
    for _ in range(4):
        page = costs_of(session, world.initiative.key, After.parse(cursor), 2)
        seen += [int(cost.amount) for cost in page.items]
        cursor = page.next
    assert seen == [7, 6, 5, 4, 3, 2, 1]
    assert cursor is None


def test_the_list_is_for_those_who_may_read(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        spend(session, world, 5)
    address = f"/api/v1/initiatives/{world.initiative.key}/costs"
    assert [item["amount"] for item in come_in(client, world.cleo).get(address).json()["items"]] == ["5.00"]
    for person in (world.dan, world.mallory):
        come_in(client, person)
        assert client.get(address).status_code == 404
        assert client.get(PAGE).status_code == 404
