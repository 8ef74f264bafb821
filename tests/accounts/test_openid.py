"""Coming in through an OpenID Connect provider: a real one, on this machine."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey
from pydantic import ValidationError
from sqlmodel import Session, select

from app.accounts import identities, service
from app.accounts.models import ExternalIdentity, Person
from app.accounts.openid import Provider, Told, Unproven
from app.database.engine import Database
from app.refusals import Absent, Invalid
from app.settings import Settings
from tests.conftest import settings_for
from tests.support.databases import rows
from tests.support.openid_provider import OpenIDProvider, openid_provider
from tests.support.people import make_person
from tests.support.world import come_in

START = "/sign-in/openid"
ADA = "ada@demo.example"
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(scope="session")
def provider() -> Iterator[OpenIDProvider]:
    with openid_provider() as provider:
        yield provider


@pytest.fixture
def settings(database_url: str, tmp_path: Path, provider: OpenIDProvider) -> Settings:
    return provider.settings_for(settings_for(database_url, tmp_path))


@pytest.fixture
def ada(database: Database) -> Person:
    """She has no password: she came by invitation."""
    with database.writing() as session:
        return make_person(session)


def with_password(database: Database, person: Person) -> None:
    with database.writing() as session:
        service.set_password(session, session.get_one(Person, person.id), "correct horse battery staple")


def sent(client: TestClient, start: str = START) -> str:
    """The provider's address that the browser is sent to."""
    answer = client.get(start)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def round_trip(client: TestClient, provider: OpenIDProvider, subject: str, start: str = START) -> Response:
    return client.get(provider.let_in(sent(client, start), subject))


def is_in(client: TestClient) -> bool:
    return client.get("/account").status_code == 200


def is_refused(client: TestClient, database: Database, answer: Response, status: int) -> bool:
    """With a page, without a session, without a row."""
    stored = rows(database)
    return (
        answer.status_code == status
        and "<h1>" in answer.text
        and not is_in(client)
        and stored["sign_in"] == stored["external_identity"] == 0
    )


def altered(address: str, **parameters: str) -> str:
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    return f"{address.partition('?')[0]}?{urlencode(asked | parameters)}"


def identities_stored(database: Database) -> list[tuple[str, int, bool]]:
    """Subject, person and whether it is linked now."""
    with database.reading() as session:
        kept = session.exec(select(ExternalIdentity)).all()
        return [(row.subject, row.person_id, row.archived_at is None) for row in kept]


# Who comes in


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


# What proves who it is


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


# The signature, on tokens that no honest provider would make

OURS = Settings(_env_file=None, openid_issuer="https://issuer.example", openid_client_id="tandem")
KEY = RSAKey.generate_key(2048, {"kid": "one"})
KEYS = KeySet([RSAKey.import_key(KEY.as_dict(private=False))])


def id_token(key: RSAKey | OctKey, algorithm: str, **claims: Any) -> str:
    now = int(time.time())
    told = {"iss": OURS.openid_issuer, "aud": "tandem", "sub": "ada", "nonce": "once", "iat": now}
    return jwt.encode(
        {"alg": algorithm, "kid": "one"}, told | {"exp": now + 60} | claims, key, algorithms=[algorithm]
    )


def verified(token: str) -> dict[str, Any]:
    return Provider(OURS).verified(token, KEYS, OURS.openid_issuer, "once")


def test_a_token_signed_with_the_providers_key_is_taken() -> None:
    assert verified(id_token(KEY, "RS256"))["sub"] == "ada"


@pytest.mark.parametrize(
    "claims",
    [
        {"sub": ""},
        {"sub": "s" * 256},
        {"sub": 7},
        {"sub": None},
        {"aud": ["tandem", "another place"], "azp": "another place"},
        {"aud": "another place", "azp": "tandem"},
        {"aud": []},
        {"nonce": None},
        {"exp": None},
        {"exp": "tomorrow"},
        {"nbf": 4_000_000_000},
    ],
    ids=str,
)
def test_a_token_with_claims_that_do_not_hold_is_refused(claims: dict[str, Any]) -> None:
    with pytest.raises(Unproven):
        verified(id_token(KEY, "RS256", **claims))


def test_a_token_signed_with_another_key_is_refused() -> None:
    with pytest.raises(Unproven):
        verified(id_token(RSAKey.generate_key(2048, {"kid": "one"}), "RS256"))


def test_a_token_signed_with_the_public_key_as_if_it_were_a_secret_is_refused() -> None:
    public = OctKey.import_key("a public key that everybody knows, used as a secret")
    with pytest.raises(Unproven):
        verified(id_token(public, "HS256"))


def test_a_token_without_a_signature_is_refused() -> None:
    head, body, _signature = id_token(KEY, "RS256").split(".")
    unsigned = "eyJhbGciOiJub25lIn0"  # {"alg":"none"}
    for token in (f"{unsigned}.{body}.", f"{head}.{body}.", "", "None"):
        with pytest.raises(Unproven):
            verified(token)


# A provider that fails


