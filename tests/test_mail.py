"""Letters leave after the commit, through a real mail server, and a dead one is in nobody's way."""

import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword
from fastapi import BackgroundTasks, FastAPI
from fastapi.testclient import TestClient
from pydantic import ValidationError

from app.mail import Letter, post_later, send
from app.settings import Settings
from tests.support.mail_server import Mailbox, mail_server

LETTER = Letter("ada@demo.example", "Mot de passe oublié", "Voici le lien :\n\nhttp://testserver/x\n")


def settings_with(url: str, mail_from: str = "Tandem <tandem@demo.example>") -> Settings:
    return Settings(_env_file=None, smtp_url=url, mail_from=mail_from, data_dir=Path("var"))


@pytest.fixture
def post() -> Iterator[tuple[Mailbox, Settings]]:
    with mail_server() as (mailbox, url):
        yield mailbox, settings_with(url)


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


def test_a_letter_arrives_as_it_was_written(post: tuple[Mailbox, Settings]) -> None:
    mailbox, settings = post
    assert send(settings, LETTER)
    (letter,) = mailbox.letters
    assert (letter["To"], letter["Subject"]) == (LETTER.to, LETTER.subject)
    assert letter["From"] == "Tandem <tandem@demo.example>"
    assert letter["X-Recipients"] == LETTER.to
    assert mailbox.text() == LETTER.text


def test_without_a_server_the_letter_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "tandem.mail"):
        assert not send(settings_with(""), LETTER)
    assert "http://testserver/x" in caplog.text


def test_a_server_that_is_down_is_logged_without_the_text(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "tandem.mail"):
        assert not send(settings_with(f"smtp://127.0.0.1:{closed_port()}"), LETTER)
    assert "Mot de passe oublié" in caplog.text
    assert "http://testserver/x" not in caplog.text


@pytest.mark.parametrize(
    "letter",
    [
        Letter("ada@demo.example\nBcc: all@demo.example", "Hello", "Text"),
        Letter("ada@demo.example", "Hello\r\nBcc: all@demo.example", "Text"),
    ],
)
def test_no_line_break_smuggles_another_header_in(post: tuple[Mailbox, Settings], letter: Letter) -> None:
    mailbox, settings = post
    assert not send(settings, letter)
    assert not mailbox.letters


def test_the_password_of_the_url_is_used() -> None:
    def known(server: object, session: object, envelope: object, mechanism: str, given: object) -> AuthResult:
        assert isinstance(given, LoginPassword)
        is_right = (given.login, given.password) == (b"tandem@host", b"p@ss")
        return AuthResult(success=is_right, handled=is_right)

    with mail_server(authenticator=known, auth_require_tls=False) as (mailbox, url):
        assert send(settings_with(url.replace("//", "//tandem%40host:p%40ss@")), LETTER)
        assert not send(settings_with(url.replace("//", "//tandem%40host:wrong@")), LETTER)
    assert len(mailbox.letters) == 1


def test_starttls_is_not_given_up_when_the_server_offers_none(post: tuple[Mailbox, Settings]) -> None:
    mailbox, settings = post
    url = settings.smtp_url.get_secret_value().replace("smtp://", "smtp+starttls://")
    assert not send(settings_with(url), LETTER)
    assert not mailbox.letters


@pytest.mark.parametrize(
    ("url", "mail_from"),
    [("mail.example:25", "tandem@demo.example"), ("smtp://mail.example", ""), ("http://x", "a@b")],
)
def test_half_a_setting_stops_the_start(url: str, mail_from: str) -> None:
    with pytest.raises(ValidationError):
        settings_with(url, mail_from)


def test_the_password_is_not_shown_with_the_settings() -> None:
    assert "p4ssw0rd" not in repr(settings_with("smtp://tandem:p4ssw0rd@mail.example"))


def test_a_letter_leaves_after_the_answer_and_its_trouble_does_not_touch_it() -> None:
    application = FastAPI()

    @application.post("/letter")
    def write(tasks: BackgroundTasks) -> str:
        post_later(tasks, settings_with(f"smtp://127.0.0.1:{closed_port()}"), LETTER)
        return "done"

    assert TestClient(application).post("/letter").json() == "done"
