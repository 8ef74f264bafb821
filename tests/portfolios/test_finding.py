"""Finding initiatives in a large portfolio: filters, orders and views, none of which tells what is masked."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.organizations.models import Organization
from app.organizations.service import add_member
from app.vocabulary import MemberRole
from tests.portfolios.synthetic import plant
from tests.support.world import World, come_in

ALL = "limit=100"
NARROWED: list[tuple[str, Callable[[Any], bool]]] = [
    ("country=FR", lambda item: item["country"] == "FR"),
    ("sector=food", lambda item: item["sector"] == "food"),
    ("organization_type=charity", lambda item: item["organization_type"] == "charity"),
    ("aim=democracy", lambda item: item["aim"] == "democracy"),
    ("cell=5", lambda item: item["cell"] == 5),
    ("cell=0", lambda item: item["cell"] is None),
    ("begun_from=2019-01-01", lambda item: item["starts_on"] >= "2019-01-01"),
    ("begun_until=2019-01-01", lambda item: item["starts_on"] <= "2019-01-01"),
    ("q=garden", lambda item: "garden" in item["name"].lower()),
    ("q=VILL", lambda item: "vill" in item["name"].lower()),
    ("lead=citizens", lambda item: any(p["evidenced"] == "citizens" for p in item["phases"])),
    ("phase=design", lambda item: any(p["kind"] == "design" and p["evidenced"] for p in item["phases"])),
    (
        "phase=delivery&lead=together",
        lambda item: any(p["kind"] == "delivery" and p["evidenced"] == "together" for p in item["phases"]),
    ),
]


@pytest.fixture
def fund(client: TestClient, database: Database, world: World) -> Organization:
    found = plant(database, world)[0]
    come_in(client, world.dan)
    return found


def number_of_view(page: str) -> str:
    return page.split('name="view" value="')[1].split('"', maxsplit=1)[0]


def asked(client: TestClient, fund: Organization, query: str) -> Any:
    answer = client.get(f"/api/v1/portfolios/{fund.key}?{query}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_each_filter_leaves_those_it_names(client: TestClient, fund: Organization) -> None:
    everything = asked(client, fund, ALL)["items"]
    for query, fits in NARROWED:
        found = asked(client, fund, f"{query}&{ALL}")
        expected = [item["initiative_id"] for item in everything if fits(item)]
        assert [item["initiative_id"] for item in found["items"]] == expected, query
        assert found["overall"]["initiatives"] == len(expected)


@pytest.mark.parametrize("sort", ["start", "name", "country"])
def test_pages_go_through_all_of_them_once_in_the_order_asked_for(
    client: TestClient, fund: Organization, sort: str
) -> None:
    seen: list[Any] = []
    cursor: Any = ""
    while cursor is not None:
        params = {"sort": sort, "limit": 7, "cursor": cursor}
        page = client.get(f"/api/v1/portfolios/{fund.key}", params=params).json()
        seen += page["items"]
        cursor = page["next"]
    ids = [item["initiative_id"] for item in seen]
    assert sorted(ids) == sorted(i["initiative_id"] for i in asked(client, fund, ALL)["items"])
    if sort != "name":
        column = {"start": "starts_on", "country": "country"}[sort]
        assert all(one[column] <= other[column] for one, other in pairwise(seen))


@pytest.mark.parametrize("query", ["sort=progress", "cell=12", "begun_from=yesterday", "group=outcome"])
def test_what_would_rank_or_is_not_in_the_list_is_refused(
    client: TestClient, fund: Organization, query: str
) -> None:
    assert client.get(f"/portfolios/{fund.slug}?{query}").status_code == 422


@pytest.mark.parametrize("cursor", ["x", "2020-01-01.x", "%00.1", "99-99.1"])
def test_a_broken_place_in_the_list_is_refused(client: TestClient, fund: Organization, cursor: str) -> None:
    assert client.get(f"/portfolios/{fund.slug}?cursor={cursor}").status_code == 422


def test_no_two_filters_differ_by_a_masked_count(client: TestClient, fund: Organization) -> None:
    """Whatever is asked for, the sum of people is that of the lines shown: nothing is left to subtract."""
    for query in ("", *(query for query, _ in NARROWED), "begun_from=2018-01-01&begun_until=2018-12-31"):
        found = asked(client, fund, f"{query}&{ALL}")
        shown = [item["attendances"] for item in found["items"] if item["attendances"] is not None]
        people = found["overall"]["participation"]["people"]
        assert (people["attendances"], people["counted"]) == (sum(shown), len(shown)), query
        assert people["masked"] == sum(item["attendances_masked"] for item in found["items"])
        assert all(not 0 < count < 10 for count in shown)


def test_groups_add_up_what_their_lines_show(client: TestClient, fund: Organization) -> None:
    for context, column in (("country", "country"), ("organization_type", "organization_type")):
        found = asked(client, fund, f"group={context}&{ALL}")
        for group in found["groups"]:
            own = [item for item in found["items"] if item[column] == group["value"]]
            shown = [item["attendances"] for item in own if item["attendances"] is not None]
            assert group["initiatives"] == len(own)
            assert group["people"]["attendances"] == sum(shown)


def test_unlike_contexts_are_named_where_they_are_pooled(client: TestClient, fund: Organization) -> None:
    page = client.get(f"/portfolios/{fund.slug}").text
    assert "What is added up here pools unlike things." in page
    assert "7 countries" in page


def test_a_view_is_kept_found_and_removed(client: TestClient, fund: Organization) -> None:
    kept = client.post(
        f"/portfolios/{fund.slug}/views",
        data={"name": "French food", "query": "country=FR&sector=food"},
        follow_redirects=True,
    )
    assert kept.status_code == 200
    assert "country=FR&amp;sector=food" in kept.text
    page = client.get(f"/portfolios/{fund.slug}").text
    assert "French food" in page
    removal = f"/portfolios/{fund.slug}/views/removal"
    gone = client.post(removal, data={"view": number_of_view(page)}, follow_redirects=True)
    assert "French food</a>" not in gone.text


def test_a_view_is_its_owners_alone(
    client: TestClient, database: Database, world: World, fund: Organization
) -> None:
    client.post(f"/portfolios/{fund.slug}/views", data={"name": "Mine", "query": "country=FR"})
    number = number_of_view(client.get(f"/portfolios/{fund.slug}").text)
    with database.writing() as session:
        add_member(session, session.merge(fund), world.mallory, MemberRole.ADMIN)
    colleague = come_in(client, world.mallory)
    assert "Mine</a>" not in colleague.get(f"/portfolios/{fund.slug}").text
    colleague.post(f"/portfolios/{fund.slug}/views/removal", data={"view": number})
    assert "Mine</a>" in come_in(client, world.dan).get(f"/portfolios/{fund.slug}").text


def test_a_view_without_a_name_is_refused_and_other_words_of_an_address_are_dropped(
    client: TestClient, fund: Organization
) -> None:
    refused = client.post(
        f"/portfolios/{fund.slug}/views", data={"name": "  ", "query": "country=FR"}, follow_redirects=True
    )
    assert "Give the view a name" in refused.text
    kept = client.post(
        f"/portfolios/{fund.slug}/views",
        data={"name": "A", "query": "x=1&country=FR&cursor=9"},
        follow_redirects=True,
    )
    assert "cursor=9" not in kept.text
    assert "?country=FR" in kept.text
