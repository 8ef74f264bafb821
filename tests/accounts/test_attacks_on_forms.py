"""Forms that another site sends in somebody's name: every unsafe address there is, however it is asked.

Asked of the application itself without a database: what is refused is refused before anything is read.
"""

import asyncio
from collections.abc import Iterator
from itertools import product

import pytest
from fastapi import FastAPI
from starlette.types import Message

from app.web.access_check import routes
from app.web.csrf import SAFE_METHODS

Headers = dict[str, str]

OUR_ORIGIN = "http://testserver"
ORIGINS = (None, OUR_ORIGIN, "null", "https://evil.example", f"{OUR_ORIGIN}.evil.example")
FOREIGN_SITES = ("cross-site", "same-site", "")
CONTENT_TYPES = ("application/x-www-form-urlencoded", "text/plain", "application/json")
COOKIES = (None, "sid=x")
ODD = (
    {"sec-fetch-site": "Same-Origin "},
    {"sec-fetch-site": "same-origin, cross-site"},
    {"origin": "", "cookie": "sid=x"},
    {"origin": "https://testserver", "cookie": "sid=x"},
    {"origin": f"{OUR_ORIGIN}, https://evil.example"},
    {"origin": f"{OUR_ORIGIN}@evil.example"},
    {"origin": f"{OUR_ORIGIN}:81"},
    {"content-type": "multipart/form-data; boundary=x", "cookie": "__Host-sid=x; sid=y"},
    {"authorization": "Bearer x", "cookie": "sid=x"},
    {"referer": f"{OUR_ORIGIN}/", "cookie": "sid=x"},
    {"x-requested-with": "XMLHttpRequest", "hx-request": "true", "cookie": "sid=x"},
)
"""What is no answer of any browser, or no proof of where a form comes from."""

LEAST_ADDRESSES = 60
REFUSED, TROUBLE = 403, 500


@pytest.fixture
def without_database(built_once: FastAPI, monkeypatch: pytest.MonkeyPatch) -> FastAPI:
    """Whoever gets past the gate finds no database, and fails with 500."""
    monkeypatch.setattr(built_once.state, "database", None, raising=False)
    return built_once


def unsafe_addresses(application: FastAPI) -> list[tuple[str, str]]:
    return sorted(
        (method, str(route.path).replace("{", "").replace("}", "").replace("_id", "1"))
        for route in routes(application)
        for method in (getattr(route, "methods", None) or set()) - SAFE_METHODS
    )


def foreign() -> Iterator[Headers]:
    """Every way in which a browser, new or old, says that another site sends it, or says nothing."""
    for site, origin, content_type, cookie in product(
        (None, *FOREIGN_SITES), ORIGINS, CONTENT_TYPES, COOKIES
    ):
        says_foreign = site is not None or origin not in {None, OUR_ORIGIN}
        if says_foreign or (origin is None and cookie):
            given = {
                "sec-fetch-site": site,
                "origin": origin,
                "content-type": content_type,
                "cookie": cookie,
            }
            yield {name: value for name, value in given.items() if value is not None}


OURS = (
    {"sec-fetch-site": "same-origin", "cookie": "sid=x"},
    {"sec-fetch-site": "none"},
    {"origin": OUR_ORIGIN, "cookie": "sid=x"},
)


async def status_of(application: FastAPI, method: str, path: str, headers: Headers) -> int:
    """Of a request whose body never arrives."""
    answers: list[int] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def keep(message: Message) -> None:
        if message["type"] == "http.response.start":
            answers.append(message["status"])

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"testserver"), *((n.encode(), v.encode()) for n, v in headers.items())],
        "client": ("203.0.113.7", 1),
        "server": ("testserver", 80),
    }
    await application(scope, receive, keep)
    return answers[0]


def statuses(
    application: FastAPI, some: list[tuple[str, str]], kinds: list[Headers]
) -> set[tuple[str, str, int]]:
    async def ask() -> set[tuple[str, str, int]]:
        return {
            (method, path, await status_of(application, method, path, headers))
            for method, path in some
            for headers in kinds
        }

    return asyncio.run(ask())


def test_the_matrix_is_large_and_holds_the_doors_themselves(built_once: FastAPI) -> None:
    some = unsafe_addresses(built_once)
    assert len(some) >= LEAST_ADDRESSES
    assert {("POST", "/sign-in"), ("POST", "/sign-out"), ("POST", "/demo/sign-in")} <= set(some)
    assert len(list(foreign())) > 100


def test_no_other_site_sends_anything_to_any_address(without_database: FastAPI) -> None:
    some = unsafe_addresses(without_database)
    found = statuses(without_database, some, list(foreign()))
    assert not {answer for answer in found if answer[2] != REFUSED}


def test_odd_headers_open_no_door(without_database: FastAPI) -> None:
    doors = [("POST", "/sign-in"), ("POST", "/sign-out"), ("POST", "/api/v1/initiatives")]
    found = statuses(without_database, doors, list(ODD))
    assert not {answer for answer in found if answer[2] != REFUSED}


def test_our_own_pages_get_past_the_gate_at_every_address(without_database: FastAPI) -> None:
    """Else the test above would be content with a gate that lets nobody in."""
    some = [address for address in unsafe_addresses(without_database) if not address[1].startswith("/api/")]
    found = statuses(without_database, some, list(OURS))
    assert not {answer for answer in found if answer[2] == REFUSED}


def test_a_program_with_a_token_needs_no_origin(without_database: FastAPI) -> None:
    some = [address for address in unsafe_addresses(without_database) if address[1].startswith("/api/")]
    assert some
    found = statuses(
        without_database, some, [{"authorization": "Bearer x", "content-type": "application/json"}]
    )
    assert not {answer for answer in found if answer[2] == REFUSED}


def test_what_gets_past_the_gate_would_have_asked_the_database(without_database: FastAPI) -> None:
    (answer,) = statuses(without_database, [("POST", "/sign-out")], [{"sec-fetch-site": "same-origin"}])
    assert answer[2] == TROUBLE
