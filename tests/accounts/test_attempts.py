"""How often somebody may try, by place and by address, whatever a request says of where it comes from."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI
from sqlmodel import Session

from app.accounts.attempts import FROM_ONE_PLACE, note_attempt, place_of
from app.cli import behind_proxies
from app.database.engine import Database
from app.main import create_app
from app.refusals import TooMany
from app.settings import Settings
from tests.support.live_server import served

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
LIMITED = 429


@pytest.mark.parametrize(
    ("host", "place"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_a_place_is_what_its_people_cannot_choose(host: str, place: str) -> None:
    assert place_of(host) == place


def test_each_thing_and_each_place_has_tries_of_its_own(session: Session) -> None:
    note_attempt(session, "here", "rate", limit=1)
    note_attempt(session, "there", "rate", limit=1)
    note_attempt(session, "here", "sign in", limit=1)
    with pytest.raises(TooMany):
        note_attempt(session, "here", "rate", limit=1)


def test_an_address_has_its_tries_wherever_they_come_from(session: Session) -> None:
    for place in ("here", "there"):
        note_attempt(session, place, "sign in", address=" Ada@Demo.Example", limit_for_address=2)
    with pytest.raises(TooMany):
        note_attempt(session, "elsewhere", "sign in", address="ada@demo.example", limit_for_address=2)


def test_tries_in_one_moment_do_not_slip_past_each_other(database: Database) -> None:
    def is_taken(_: int) -> bool:
        try:
            with database.writing() as session:
                note_attempt(session, "here", "rate", limit=5)
        except TooMany:
            return False
        return True

    with ThreadPoolExecutor(10) as people:
        assert sum(people.map(is_taken, range(20))) == 5


def application_at(address: str, database_url: str, folder: Path, trusted: str) -> FastAPI:
    return create_app(
        Settings(
            _env_file=None,
            database_url=database_url,
            data_dir=folder,
            base_url=address,
            trusted_proxies=trusted,
        )
    )


@on_sqlite
@pytest.mark.parametrize(
    ("trusted", "tries", "refused"),
    [("", 100, 100 - FROM_ONE_PLACE), ("127.0.0.1", FROM_ONE_PLACE + 1, 0)],
)
def test_invented_addresses_are_one_place_unless_a_trusted_proxy_names_them(
    database_url: str, tmp_path: Path, trusted: str, tries: int, refused: int
) -> None:
    options = behind_proxies(Settings(_env_file=None, trusted_proxies=trusted))
    made = partial(application_at, database_url=database_url, folder=tmp_path, trusted=trusted)
    with served(made, **options) as application, httpx2.Client() as browser:
        address = application.state.settings.base_url
        answers = [
            browser.post(
                f"{address}/sign-in/guess",
                headers={"X-Forwarded-For": f"198.51.100.{number}", "X-Real-IP": f"198.51.100.{number}"},
            ).status_code
            for number in range(tries)
        ]
    assert answers.count(LIMITED) == refused


@pytest.mark.parametrize("proxies", ["*", "proxy.example", "10.0.0.0/33", "10.0.0.1 10.0.0.2"])
def test_a_proxy_is_trusted_by_its_address_only(proxies: str) -> None:
    with pytest.raises(ValueError, match="name each proxy"):
        Settings(_env_file=None, trusted_proxies=proxies)
