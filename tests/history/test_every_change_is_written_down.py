"""Whatever is added, changed, archived or brought back leaves one entry with the right person, or nothing."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select

from app.database.audit import Action, AuditEntry, act_as
from app.database.engine import Database
from app.database.tables import Editable
from tests.history.rows import EDITABLE, made_up, other_value
from tests.support.entries import make_activity
from tests.support.world import World, come_in

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def last_id(database: Database) -> int:
    with database.reading() as session:
        return session.exec(select(AuditEntry.id).order_by(col(AuditEntry.id).desc())).first() or 0


def entries_after(database: Database, last: int) -> list[AuditEntry]:
    with database.reading() as session:
        return list(session.exec(select(AuditEntry).where(col(AuditEntry.id) > last)))


@on_sqlite
@pytest.mark.parametrize("table", EDITABLE, ids=lambda table: str(table.__tablename__))
def test_every_table_is_written_down_with_who_did_it(
    database: Database, world: World, table: type[Editable]
) -> None:
    with database.writing() as session:
        row = made_up(session, table, world)
        session.add(row)
    last = last_id(database)
    with database.writing() as session:
        act_as(session, world.ben.key)
        stored = session.get_one(table, row.key)
        name, value = other_value(stored)
        setattr(stored, name, value)
    (entry,) = entries_after(database, last)
    nobody = stored.is_nameless
    assert entry.person_id == (None if nobody else world.ben.key)
    assert (entry.table_name, entry.row_id) == (table.__tablename__, row.key)
    assert (entry.action, set(entry.after)) == (Action.CHANGED, {name})


PHASE = {"kind": "delivery", "starts_on": "2025-01-01"}
ACTIVITY = {
    "happened_on": "2025-04-12",
    "title": "Tea",
    "citizen_role": "co_led",
    "decision": "jointly",
    "level": "group",
}
COST = {
    "spent_on": "2025-04-12",
    "amount": "12.50",
    "currency": "GBP",
    "stage": "running",
    "nature": "cash",
}
BENEFIT = {
    "received_on": "2025-04-12",
    "amount": "12.50",
    "currency": "GBP",
    "certainty": "claimed",
    "service": "Care",
}
INDICATOR = {
    "name": "Loneliness",
    "level": "outcome",
    "direction": "down",
    "frequency": "monthly",
    "aggregation": "per_period",
    "effect_service": "own",
}
PROPOSAL = {"made_on": "2025-04-12", "side": "citizens", "text": "A bench"}
NOUNS = [
    ("phases", PHASE, {"name": "Second"}),
    ("activities", ACTIVITY, {"title": "Coffee"}),
    ("costs", COST, {"amount": "13"}),
    ("benefits", BENEFIT, {"amount": "13"}),
    ("indicators", INDICATOR, {"unit": "points"}),
    ("proposals", PROPOSAL, {"text": "Two benches"}),
]


@pytest.mark.parametrize(("collection", "body", "change"), NOUNS, ids=[noun[0] for noun in NOUNS])
def test_each_act_of_a_person_leaves_one_entry_of_theirs(
    client: TestClient,
    database: Database,
    world: World,
    collection: str,
    body: dict[str, Any],
    change: dict[str, Any],
) -> None:
    come_in(client, world.ada)
    last = last_id(database)
    of_phase = {"phase_id": world.delivery.key} if collection == "activities" else {}
    below = f"/api/v1/initiatives/{world.initiative.key}/{collection}"
    made = client.post(below, json=body | of_phase)
    assert made.status_code == 201, made.text
    item = f"/api/v1/{collection}/{made.json()['id']}"
    assert client.patch(item, json=change).status_code == 200
    assert client.delete(item).status_code == 204
    left = [entry for entry in entries_after(database, last) if entry.initiative_id]
    assert [entry.action for entry in left] == [Action.CREATED, Action.CHANGED, Action.ARCHIVED]
    assert {entry.person_id for entry in left} == {world.ada.key}
    assert {entry.row_id for entry in left} == {made.json()["id"]}


def test_what_is_refused_leaves_no_entry(client: TestClient, database: Database, world: World) -> None:
    come_in(client, world.ada)
    last = last_id(database)
    refused = client.post(f"/api/v1/initiatives/{world.initiative.key}/costs", json=COST | {"amount": "-1"})
    assert refused.status_code == 422
    assert client.patch(f"/api/v1/phases/{world.design.key}", json={"ends_on": "1999-01-01"}).is_error
    assert not entries_after(database, last)


def test_a_unit_of_work_that_fails_at_its_end_leaves_no_entry(database: Database, world: World) -> None:
    last = last_id(database)
    with pytest.raises(RuntimeError), database.writing() as session:
        make_activity(session, world)
        session.flush()
        assert session.exec(select(AuditEntry.id).where(col(AuditEntry.id) > last)).first()
        raise RuntimeError
    assert not entries_after(database, last)
