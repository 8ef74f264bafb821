"""Tokens for programs: what they may do, when they were last used, and that a revoked one is dead."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.accounts.models import ApiToken
from app.accounts.schemas import ApiTokenCreate
from app.accounts.service import make_api_token, note_use, sign_in
from app.clock import today
from app.database.audit import AuditEntry
from app.database.engine import Database
from app.vocabulary import TokenScope
from tests.accounts.conftest import Send
from tests.support.world import World

NEW = {
    "happened_on": "2025-04-12",
    "title": "Exchange of the mentors",
    "citizen_role": "co_led",
    "decision": "jointly",
}


def bearer(database: Database, world: World, scope: TokenScope) -> dict[str, str]:
    with database.writing() as session:
        token = make_api_token(session, world.ada.key, ApiTokenCreate(name="script", scope=scope))
    return {"Authorization": f"Bearer {token}"}


def stored(database: Database) -> ApiToken:
    with database.reading() as session:
        return session.exec(select(ApiToken)).one()


@pytest.mark.parametrize(("scope", "status"), [(TokenScope.WRITE, 201), (TokenScope.READ, 403)])
def test_a_token_for_reading_enters_nothing(
    client: TestClient, database: Database, world: World, scope: TokenScope, status: int
) -> None:
    headers = bearer(database, world, scope)
    activities = f"/api/v1/initiatives/{world.initiative.key}/activities"
    assert client.get(activities, headers=headers).status_code == 200
    answer = client.post(activities, json={**NEW, "phase_id": world.delivery.key}, headers=headers)
    assert answer.status_code == status
    assert len(client.get(activities, headers=headers).json()["items"]) == (status == 201)


@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE", "PUT"])
def test_the_refusal_says_that_it_is_the_token(
    client: TestClient, database: Database, world: World, method: str
) -> None:
    headers = bearer(database, world, TokenScope.READ)
    answer = client.request(method, f"/api/v1/phases/{world.design.key}", headers=headers)
    if method in {"PATCH", "DELETE"}:
        assert answer.status_code == 403
        assert answer.headers["content-type"] == "application/problem+json"
        assert "may read" in answer.json()["errors"][0]["message"]
    else:
        assert answer.status_code == 405


def test_reading_and_writing_note_the_day_outside_the_audit_log(
    client: TestClient, database: Database, world: World
) -> None:
    headers = bearer(database, world, TokenScope.READ)
    before = stored(database)
    with database.reading() as session:
        noted = len(session.exec(select(AuditEntry)).all())
    client.get("/api/v1/initiatives", headers=headers)
    after = stored(database)
    assert (before.last_used_on, after.last_used_on) == (None, today())
    assert (after.version, after.updated_at) == (before.version, before.updated_at)
    with database.reading() as session:
        assert len(session.exec(select(AuditEntry)).all()) == noted


def test_a_day_that_is_noted_is_not_written_again(database: Database, world: World) -> None:
    bearer(database, world, TokenScope.READ)
    with database.writing() as session:
        note_use(session, 1, today())
        note_use(session, 1, today().replace(year=2020))
    assert stored(database).last_used_on == today()


def test_the_account_shows_scope_and_last_use(
    client: TestClient, database: Database, ada: object, send: Send, come_in: Send
) -> None:
    come_in()
    made = send("/account/tokens", name="script", scope="read")
    token = made.text.partition("<code>")[2].partition("</code>")[0]
    assert "Read only" in made.text
    assert "not used yet" in made.text
    client.get("/api/v1/initiatives", headers={"Authorization": f"Bearer {token}"})
    assert "last used" in client.get("/account").text


def test_nobody_revokes_the_token_of_somebody_else(
    client: TestClient, database: Database, world: World, send: Send
) -> None:
    headers = bearer(database, world, TokenScope.READ)
    with database.writing() as session:
        client.cookies.set("sid", sign_in(session, world.ben))
    assert send("/account/tokens/1/revoke").status_code == 404
    assert client.get("/api/v1/initiatives", headers=headers).status_code == 200
