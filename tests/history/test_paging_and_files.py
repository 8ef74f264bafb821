"""A long history: page by page and as a file, nothing is lost and nothing comes twice."""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient

from app.clock import utc_now
from app.database.audit import Action, AuditEntry
from app.database.engine import Database
from app.vocabulary import CitizenRole
from app.web.csv import BYTE_ORDER_MARK
from tests.history.past import changed_by, logged_by
from tests.support.statements import statements_for
from tests.support.world import World, come_in

HISTORY = "/initiatives/good-neighbours/history"
MANY = 2000


@pytest.fixture
def long_past(database: Database, world: World) -> int:
    """The id of an activity that was changed two thousand times."""
    activity = logged_by(database, world, world.ada)
    change = {
        "happened_at": utc_now(),
        "person_id": world.ada.key,
        "initiative_id": world.initiative.key,
        "table_name": "activity",
        "row_id": activity.key,
        "action": Action.CHANGED,
        "before": {"citizens": 1},
        "after": {"citizens": 2},
    }
    with database.writing() as session:
        session.connection().execute(sa.insert(AuditEntry), [change] * MANY)
    return activity.key


def pages(client: TestClient, path: str) -> Iterator[list[int]]:
    following: str | None = path
    while following:
        page = client.get(following).json()
        yield [item["id"] for item in page["items"]]
        following = f"{path}&cursor={page['next']}" if page["next"] else None


def test_two_thousand_changes_are_paged_through_without_loss_or_doubling(
    client: TestClient, world: World, long_past: int
) -> None:
    path = f"/api/v1/initiatives/{world.initiative.key}/history?row={long_past}&kind=activity&limit=100"
    ids = [id_ for page in pages(come_in(client, world.eve), path) for id_ in page]
    assert len(ids) == len(set(ids)) == MANY + 1
    assert ids == sorted(ids, reverse=True)


def test_the_link_to_older_changes_keeps_the_filters(
    client: TestClient, world: World, long_past: int
) -> None:
    first = come_in(client, world.eve).get(f"{HISTORY}?kind=activity&action=changed").text
    older = re.search(r'href="([^"]*cursor=[^"]*)"', first)
    assert older
    second = client.get(older[1].replace("&amp;", "&")).text
    assert "kind=activity" in older[1]
    assert "action=changed" in older[1]
    assert set(ids_in(first)).isdisjoint(ids_in(second))
    assert len(ids_in(first)) == len(ids_in(second)) == 50


def ids_in(page: str) -> list[str]:
    return re.findall(r'<li id="(change-\d+)"', page)


def test_both_files_hold_every_change_that_fits(client: TestClient, world: World, long_past: int) -> None:
    come_in(client, world.eve)
    lines = client.get(f"{HISTORY}.jsonl?kind=activity&action=changed").text.splitlines()
    assert len({json.loads(line)["id"] for line in lines}) == len(lines) == MANY
    assert len(rows_of(client, f"{HISTORY}.csv?kind=activity&action=changed")) == MANY


def test_a_file_is_read_in_batches(
    client: TestClient, database: Database, world: World, long_past: int
) -> None:
    come_in(client, world.eve)
    asked = statements_for(database, lambda: client.get(f"{HISTORY}.jsonl?kind=activity"))
    assert len([statement for statement in asked if "FROM audit_entry" in statement]) == MANY // 500 + 1


def rows_of(client: TestClient, path: str) -> list[dict[str, str]]:
    text = client.get(path).text
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def test_the_csv_says_a_field_a_row_in_words(client: TestClient, database: Database, world: World) -> None:
    activity = logged_by(database, world, world.ada)
    changed_by(database, activity, world.ben, citizen_role=CitizenRole.LED_ALONE, title="=HYPERLINK(1)")
    rows = rows_of(come_in(client, world.eve), f"{HISTORY}.csv?action=changed")
    told = {(row["person"], row["action"], row["field"], row["before"], row["after"]) for row in rows}
    assert ("Ben", "Changed", "Who led it", "Led together", "Citizens led") in told
    assert {row["row"] for row in rows} == {"'=HYPERLINK(1)"}
    assert "'=HYPERLINK(1)" in {row["after"] for row in rows}


def test_the_files_are_named_after_the_initiative(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    for kind, media_type in (("csv", "text/csv"), ("jsonl", "application/jsonl")):
        headers = client.get(f"{HISTORY}.{kind}").headers
        assert f'filename="good-neighbours-history.{kind}"' in headers["content-disposition"]
        assert headers["content-type"].startswith(media_type)


def test_the_api_gives_a_change_as_it_was_stored(
    client: TestClient, database: Database, world: World
) -> None:
    activity = logged_by(database, world, world.ada)
    changed_by(database, activity, world.ben, citizen_role=CitizenRole.LED_ALONE)
    come_in(client, world.cleo)
    path = f"/api/v1/initiatives/{world.initiative.key}/history?kind=activity&action=changed"
    (change,) = client.get(path).json()["items"]
    assert change["person"] == "Ben"
    assert (change["person_id"], change["row_id"]) == (world.ben.key, activity.key)
    assert (change["before"], change["after"]) == (
        {"citizen_role": "co_led"},
        {"citizen_role": "led_alone"},
    )
