"""A provider that is down, slow or strange: a page says so, and nothing is half done."""

import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.accounts import openid
from app.accounts.models import Person
from app.database.engine import Database
from tests.accounts.openid.journeys import START, is_refused, sent
from tests.support.openid_provider import OpenIDProvider
from tests.support.world import come_in

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

NOBODY_LISTENS = "http://127.0.0.1:1"
HERE = "http://issuer.example"
"""Stands for the address of the server that publishes it."""

METADATA = {
    "issuer": HERE,
    "authorization_endpoint": f"{HERE}/authorize",
    "token_endpoint": f"{HERE}/token",
    "jwks_uri": f"{HERE}/keys",
}


@contextmanager
def publishing(text: str) -> Iterator[str]:
    """A server that answers whatever it is asked with this; gives its address."""

    class Publisher(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(text.replace(HERE, address).encode())

        def log_message(self, *said: object) -> None:
            """Not on the screen of the tests."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Publisher) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever).start()
        yield address
        server.shutdown()


def use(application: FastAPI, issuer: str) -> None:
    application.state.settings = application.state.settings.model_copy(update={"openid_issuer": issuer})


def test_a_provider_that_is_down_is_said_on_a_page(
    client: TestClient, application: FastAPI, database: Database
) -> None:
    use(application, NOBODY_LISTENS)
    answer = client.get(START)
    assert is_refused(client, database, answer, 503)
    assert "City Hall does not answer just now." in answer.text
    assert "openid" not in client.cookies


def test_a_provider_that_goes_down_on_the_way_leaves_nothing_half_done(
    client: TestClient, application: FastAPI, database: Database, provider: OpenIDProvider, ada: Person
) -> None:
    returning = provider.let_in(sent(client), "ada")
    use(application, NOBODY_LISTENS)
    assert is_refused(client, database, client.get(returning), 503)


def test_a_provider_that_takes_the_call_and_says_nothing_is_waited_for_a_while_only(
    client: TestClient, application: FastAPI, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openid, "PATIENCE", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        use(application, f"http://127.0.0.1:{silent.getsockname()[1]}")
        assert is_refused(client, database, client.get(START), 503)


def test_while_a_provider_keeps_somebody_waiting_others_write(
    client: TestClient, application: FastAPI, ada: Person
) -> None:
    come_in(client, ada)
    with socket.create_server(("127.0.0.1", 0)) as silent, ThreadPoolExecutor(1) as elsewhere:
        use(application, f"http://127.0.0.1:{silent.getsockname()[1]}")
        waiting = elsewhere.submit(client.get, START)
        asked, _ = silent.accept()
        assert client.post("/sign-out").status_code == 303
        assert not waiting.done()
        asked.close()
        assert waiting.result().status_code == 503


def test_metadata_that_holds_together_sends_people_on(client: TestClient, application: FastAPI) -> None:
    """Else the ones below would be content with any."""
    with publishing(json.dumps(METADATA)) as issuer:
        use(application, issuer)
        assert sent(client).startswith(f"{issuer}/authorize?")


@pytest.mark.parametrize(
    "text",
    [
        "<html>Under repair</html>",
        "[]",
        "{}",
        json.dumps(METADATA | {"issuer": "https://another.example"}),
        json.dumps(METADATA | {"token_endpoint": "http://another.example/token"}),
        json.dumps(METADATA | {"authorization_endpoint": "javascript:alert(1)"}),
        json.dumps(METADATA) + " " * openid.LARGEST_ANSWER,
    ],
    ids=lambda text: text[:20],
)
def test_metadata_that_do_not_hold_together_lead_nowhere(
    client: TestClient, application: FastAPI, database: Database, text: str
) -> None:
    with publishing(text) as issuer:
        use(application, issuer)
        assert is_refused(client, database, client.get(START), 503)
