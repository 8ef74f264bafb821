"""Choosing another password, and what the old one had opened."""

import pytest
from fastapi.testclient import TestClient

from app.accounts import service
from app.accounts.links import make_link
from app.accounts.models import Person
from app.accounts.schemas import ApiTokenCreate
from app.accounts.service import sign_in
from app.database.engine import Database
from app.refusals import Invalid
from tests.accounts.conftest import PASSWORD, Send

NEW = "a garden of four seasons"


def test_the_new_password_counts_and_the_old_one_does_not(send: Send, come_in: Send) -> None:
    come_in()
    answer = send("/account/password", current_password=PASSWORD, password=NEW)
    assert answer.headers["location"] == "/account"
    send("/sign-out")
    assert come_in().status_code == 422
    assert come_in(NEW).status_code == 303


def test_whoever_changes_it_stays_signed_in_under_another_token(
    client: TestClient, send: Send, come_in: Send
) -> None:
    come_in()
    before = client.cookies["sid"]
    send("/account/password", current_password=PASSWORD, password=NEW)
    assert client.cookies["sid"] != before
    assert client.get("/account").status_code == 200


def test_everything_the_old_one_opened_is_shut(
    client: TestClient, database: Database, ada: Person, send: Send, come_in: Send
) -> None:
    with database.writing() as session:
        elsewhere = sign_in(session, ada)
        link = make_link(session, ada)
        token = service.make_api_token(session, ada.key, ApiTokenCreate(name="script"))
    come_in()
    send("/account/password", current_password=PASSWORD, password=NEW)
    client.cookies.clear()
    assert send(f"/sign-in/{link}").status_code == 422
    bearer = {"Authorization": f"Bearer {token}"}
    assert client.get("/api/v1/initiatives", headers=bearer).status_code == 401
    client.cookies.set("sid", elsewhere)
    assert client.get("/account").status_code == 303


@pytest.mark.parametrize("current", ["", "wrong", NEW])
def test_an_open_browser_alone_changes_no_password(send: Send, come_in: Send, current: str) -> None:
    come_in()
    answer = send("/account/password", current_password=current, password=NEW)
    assert answer.status_code == 422
    assert "This is not your password." in answer.text
    assert come_in().status_code == 303


def test_guessing_the_current_one_ends_after_ten_tries(send: Send, come_in: Send) -> None:
    come_in()
    tries = [send("/account/password", current_password="guess", password=NEW) for _ in range(11)]
    assert [answer.status_code for answer in tries] == [422] * 10 + [429]


def test_whoever_has_none_chooses_one_without(
    client: TestClient, database: Database, ada: Person, send: Send
) -> None:
    with database.writing() as session:
        session.get_one(Person, ada.id).password_hash = None
        client.cookies.set("sid", sign_in(session, ada))
    assert "Current password" not in client.get("/account/password").text
    assert send("/account/password", password=NEW).status_code == 303


@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("", "Fill this in."),
        ("short", "Use at least 12 characters."),
        ("password1234", "one of the first passwords"),
        ("ada@demo.example", "your name or your address"),
    ],
)
def test_a_password_that_is_refused_changes_nothing(
    send: Send, come_in: Send, password: str, message: str
) -> None:
    come_in()
    answer = send("/account/password", current_password=PASSWORD, password=password)
    assert answer.status_code == 422
    assert message in answer.text
    assert come_in().status_code == 303


def test_no_page_sends_a_password_back(send: Send, come_in: Send) -> None:
    come_in()
    answer = send("/account/password", current_password="wrong horse battery", password=NEW)
    assert "wrong horse battery" not in answer.text
    assert NEW not in answer.text


def test_a_password_changed_while_another_was_checked_keeps_the_old_one_out(
    database: Database, ada: Person
) -> None:
    proven = ada.password_hash
    with database.writing() as session:
        service.set_password(session, session.get_one(Person, ada.id), NEW)
    with database.writing() as session, pytest.raises(Invalid):
        service.person_with(session, ada.email, proven)


def test_nobody_changes_a_password_without_signing_in(client: TestClient, send: Send, ada: Person) -> None:
    assert client.get("/account/password").headers["location"] == "/sign-in?next=/account/password"
    assert send("/account/password", password=NEW).status_code == 401
