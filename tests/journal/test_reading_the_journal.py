"""The journal: every entry of every kind once, the newest first, at the same cost however long it is."""

import re
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlmodel import Session

from app.clock import utc_now
from app.database.engine import Database
from app.indicators.models import Indicator
from app.journal.queries import AfterEntry, Entry, journal
from app.journal.schemas import Wanted
from app.journal.sources import SOURCES
from app.journal.statement import Shape, statement
from app.vocabulary import EntryKind
from tests.indicators.series import define
from tests.support.entries import make_activity
from tests.support.long_log import write_log
from tests.support.statements import statements_for
from tests.support.world import World, come_in

KINDS = len(EntryKind)
LONG = 5000
"""Entries here; `python -m bench.journal` has a hundred thousand."""


@pytest.fixture
def measure(world: World, database: Database) -> Indicator:
    with database.writing() as session:
        return define(session, world.initiative)


def fill(database: Database, world: World, measure: Indicator, entries: int) -> None:
    with database.writing() as session:
        write_log(
            session,
            entries,
            initiative_id=world.initiative.key,
            phase_id=world.delivery.key,
            indicator_id=measure.key,
            person_id=world.ada.key,
        )


def whole(session: Session, world: World, wanted: Wanted, limit: int) -> list[Entry]:
    """Page after page, as somebody reads it."""
    found: list[Entry] = []
    cursor = None
    while True:
        page = journal(session, world.initiative.key, wanted, AfterEntry.parse(cursor), limit)
        assert len(page.items) <= limit
        found += page.items
        cursor = page.next
        if cursor is None:
            return found


def page(world: World, rest: str = "") -> str:
    return f"/initiatives/{world.initiative.slug}/journal{rest}"


@pytest.mark.parametrize("limit", [1, 7, 100])
def test_every_entry_stands_on_exactly_one_page(
    world: World, database: Database, measure: Indicator, limit: int
) -> None:
    for _number in range(2):  # twice the same days, so that ties of every kind occur
        fill(database, world, measure, 5 * KINDS)
    with database.reading() as session:
        found = whole(session, world, Wanted(), limit)
    assert len(found) == len({(entry.kind, entry.id) for entry in found}) == 10 * KINDS
    assert {entry.kind for entry in found} == set(EntryKind)
    assert [entry.day for entry in found] == sorted((entry.day for entry in found), reverse=True)


def test_a_page_takes_as_many_statements_for_ten_entries_as_for_thousands(
    client: TestClient, world: World, database: Database, measure: Indicator
) -> None:
    come_in(client, world.ada)
    costs = set()
    for entries in (KINDS, LONG):
        fill(database, world, measure, entries)
        costs.add(len(statements_for(database, lambda: client.get(page(world)))))
        narrowed = page(world, "?q=beds&from=2015-01-01&kind=cost&kind=story")
        costs.add(len(statements_for(database, lambda: client.get(narrowed))))  # noqa: B023  # called at once
    assert len(costs) == 1


def test_the_page_itself_is_one_statement(world: World, database: Database, measure: Indicator) -> None:
    fill(database, world, measure, LONG)
    with database.reading() as session:
        asked = statements_for(database, lambda: journal(session, world.initiative.key, Wanted(), None, 50))
    assert len([said for said in asked if not said.startswith("BEGIN")]) == 1


def test_a_long_log_is_read_to_its_end_without_doubling_or_loss(
    world: World, database: Database, measure: Indicator
) -> None:
    fill(database, world, measure, LONG)
    with database.reading() as session:
        found = whole(session, world, Wanted(), 100)
        beds = whole(session, world, Wanted(q="beds", kind=[EntryKind.COST]), 100)
    each = LONG // KINDS
    assert len({(entry.kind, entry.id) for entry in found}) == len(found) == each * KINDS
    assert len(beds) == len(range(2, each, 4))


def test_no_branch_touches_what_another_initiative_has(
    world: World, database: Database, measure: Indicator
) -> None:
    """The plan names, for each kind, the index that begins with the initiative, and scans no table."""
    fill(database, world, measure, LONG)
    query = statement(Shape())
    assert query is not None
    plan = explained(database, query, {"initiative_id": world.other_initiative.key, "rows": 51})
    for source in SOURCES:
        assert f"ix_{source.table.name}_timeline" in plan, plan
        assert not re.search(rf"(SCAN|Seq Scan on) {source.table.name}\b", plan), plan


