"""Coming in through an OpenID Connect provider: a real one, on this machine."""

from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import SecretStr, ValidationError

from app.accounts import identities
from app.accounts.models import Person
from app.accounts.openid import Metadata, Provider, Told
from app.database.engine import Database
from app.settings import Settings
from tests.accounts.openid.journeys import (
    ADA,
    START,
    identities_stored,
    is_in,
    is_refused,
    round_trip,
    sent,
    with_password,
)
from tests.support.databases import rows
from tests.support.openid_provider import OpenIDProvider
from tests.support.world import come_in

ISSUER = "https://issuer.example"
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_a_first_sign_in_with_a_verified_address_links_the_account_and_comes_in(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person
) -> None:
    provider.knows("ada", email="Ada@Demo.Example", email_verified=True)
    answer = round_trip(client, provider, "ada", f"{START}?next=/help")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/help"
    assert is_in(client)
    assert identities_stored(database) == [("ada", ada.id, True)]


@on_sqlite
def test_a_linked_person_comes_in_whatever_address_the_provider_has(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person
) -> None:
    with database.writing() as session:
        identities.link_identity(session, ada, Told(provider.issuer, "ada"))
    provider.knows("ada", email="new@elsewhere.example")
    assert round_trip(client, provider, "ada").status_code == 303
    assert is_in(client)


@on_sqlite
def test_an_address_that_is_told_apart_from_the_token_counts_too(
    client: TestClient, provider: OpenIDProvider, ada: Person
) -> None:
    provider.knows("ada", email=ADA, email_verified=True, brief=True)
    assert round_trip(client, provider, "ada").status_code == 303
    assert is_in(client)


@on_sqlite
def test_a_place_without_a_secret_comes_by_its_name_and_the_verifier(
    client: TestClient, application: FastAPI, provider: OpenIDProvider, ada: Person
) -> None:
    given = provider.settings_for(application.state.settings, "none")
    application.state.settings = given.model_copy(update={"openid_client_secret": SecretStr("")})
    provider.knows("ada", email=ADA, email_verified=True)
    assert round_trip(client, provider, "ada").status_code == 303
    assert is_in(client)


def test_the_secret_is_shown_in_the_way_that_the_provider_takes_it() -> None:
    ours = Settings.model_validate(
        {"openid_issuer": ISSUER, "openid_client_id": "tandem", "openid_client_secret": "secret"}
    )
    metadata = Metadata(
        issuer=ISSUER,
        authorization_endpoint=ISSUER,
        token_endpoint=ISSUER,
        jwks_uri=ISSUER,
        token_endpoint_auth_methods_supported=["client_secret_post"],
    )
    shown = Provider(ours)._signed({"code": "once"}, metadata)
    assert shown == {"data": {"code": "once", "client_id": "tandem", "client_secret": "secret"}}


@pytest.mark.parametrize("verified", [{}, {"email_verified": False}, {"email_verified": "true"}])
@on_sqlite
def test_an_address_that_the_provider_has_not_verified_opens_nothing(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person, verified: dict[str, Any]
) -> None:
    provider.knows("somebody", email=ADA, **verified)
    answer = round_trip(client, provider, "somebody")
    assert is_refused(client, database, answer, 403)
    assert "No account here is linked with your account at City Hall." in answer.text


def test_a_person_unknown_here_gets_no_account(
    client: TestClient, database: Database, provider: OpenIDProvider
) -> None:
    provider.knows("zoe", email="zoe@demo.example", email_verified=True)
    answer = round_trip(client, provider, "zoe")
    assert is_refused(client, database, answer, 403)
    assert "invitation" in answer.text
    assert rows(database)["person"] == 0


@on_sqlite
def test_an_account_with_a_password_is_not_given_to_whoever_has_the_address_elsewhere(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person
) -> None:
    with_password(database, ada)
    provider.knows("ada", email=ADA, email_verified=True)
    answer = round_trip(client, provider, "ada")
    assert is_refused(client, database, answer, 403)
    assert "Sign in as you did until now" in answer.text


@on_sqlite
def test_an_account_with_another_identity_is_not_linked_unasked(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person
) -> None:
    with database.writing() as session:
        identities.link_identity(session, ada, Told(provider.issuer, "the first"))
    provider.knows("the second", email=ADA, email_verified=True)
    assert round_trip(client, provider, "the second").status_code == 403
    assert not is_in(client)


@on_sqlite
def test_an_archived_person_does_not_come_in(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person
) -> None:
    with database.writing() as session:
        identities.link_identity(session, ada, Told(provider.issuer, "ada"))
        session.get_one(Person, ada.id).archived_at = ada.created_at
    provider.knows("ada", email=ADA, email_verified=True)
    assert round_trip(client, provider, "ada").status_code == 403
    assert not is_in(client)


@on_sqlite
def test_whoever_declines_at_the_provider_is_told_that_nothing_was_finished(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person
) -> None:
    assert is_refused(client, database, client.get(provider.turn_away(sent(client))), 400)


@on_sqlite
@pytest.mark.parametrize("stranger", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_the_next_page_is_one_of_this_site(
    client: TestClient, provider: OpenIDProvider, ada: Person, stranger: str
) -> None:
    provider.knows("ada", email=ADA, email_verified=True)
    answer = round_trip(client, provider, "ada", f"{START}?{urlencode({'next': stranger})}")
    assert answer.headers["location"] == "/"


@on_sqlite
def test_the_sign_in_page_offers_the_provider_by_its_name(client: TestClient) -> None:
    page = client.get("/sign-in?next=/initiatives/a%26b").text
    assert "Sign in with City Hall" in page
    assert 'href="/sign-in/openid?next=/initiatives/a%26b"' in page


@on_sqlite
@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("GET", START),
        ("GET", f"{START}/return"),
        ("GET", "/account/openid"),
        ("GET", "/account/identities/new"),
        ("POST", "/account/identities"),
        ("POST", "/account/identities/1/unlink"),
    ],
)
def test_where_no_provider_is_configured_there_is_no_such_address(
    client: TestClient, settings: Settings, ada: Person, method: str, address: str
) -> None:
    come_in(client, ada)
    client.app.state.settings = settings.model_copy(update={"openid_issuer": ""})  # type: ignore[attr-defined]  # as above
    assert client.request(method, address).status_code == 404
    assert "City Hall" not in client.get("/account").text


@on_sqlite
def test_the_return_address_comes_from_the_settings_whatever_host_is_asked_for(client: TestClient) -> None:
    answer = client.get(START, headers={"host": "localhost"})
    (return_address,) = parse_qs(urlsplit(answer.headers["location"]).query)["redirect_uri"]
    assert return_address == "http://testserver/sign-in/openid/return"


@pytest.mark.parametrize(
    "given",
    [
        {"openid_issuer": "http://issuer.example", "openid_client_id": "tandem"},
        {"openid_issuer": "issuer.example", "openid_client_id": "tandem"},
        {"openid_issuer": "https://issuer.example"},
    ],
)
def test_a_provider_without_https_or_a_name_for_us_stops_the_start(given: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="TANDEM_OPENID_"):
        Settings.model_validate(given)