@on_sqlite
@pytest.mark.parametrize("issuer", ["http://127.0.0.1:1", "http://[::1]:1"])
def test_a_provider_that_is_down_is_said_on_a_page(
    client: TestClient, database: Database, settings: Settings, issuer: str
) -> None:
    down = settings.model_copy(update={"openid_issuer": issuer})
    client.app.state.settings = down  # type: ignore[attr-defined]  # an ASGI application, to its type
    answer = client.get(START)
    assert is_refused(client, database, answer, 503)
    assert "City Hall does not answer just now." in answer.text
    assert "openid" not in client.cookies


@on_sqlite
def test_a_provider_that_goes_down_on_the_way_leaves_nothing_half_done(
    client: TestClient, database: Database, settings: Settings, ada: Person
) -> None:
    with openid_provider() as provider:
        client.app.state.settings = provider.settings_for(settings)  # type: ignore[attr-defined]  # as above
        returning = provider.let_in(sent(client), "ada")
        provider.stop()
    assert is_refused(client, database, client.get(returning), 503)


# Linking and unlinking


def test_somebody_signed_in_links_after_saying_so(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person
) -> None:
    with_password(database, ada)
    come_in(client, ada)
    provider.knows("ada-at-work", email="a.lovelace@work.example", email_verified=True)
    answer = round_trip(client, provider, "ada-at-work", "/account/openid")
    page = client.get(answer.headers["location"])
    assert "a.lovelace@work.example" in page.text
    assert identities_stored(database) == []
    assert client.post("/account/identities").headers["location"] == "/account"
    assert identities_stored(database) == [("ada-at-work", ada.id, True)]
    client.cookies.clear()
    assert round_trip(client, provider, "ada-at-work").status_code == 303
    assert is_in(client)


@on_sqlite
def test_nothing_is_linked_without_having_been_at_the_provider(
    client: TestClient, database: Database, ada: Person
) -> None:
    come_in(client, ada)
    assert client.get("/account/identities/new").status_code == 400
    assert client.post("/account/identities").status_code == 400
    assert identities_stored(database) == []


@on_sqlite
def test_linking_is_for_those_who_are_signed_in(client: TestClient, provider: OpenIDProvider) -> None:
    provider.knows("zoe", email="zoe@demo.example", email_verified=True)
    answer = round_trip(client, provider, "zoe", "/account/openid")
    page = client.get(answer.headers["location"])
    assert page.headers["location"] == "/sign-in?next=/account/identities/new"
    same_origin = {"sec-fetch-site": "same-origin"}
    assert client.post("/account/identities", headers=same_origin).status_code == 401


def test_an_identity_of_one_person_is_not_linked_with_another(session: Session) -> None:
    ada, mallory = make_person(session), make_person(session, "Mallory")
    told = Told("https://issuer.example", "ada")
    identities.link_identity(session, ada, told)
    with pytest.raises(Invalid, match="somebody else"):
        identities.link_identity(session, mallory, told)


def test_linking_twice_is_linking_once(session: Session) -> None:
    ada, told = make_person(session), Told("https://issuer.example", "ada")
    identities.link_identity(session, ada, told)
    identities.link_identity(session, ada, told)
    assert len(identities.identities_of(session, ada.key)) == 1


def test_what_was_unlinked_can_be_linked_with_somebody_else(session: Session) -> None:
    ada, ben = make_person(session), make_person(session, "Ben")
    service.set_password(session, ada, "correct horse battery staple")
    told = Told("https://issuer.example", "shared")
    identities.link_identity(session, ada, told)
    identities.unlink_identity(session, ada.key, identities.identities_of(session, ada.key)[0].key)
    identities.link_identity(session, ben, told)
    assert identities.person_told(session, told, "City Hall") is ben
    assert not identities.identities_of(session, ada.key)


def test_the_only_way_in_is_not_unlinked(session: Session) -> None:
    ada = make_person(session)
    identities.link_identity(session, ada, Told("https://issuer.example", "ada"))
    (identity,) = identities.identities_of(session, ada.key)
    with pytest.raises(Invalid, match="only way in"):
        identities.unlink_identity(session, ada.key, identity.key)


def test_another_persons_identity_is_nowhere(session: Session) -> None:
    ada, mallory = make_person(session), make_person(session, "Mallory")
    identities.link_identity(session, ada, Told("https://issuer.example", "ada"))
    (identity,) = identities.identities_of(session, ada.key)
    with pytest.raises(Absent):
        identities.unlink_identity(session, mallory.key, identity.key)


@on_sqlite
def test_an_unlinked_identity_opens_nothing_any_more(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person
) -> None:
    with database.writing() as session:
        identities.link_identity(session, ada, Told(provider.issuer, "ada"))
    with_password(database, ada)
    come_in(client, ada)
    unlink = re.search(r"/account/identities/\d+/unlink", client.get("/account").text)
    assert unlink is not None
    assert client.post(unlink[0]).status_code == 303
    client.cookies.clear()
    provider.knows("ada", email=ADA, email_verified=True)
    assert round_trip(client, provider, "ada").status_code == 403


# Where it is offered


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
