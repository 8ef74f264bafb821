"""The entries behind a number: every one once, the newest first, and no others."""

import re
from datetime import date

import pytest
from fastapi.testclient import TestClient

from app.activities.queries import Wanted, activities_of
from app.database.engine import Database
from app.web.pagination import After
from tests.support.entries import make_activity
from tests.support.world import World, come_in


def page(world: World, rest: str = "") -> str:
    return f"/initiatives/{world.initiative.slug}/activities{rest}"


def shown(client: TestClient, address: str) -> list[int]:
    return [int(found) for found in re.findall(r'id="activity-(\d+)"', client.get(address).text)]


def test_every_entry_is_shown_once_the_newest_first(world: World, database: Database) -> None:
    with database.writing() as session:
        for day in (date(2025, 1, 1), date(2025, 3, 1), date(2025, 3, 1), date(2025, 2, 1)):
            make_activity(session, world, day)
    with database.reading() as session:
        first = activities_of(session, world.initiative.key, Wanted(), None, 2)
        rest = activities_of(session, world.initiative.key, Wanted(), After.parse(first.next), 2)
    assert [entry.happened_on.month for entry in (*first.items, *rest.items)] == [3, 3, 2, 1]
    assert len({entry.id for entry in (*first.items, *rest.items)}) == 4
    assert rest.next is None


def test_older_entries_are_a_link_away(client: TestClient, world: World, database: Database) -> None:
    with database.writing() as session:
        ids = [make_activity(session, world).key for _ in range(52)]
    come_in(client, world.ada)
    first = client.get(page(world, f"?ids={','.join(map(str, ids))}")).text
    older = re.search(r'href="([^"]*cursor=[^"]*)"', first)
    assert older is not None
    assert shown(client, older[1].replace("&amp;", "&")) == [ids[1], ids[0]]
    assert "The 52 entries behind a number." in first


def test_a_number_opens_the_entries_behind_it_and_no_others(
    client: TestClient, world: World, database: Database
) -> None:
    with database.writing() as session:
        first, second, third = (make_activity(session, world).key for _ in range(3))
    come_in(client, world.ada)
    assert shown(client, page(world, f"?ids={first},{third}")) == [third, first]
    assert shown(client, page(world, f"?ids={second},999999")) == [second]
    assert client.get(page(world, "?ids=one")).status_code == 422


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("", "kind=activity"),
        ("?phase=7", "kind=activity&phase_id=7"),
        ("?cursor=2025-01-01.3", "kind=activity"),
    ],
)
def test_all_the_others_are_read_in_the_journal(
    client: TestClient, world: World, asked: str, place: str
) -> None:
    answer = come_in(client, world.ada).get(page(world, asked))
    assert answer.headers["location"] == f"/initiatives/{world.initiative.slug}/journal?{place}"


@pytest.mark.parametrize("person", ["mallory", "dan"])
def test_they_do_not_exist_for_those_who_may_not_read(
    client: TestClient, world: World, database: Database, person: str
) -> None:
    with database.writing() as session:
        entry = make_activity(session, world)
    come_in(client, getattr(world, person))
    assert client.get(page(world)).status_code == 404
    assert client.get(page(world, f"/{entry.key}")).status_code == 404
    assert client.get(page(world, f"?ids={entry.key}")).status_code == 404
