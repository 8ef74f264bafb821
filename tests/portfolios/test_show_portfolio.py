"""Who sees a portfolio, what stands in it, and what it keeps to itself."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.initiatives.queries import partnerships_of
from tests.portfolios.portfolios import LONELINESS, funded, summary
from tests.support.statements import statements_for
from tests.support.world import World, come_in

Summarised = Callable[..., None]


@pytest.fixture
def summarised(database: Database, world: World) -> Summarised:
    """Writes the summary of the world's initiative, as its log would have it."""

    def write(**fields: Any) -> None:
        with database.writing() as session:
            session.merge(summary(world.initiative, **fields))

    return write


def portfolio(client: TestClient, world: World, query: str = "") -> str:
    answer = client.get(f"/portfolios/{world.funder.slug}{query}")
    assert answer.status_code == 200
    return answer.text


def test_a_funder_sees_what_it_funds(client: TestClient, world: World, summarised: Summarised) -> None:
    summarised()
    page = portfolio(come_in(client, world.dan), world)
    assert "Good neighbours" in page
    assert "Orchards for all" not in page
    assert "The log bears out 1 of 2 claims." in page
    assert "47% to target" in page
    assert "£1,200" in page


def test_a_lead_organization_sees_what_it_leads(
    client: TestClient, world: World, summarised: Summarised
) -> None:
    summarised()
    page = come_in(client, world.eve).get(f"/portfolios/{world.organization.slug}").text
    assert "Good neighbours" in page


def test_an_outsider_gets_what_an_absent_portfolio_gives(client: TestClient, world: World) -> None:
    come_in(client, world.mallory)
    hidden = client.get(f"/portfolios/{world.funder.slug}")
    absent = client.get("/portfolios/no-such-fund")
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert hidden.text.replace(world.funder.slug, "") == absent.text.replace("no-such-fund", "")
    assert client.get(f"/api/v1/portfolios/{world.funder.key}").status_code == 404


def test_a_name_links_to_the_initiative_only_for_those_who_may_read_it(
    client: TestClient, world: World, summarised: Summarised
) -> None:
    summarised()
    link = f'href="/initiatives/{world.initiative.slug}"'
    assert link not in portfolio(come_in(client, world.dan), world)
    assert link in come_in(client, world.eve).get(f"/portfolios/{world.organization.slug}").text


def test_a_partnership_that_has_ended_shows_nothing_any_more(
    client: TestClient, database: Database, world: World, summarised: Summarised
) -> None:
    summarised()
    with database.writing() as session:
        for partnership in partnerships_of(session, world.initiative.key):
            partnership.ends_on = date(2020, 12, 31)
    assert "Good neighbours" not in portfolio(come_in(client, world.dan), world)


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("?country=GB", True),
        ("?country=FR", False),
        ("?sector=ageing", True),
        ("?sector=food", False),
        ("?status=active", True),
        ("?status=completed", False),
        ("?aim=quality", True),
        ("?aim=cost", False),
        ("?role=lead", False),
        ("?country=&sector=&status=&aim=", True),
    ],
)
def test_filters_narrow_the_portfolio(
    client: TestClient, world: World, summarised: Summarised, query: str, is_there: bool
) -> None:
    summarised()
    assert ("Good neighbours" in portfolio(come_in(client, world.dan), world, query)) is is_there


def test_a_filter_that_is_not_in_the_list_is_refused(client: TestClient, world: World) -> None:
    answer = come_in(client, world.dan).get(f"/portfolios/{world.funder.slug}?sector=alchemy")
    assert answer.status_code == 422
    assert "Choose one." in answer.text


def test_an_outcome_of_fewer_than_ten_people_is_masked_on_the_page_and_in_json(
    client: TestClient, world: World, summarised: Summarised
) -> None:
    summarised(outcome=LONELINESS | {"n": 9})
    come_in(client, world.dan)
    page = portfolio(client, world)
    assert "fewer than 10 people" in page
    assert "47%" not in page
    item = client.get(f"/api/v1/portfolios/{world.funder.key}").json()["items"][0]
    assert item["outcome"]["missing"] == "masked"
    assert item["outcome"]["progress"] is item["outcome"]["latest"] is item["outcome"]["n"] is None


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ({}, "No outcome set"),
        (LONELINESS | {"progress": None, "missing": "no_baseline"}, "No baseline"),
        (LONELINESS | {"progress": "-0.08"}, "Moved away: −8%"),
        (LONELINESS | {"progress": "1.03"}, "Past target: 103%"),
        (LONELINESS | {"n": None}, "47% to target"),
    ],
)
def test_the_main_outcome_says_where_it_stands_or_why_not(
    client: TestClient, world: World, summarised: Summarised, outcome: dict[str, Any], said: str
) -> None:
    summarised(outcome=outcome)
    assert said in portfolio(come_in(client, world.dan), world)


def test_cash_is_never_added_across_currencies(
    client: TestClient, world: World, summarised: Summarised
) -> None:
    summarised(cash={"GBP": "1200.50", "EUR": "300.25"})
    come_in(client, world.dan)
    money = client.get(f"/api/v1/portfolios/{world.funder.key}").json()["overall"]["money"]
    assert [(one["currency"], one["cash"]) for one in money] == [("EUR", "300.25"), ("GBP", "1200.50")]


def test_below_ten_initiatives_there_is_no_statistic(
    client: TestClient, world: World, summarised: Summarised
) -> None:
    summarised()
    come_in(client, world.dan)
    assert "No correlation is computed: 10 are needed." in portfolio(client, world)
    beside = client.get(f"/api/v1/portfolios/{world.funder.key}").json()["overall"]["process_and_outcome"]
    assert beside == {
        "association": None,
        "missing": "too_few_initiatives",
        "have": 1,
        "need": 10,
        "left_out": 0,
    }


def test_a_portfolio_says_that_nobody_picked_it_to_be_compared(
    client: TestClient, world: World, summarised: Summarised
) -> None:
    summarised()
    assert "These initiatives were not picked to be compared." in portfolio(come_in(client, world.dan), world)


def test_the_number_of_statements_does_not_grow_with_the_portfolio(
    client: TestClient, database: Database, world: World, summarised: Summarised
) -> None:
    summarised()
    come_in(client, world.dan)
    few = statements_for(database, lambda: portfolio(client, world))
    with database.writing() as session:
        added = [funded(session, world.funder, world.organization, f"Street {n}") for n in range(12)]
    with database.writing() as session:
        for initiative in added:
            session.merge(summary(initiative))
    many = statements_for(database, lambda: portfolio(client, world))
    assert "Street 11" in portfolio(client, world)
    assert len(many) == len(few) <= 8


def test_a_long_portfolio_goes_on_where_it_stopped(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        for number in range(3):
            funded(session, world.funder, world.organization, f"Street {number}")
    come_in(client, world.dan)
    seen: list[str] = []
    cursor: Any = ""
    while cursor is not None:
        address = f"/api/v1/portfolios/{world.funder.key}?limit=2&cursor={cursor}"
        answer = client.get(address).json()
        assert answer["overall"]["initiatives"] == 4
        seen += [item["name"] for item in answer["items"]]
        cursor = answer["next"]
    assert seen == ["Good neighbours", "Street 0", "Street 1", "Street 2"]
