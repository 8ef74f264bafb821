"""What proves who comes back from the provider, and what does not."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.accounts.models import Person
from app.database.engine import Database
from tests.accounts.openid.journeys import ADA, altered, is_in, is_refused, round_trip, sent
from tests.support.openid_provider import OpenIDProvider

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@on_sqlite
@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "of another journey"},
        {"aud": "another place"},
        {"iss": "https://another.example"},
        {"exp": 1_000_000_000},
        {"iat": 4_000_000_000},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_this_place_and_moment_opens_nothing(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person, claims: dict[str, Any]
) -> None:
    provider.knows("ada", email=ADA, email_verified=True, **claims)
    assert is_refused(client, database, round_trip(client, provider, "ada"), 400)


@on_sqlite
@pytest.mark.parametrize("parameter", ["nonce", "state", "code_challenge"])
def test_what_somebody_else_began_cannot_be_finished_here(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person, parameter: str
) -> None:
    provider.knows("ada", email=ADA, email_verified=True)
    others = altered(sent(client), **{parameter: "x" * 43})
    assert is_refused(client, database, client.get(provider.let_in(others, "ada")), 400)


@on_sqlite
def test_a_return_without_the_cookie_of_the_start_is_refused(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person
) -> None:
    provider.knows("ada", email=ADA, email_verified=True)
    returning = provider.let_in(sent(client), "ada")
    client.cookies.clear()
    assert is_refused(client, database, client.get(returning), 400)


@on_sqlite
def test_a_return_is_good_once_even_for_whoever_kept_the_cookie(
    client: TestClient, provider: OpenIDProvider, ada: Person
) -> None:
    provider.knows("ada", email=ADA, email_verified=True)
    returning = provider.let_in(sent(client), "ada")
    kept = client.cookies["openid"]
    assert client.get(returning).status_code == 303
    client.cookies.clear()
    assert client.get(returning).status_code == 400
    client.cookies.set("openid", kept)
    assert client.get(returning).status_code == 400
    assert not is_in(client)


@on_sqlite
def test_a_journey_that_took_too_long_is_not_finished(
    client: TestClient, provider: OpenIDProvider, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider.knows("ada", email=ADA, email_verified=True)
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: 1_000_000_000)
    address = sent(client)
    monkeypatch.undo()
    assert client.get(provider.let_in(address, "ada")).status_code == 400
    assert not is_in(client)