def explained(database: Database, query: sa.CompoundSelect[Any], values: dict[str, int]) -> str:
    """How the database goes about it, as text; with numbers in place, as it would plan them."""
    if not database.is_sqlite:
        with database.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sa.text("ANALYZE"))
    command = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
    bound = query.params(**values).compile(
        database.reader, compile_kwargs={"literal_binds": True, "render_postcompile": True}
    )
    with database.reader.connect() as connection:
        rows = connection.exec_driver_sql(f"{command} {str(bound).replace('%', '%%')}")
        return "\n".join(str(row[-1]) for row in rows)


def test_what_is_archived_or_below_something_archived_is_left_out(
    world: World, database: Database, measure: Indicator
) -> None:
    fill(database, world, measure, 2 * KINDS)
    with database.writing() as session:
        for source in SOURCES:
            first = sa.select(sa.func.min(source.table.c.id)).scalar_subquery()
            gone = sa.update(source.table).where(source.table.c.id == first)
            session.execute(gone.values(archived_at=utc_now()))
    with database.reading() as session:
        left = whole(session, world, Wanted(), 100)
    assert sorted(entry.kind for entry in left) == sorted(EntryKind)
    with database.writing() as session:
        session.get_one(Indicator, measure.key).archived_at = utc_now()
    with database.reading() as session:
        without = {entry.kind for entry in whole(session, world, Wanted(), 100)}
    assert set(EntryKind) - without == {EntryKind.OBSERVATION}


def test_a_page_shows_every_kind_with_its_figures_and_who_entered_it(
    client: TestClient, world: World, database: Database, measure: Indicator
) -> None:
    fill(database, world, measure, KINDS)
    shown = come_in(client, world.ada).get(page(world)).text
    assert {*re.findall(r'<li id="(\w+)-\d+">', shown)} == set(EntryKind)
    for said in (
        "12 citizens, 24.5 h",
        "£12.50",
        "£300",
        "Not answered yet",
        "answered by Rosa",
        "n = 40",
    ):
        assert said in shown
    assert shown.count(f"/journal?person_id={world.ada.key}") == KINDS
    assert "<h3>January 2015</h3>" in shown


def test_every_entry_leads_to_a_page_that_is_there(
    client: TestClient, world: World, database: Database, measure: Indicator
) -> None:
    fill(database, world, measure, KINDS)
    shown = come_in(client, world.ada).get(page(world)).text
    addresses = {*re.findall(r'href="(/initiatives/[^"#]+)', shown)}
    addresses -= {address for address in addresses if "/history/" in address}  # written past the audit
    assert len([address for address in addresses if address.endswith("/edit")]) >= KINDS - 1
    assert len([address for address in addresses if "like=" in address]) == 3
    client.follow_redirects = True
    assert not [address for address in addresses if client.get(address).status_code != 200]


def test_older_entries_are_a_link_away_with_the_same_filters(
    client: TestClient, world: World, database: Database, measure: Indicator
) -> None:
    fill(database, world, measure, 60 * KINDS)
    come_in(client, world.ada)
    first = client.get(page(world, "?kind=cost&q=")).text
    older = re.search(r'href="([^"]*cursor=[^"]*)"', first)
    assert older is not None
    address = older[1].replace("&amp;", "&")
    assert "kind=cost" in address
    rest = client.get(address).text
    assert len(re.findall('<li id="cost-', first)) == 50
    assert len(re.findall('<li id="cost-', rest)) == 10
    assert "The journal begins here." in rest


@pytest.mark.parametrize(
    ("person", "said"),
    [("ben", "Log what happened last"), ("cleo", "Staff and citizens of this initiative can log here.")],
)
def test_an_empty_journal_says_that_it_is_not_zero_and_whose_move_it_is(
    client: TestClient, world: World, person: str, said: str
) -> None:
    come_in(client, getattr(world, person))
    shown = client.get(page(world)).text
    assert "Nothing is logged yet; that is not zero." in shown
    assert said in shown
    assert "No entry fits this." in client.get(page(world, "?kind=activity")).text


@pytest.mark.parametrize(("person", "status"), [("ben", 200), ("cleo", 200), ("dan", 404), ("mallory", 404)])
def test_who_may_read_reads_and_only_who_may_log_is_offered_to(
    client: TestClient, world: World, database: Database, person: str, status: int
) -> None:
    with database.writing() as session:
        entry = make_activity(session, world, date(2025, 4, 12))
    answer = come_in(client, getattr(world, person)).get(page(world))
    assert answer.status_code == status
    assert (entry.title in answer.text) == (status == 200)
    assert (f"/log?like={entry.key}" in answer.text) == (person == "ben")
    assert client.get(f"/api/v1/initiatives/{world.initiative.key}/journal").status_code == status
