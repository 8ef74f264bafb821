"""Links that a letter brings: to sign in once, and to choose a password."""

from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from app.accounts.models import Person, SignInLink
from app.database.engine import Database
from tests.accounts.conftest import Send
from tests.support.databases import rows
from tests.support.mail_server import Mailbox

NEW = "a garden of four seasons"


def path_of(link: str) -> str:
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


@pytest.mark.parametrize("asking", ["/sign-in-link", "/password"])
def test_known_and_unknown_addresses_get_the_same_answer(
    send: Send, mailbox: Mailbox, ada: Person, asking: str
) -> None:
    known = send(asking, email="Ada@Demo.Example")
    unknown = send(asking, email="eda@demo.example")
    assert known.status_code == unknown.status_code == 200
    assert known.text.replace("ada@", "eda@") == unknown.text
    assert [letter["To"] for letter in mailbox.letters] == ["ada@demo.example"]


def test_the_mailed_link_signs_in_and_leads_on(
    client: TestClient, send: Send, mailbox: Mailbox, ada: Person
) -> None:
    send("/sign-in-link", email=ada.email, next="/portfolios?as_of=2025-01-01&x=1")
    (link,) = mailbox.links()
    assert link.startswith("http://testserver/sign-in/")
    page = client.get(path_of(link))
    assert 'value="/portfolios?as_of=2025-01-01&amp;x=1"' in page.text
    answer = send(urlsplit(link).path, next="/portfolios?as_of=2025-01-01&x=1")
    assert answer.headers["location"] == "/portfolios?as_of=2025-01-01&x=1"
    assert client.get("/account").status_code == 200


def test_a_mail_program_that_looks_at_the_link_does_not_use_it_up(
    client: TestClient, send: Send, mailbox: Mailbox, ada: Person
) -> None:
    send("/sign-in-link", email=ada.email)
    link = path_of(mailbox.links()[0])
    for _ in range(3):
        client.get(link)
        client.head(link)
    assert send(link).status_code == 303


def test_a_forgotten_password_is_chosen_anew(
    client: TestClient, send: Send, come_in: Send, mailbox: Mailbox, ada: Person
) -> None:
    send("/password", email=ada.email)
    link = path_of(mailbox.links()[0])
    assert ada.email in client.get(link).text
    assert send(link, password=NEW).headers["location"] == "/account"
    assert client.get("/account").status_code == 200
    assert send(link, password="another one entirely").status_code == 422
    assert come_in(NEW).status_code == 303


def test_a_refused_password_does_not_use_the_link_up(send: Send, mailbox: Mailbox, ada: Person) -> None:
    send("/password", email=ada.email)
    link = path_of(mailbox.links()[0])
    assert "Use at least 12 characters." in send(link, password="short").text
    assert "your name or your address" in send(link, password="ada@demo.example").text
    assert send(link, password=NEW).status_code == 303


def test_a_link_opens_only_what_it_is_for(send: Send, mailbox: Mailbox, ada: Person) -> None:
    send("/sign-in-link", email=ada.email)
    token = mailbox.links()[0].rpartition("/")[2]
    assert send(f"/password/{token}", password=NEW).status_code == 422
    assert send(f"/set-up/{token}").status_code == 422
    assert send(f"/sign-in/{token}").status_code == 303


def test_letters_come_in_the_language_of_whoever_gets_them(
    client: TestClient, database: Database, send: Send, mailbox: Mailbox, ada: Person
) -> None:
    with database.writing() as session:
        session.get_one(Person, ada.id).locale = "fr-CA"
    send("/password", email=ada.email)
    assert mailbox.letters[0]["Subject"] == "Choisissez un nouveau mot de passe pour Tandem"


def test_those_who_never_chose_a_language_get_that_of_the_page(
    client: TestClient, mailbox: Mailbox, ada: Person
) -> None:
    client.post("/sign-in-link", data={"email": ada.email}, headers={"accept-language": "fr"})
    assert mailbox.letters[0]["Subject"] == "Votre lien pour vous connecter à Tandem"


def test_a_fourth_letter_in_five_minutes_is_refused_for_known_and_unknown_alike(
    send: Send, mailbox: Mailbox, ada: Person
) -> None:
    for email in (ada.email, "nobody@demo.example"):
        assert [send("/password", email=email).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert len(mailbox.letters) == 3


def test_without_a_mail_server_the_page_says_who_can_help(
    client: TestClient, database: Database, send: Send, ada: Person
) -> None:
    assert "Ask an administrator of your organization" in client.get("/password").text
    assert "Ask an administrator of your organization" in send("/password", email=ada.email).text
    assert send("/sign-in-link", email=ada.email).status_code == 404
    assert "/sign-in-link" not in client.get("/sign-in").text
    assert rows(database)["sign_in_link"] == 0


def test_an_address_that_is_none_is_said_so(send: Send, mailbox: Mailbox) -> None:
    assert send("/password", email="nobody").status_code == 422
    assert send("/sign-in-link", email="").status_code == 422
    assert not mailbox.letters


def test_nothing_is_looked_up_before_the_answer(
    client: TestClient, database: Database, send: Send, mailbox: Mailbox, ada: Person
) -> None:
    """A refused request sends nothing and makes no link: what is done, is done after the answer."""
    client.post("/password", data={"email": ada.email}, headers={"sec-fetch-site": "cross-site"})
    assert rows(database)[SignInLink.__tablename__] == 0
    assert not mailbox.letters
