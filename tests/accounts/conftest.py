"""Somebody with a password, and a mail server that keeps what it gets."""

from collections.abc import Callable, Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from pydantic import SecretStr

from app.accounts import service
from app.accounts.models import Person
from app.database.engine import Database
from tests.support.mail_server import Mailbox, mail_server
from tests.support.people import make_person

PASSWORD = "correct horse battery staple"

Send = Callable[..., Response]


@pytest.fixture
def ada(database: Database) -> Person:
    with database.writing() as session:
        person = make_person(session)
        service.set_password(session, person, PASSWORD)
        return person


@pytest.fixture
def mailbox(application: FastAPI) -> Iterator[Mailbox]:
    """From here on the application's settings name a mail server."""
    with mail_server() as (mailbox, url):
        application.state.settings = application.state.settings.model_copy(
            update={"smtp_url": SecretStr(url), "mail_from": "Tandem <tandem@demo.example>"}
        )
        yield mailbox


@pytest.fixture
def send(client: TestClient) -> Send:
    """A form as our own pages send it."""
    return lambda path, **fields: client.post(path, data=fields, headers={"sec-fetch-site": "same-origin"})


@pytest.fixture
def come_in(send: Send, ada: Person) -> Send:
    return lambda password=PASSWORD: send("/sign-in", email=ada.email, password=password)
