"""Linking a provider's account with one's own, and parting them."""

import re

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlmodel import Session

from app.accounts import identities, service
from app.accounts.models import Person
from app.accounts.openid import Told
from app.database.engine import Database
from app.refusals import Absent, Invalid
from tests.accounts.openid.journeys import (
    ADA,
    PASSWORD,
    identities_stored,
    is_in,
    round_trip,
    with_password,
)
from tests.support.openid_provider import OpenIDProvider
from tests.support.people import make_person
from tests.support.world import come_in

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def link(client: TestClient, password: str = "") -> Response:
    return client.post("/account/identities", data={"current_password": password})


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
    assert link(client, PASSWORD).headers["location"] == "/account"
    assert identities_stored(database) == [("ada-at-work", ada.id, True)]
    client.cookies.clear()
    assert round_trip(client, provider, "ada-at-work").status_code == 303
    assert is_in(client)


@on_sqlite
def test_an_open_browser_is_not_enough_to_link_where_there_is_a_password(
    client: TestClient, database: Database, provider: OpenIDProvider, ada: Person
) -> None:
    with_password(database, ada)
    come_in(client, ada)
    round_trip(client, provider, "somebody", "/account/openid")
    assert "This is not your password." in link(client, "a guess").text
    assert identities_stored(database) == []


@on_sqlite
def test_nothing_is_linked_without_having_been_at_the_provider(
    client: TestClient, database: Database, ada: Person
) -> None:
    come_in(client, ada)
    assert client.get("/account/identities/new").status_code == 400
    assert link(client).status_code == 400
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
