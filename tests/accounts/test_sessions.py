"""Seeing where one is signed in, and ending it."""

import pytest
from fastapi.testclient import TestClient

from app.accounts.devices import device_of
from app.accounts.models import Person, SignIn
from app.accounts.service import sign_in
from app.database.engine import Database
from tests.accounts.conftest import PASSWORD, Send
from tests.support.databases import rows
from tests.support.people import make_person

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
CHROME = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36"
)
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.0 Mobile/15E148 Safari/604.1"
)


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        (FIREFOX, "Firefox, Linux"),
        (CHROME, "Chrome, Android"),
        (CHROME + " Edg/140.0", "Edge, Android"),
        (SAFARI, "Safari, iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 OPR/115", "Opera, Windows"),
        ("curl/8.5", ""),
        ("", ""),
        ("<script>alert(1)</script>", ""),
    ],
)
def test_a_device_is_named_in_plain_words(user_agent: str, device: str) -> None:
    assert device_of(user_agent) == device


def test_the_account_shows_every_session_and_which_one_this_is(
    client: TestClient, database: Database, ada: Person
) -> None:
    with database.writing() as session:
        sign_in(session, ada, "Chrome, Android")
    credentials = {"email": ada.email, "password": PASSWORD}
    client.post("/sign-in", data=credentials, headers={"user-agent": FIREFOX})
    page = client.get("/account").text
    assert page.index("Firefox, Linux") < page.index("this one") < page.index("Chrome, Android")


def test_one_session_is_ended_and_the_others_stay(
    client: TestClient, database: Database, ada: Person, send: Send, come_in: Send
) -> None:
    with database.writing() as session:
        lost = sign_in(session, ada)
    come_in()
    assert send("/account/sessions/1/end").headers["location"] == "/account"
    assert client.get("/account").status_code == 200
    client.cookies.clear()
    client.cookies.set("sid", lost)
    assert client.get("/account").status_code == 303


def test_signing_out_everywhere_ends_this_one_too(
    client: TestClient, database: Database, ada: Person, send: Send, come_in: Send
) -> None:
    with database.writing() as session:
        sign_in(session, ada)
    come_in()
    kept = client.cookies["sid"]
    send("/account/sessions/end")
    assert rows(database)["sign_in"] == 0
    client.cookies.set("sid", kept)
    assert client.get("/account").status_code == 303


def test_nobody_ends_the_session_of_somebody_else(
    database: Database, ada: Person, send: Send, come_in: Send
) -> None:
    with database.writing() as session:
        sign_in(session, make_person(session, "Ben"))
    come_in()
    assert send("/account/sessions/1/end").status_code == 404
    assert send("/account/sessions/999/end").status_code == 404
    assert rows(database)["sign_in"] == 2


def test_signing_in_again_replaces_the_session_of_this_browser(
    database: Database, ada: Person, come_in: Send
) -> None:
    come_in()
    come_in()
    assert rows(database)[SignIn.__tablename__] == 1
