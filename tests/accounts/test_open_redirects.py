"""After signing in people go on inside the site: to the page they asked for, and to no stranger."""

import unicodedata
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from app.accounts.models import Person
from app.accounts.service import sign_in
from app.database.engine import Database
from app.web.answers import inside
from tests.accounts.conftest import PASSWORD, Send

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

STRANGERS = [
    *("//evil.example", "///evil.example", "////evil.example", "//evil.example/%2f..", "//evil.example:80"),
    *(
        "http://evil.example",
        "https://evil.example",
        "HTTPS://evil.example",
        "hTTp:evil.example",
        "http:/evil.example",
    ),
    *(
        "http:///evil.example",
        "https:evil.example",
        "ftp://evil.example",
        "ws://evil.example",
        "//evil%E3%80%82example",
    ),
    *(
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "javascript://%0aalert(1)",
        "\x01javascript:x",
    ),
    *(
        "data:text/html,x",
        "vbscript:x",
        "blob:http://evil.example/1",
        "file:///etc/passwd",
        "mailto:x@evil.example",
    ),
    *(
        "/\\evil.example",
        "\\/evil.example",
        "\\\\evil.example",
        "/\\/evil.example",
        "\\evil.example",
        "/\\\\evil.example",
    ),
    *(
        "//\\evil.example",
        "/\\\tevil.example",
        "http:\\\\evil.example",
        "/a\\..\\..\\\\evil.example",
        "//user@evil.example",
    ),
    *(
        "/\t/evil.example",
        "/\n/evil.example",
        "/\r/evil.example",
        "\t//evil.example",
        "\n//evil.example",
        " //evil.example",
    ),
    *(
        "/\x00/evil.example",
        "/\x0b/evil.example",
        "/\x7f/evil.example",
        "\u00a0//evil.example",
        "/\u200b/evil.example",
    ),
    *(
        "/\u2028/evil.example",
        "/\u00ad/evil.example",
        "/\ufeff/evil.example",
        "//[::1]",
        "//[evil",
        "http://[",
        "///",
    ),
    *(
        "evil.example",
        "evil.example/path",
        "@evil.example",
        ".evil.example",
        ":80",
        "?next=//evil.example",
        "#x",
        "",
    ),
    *(
        "//127.0.0.1@evil.example",
        "//testserver@evil.example",
        "http://testserver@evil.example",
        "http://testserver.evil.example",
    ),
    *(
        "//google.com/%2e%2e",
        "//3232235777",
        "//0x7f.1",
        "/%0d%0aLocation:\r\n//evil.example",
        "/x\r\nSet-Cookie: sid=1",
    ),
]
"""Other hosts, other schemes, and what browsers read as a slash or leave out of an address."""

OURS = [
    *(
        "/",
        "/initiatives",
        "/initiatives?q=a&country=GB",
        "/account#tokens",
        "/a//b",
        "/a?next=//evil.example",
    ),
    *("/%2f%2fevil.example", "/%5cevil.example", "/.//evil.example", "/;//evil.example", "/évaluation"),
]


def test_there_are_enough_of_them() -> None:
    assert len(set(STRANGERS)) >= 60


@pytest.mark.parametrize("address", STRANGERS)
def test_a_stranger_is_not_gone_to(address: str) -> None:
    assert inside(address) == "/"


@pytest.mark.parametrize("address", OURS)
def test_a_page_of_ours_is_kept_whole(address: str) -> None:
    assert inside(address) == address


@on_sqlite
def test_at_every_door_people_stay_on_the_site(
    client: TestClient, database: Database, ada: Person, send: Send
) -> None:
    with database.writing() as session:
        client.cookies.set("sid", sign_in(session, ada))
    for address in STRANGERS:
        answer = client.get("/sign-in", params={"next": address})
        assert answer.headers["location"] == "/", address
        assert send("/language", locale="fr-CA", next=address).headers["location"] == "/", address


@on_sqlite
def test_the_page_asked_for_comes_back_with_its_query(client: TestClient, ada: Person, send: Send) -> None:
    asked = "/portfolios/northside?as_of=2025-01-01&country=GB&q=caf%C3%A9+%26+th%C3%A9"
    way = client.get(asked).headers["location"]
    assert way.startswith("/sign-in?next=")
    page = client.get(way).text
    next_page = page.partition('name="next" value="')[2].partition('"')[0].replace("&amp;", "&")
    answer = send("/sign-in", email=ada.email, password=PASSWORD, next=next_page)
    assert urlsplit(answer.headers["location"]) == urlsplit(asked)


def test_the_list_holds_what_a_browser_would_leave_out() -> None:
    """Tabs and line ends vanish inside an address: a list without them would prove little."""
    unseen = {unicodedata.category(character) for address in STRANGERS for character in address}
    assert {"Cc", "Cf", "Zs", "Zl"} <= unseen
