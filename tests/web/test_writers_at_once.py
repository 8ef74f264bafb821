"""Fifty people change one entry in one moment; a form arrives twenty times. By HTTP, on both databases."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import pairwise
from pathlib import Path
from threading import Barrier, Semaphore
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest
from fastapi import FastAPI
from sqlmodel import select

from app.accounts.schemas import ApiTokenCreate
from app.accounts.service import make_api_token, sign_in
from app.activities.models import Activity
from app.database.audit import Action, AuditEntry
from app.main import create_app
from app.settings import Settings
from tests.support.entries import make_activity
from tests.support.live_server import served
from tests.support.world import World, make_world

WRITERS = 50
BACK_AT_ONCE = 10
COPIES = 20
TRIES = 400
PATIENCE = 25


@pytest.fixture
def live(database_url: str, tmp_path: Path) -> Iterator[FastAPI]:
    def application_at(address: str) -> FastAPI:
        return create_app(
            Settings(_env_file=None, database_url=database_url, data_dir=tmp_path, base_url=address)
        )

    with served(application_at) as application:
        yield application


@pytest.fixture
def stored_world(live: FastAPI) -> World:
    with live.state.database.writing() as session:
        return make_world(session)


class Program:
    """A client with a connection of its own, and light: fifty share two cores with the server."""

    def __init__(self, connection: HTTPConnection, token: str) -> None:
        self.connection = connection
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, dict[str, Any]]:
        self.connection.request(method, path, json.dumps(body) if body else None, self.headers | headers)
        answer = self.connection.getresponse()
        return answer.status, json.loads(answer.read())

    def hang_up(self) -> None:
        """Before a rest that may outlast the server's patience; the next question opens the line again."""
        self.connection.close()


@dataclass
class Rush:
    """Fifty write in one moment; those refused come back ten at a time, or they would refuse one another
    more than a thousand times."""

    address: str
    token: str
    item: str
    statuses: list[int] = field(default_factory=list)
    start: Barrier = field(default_factory=lambda: Barrier(WRITERS, timeout=PATIENCE))
    again: Semaphore = field(default_factory=lambda: Semaphore(BACK_AT_ONCE))

    def edited(self, number: int) -> str:
        """Reads; once all have read, writes at that version, and again at the one that a refusal names."""
        with self.program() as program:
            version = program.ask("GET", self.item)[1]["version"]
            program.hang_up()
            self.start.wait()
            version = self._write(program, version, number)
            program.hang_up()
            with self.again:
                for _ in range(TRIES):
                    if version is None:
                        return _title(number)
                    version = self._write(program, version, number)
        raise AssertionError(f"writer {number} never got through")

    @contextmanager
    def program(self) -> Iterator[Program]:
        with closing(HTTPConnection(urlsplit(self.address).netloc, timeout=PATIENCE)) as connection:
            yield Program(connection, self.token)

    def _write(self, program: Program, version: int, number: int) -> int | None:
        """The version that is there instead, if it was refused."""
        named = {"If-Match": f'"{version}"'}
        status, answer = program.ask("PATCH", self.item, {"title": _title(number)}, **named)
        self.statuses.append(status)
        return None if status == 200 else int(answer["version"])


def _title(number: int) -> str:
    return f"Written by {number}"


def test_no_acknowledged_edit_is_lost(live: FastAPI, stored_world: World) -> None:
    """All fifty have read the same version before the first of them writes."""
    with live.state.database.writing() as session:
        entry = make_activity(session, stored_world)
        token = make_api_token(session, stored_world.ada.key, ApiTokenCreate(name="writers"))
    rush = Rush(live.state.settings.base_url, token, f"/api/v1/activities/{entry.key}")
    with ThreadPoolExecutor(WRITERS) as people:
        acknowledged = list(people.map(rush.edited, range(WRITERS)))
    with rush.program() as program:
        final = program.ask("GET", rush.item)[1]
    assert set(rush.statuses) == {200, 409}
    assert rush.statuses.count(200) == len(acknowledged) == WRITERS
    with live.state.database.reading() as session:
        changes = session.exec(
            select(AuditEntry)
            .where(AuditEntry.table_name == "activity", AuditEntry.action == Action.CHANGED)
            .order_by(AuditEntry.id)  # type: ignore[arg-type]  # a column
        ).all()
    assert sorted(change.after["title"] for change in changes) == sorted(acknowledged)
    followed = [(one.after["title"], two.before["title"]) for one, two in pairwise(changes)]
    assert all(after == before for after, before in followed)
    assert (final["title"], final["version"]) == (changes[-1].after["title"], WRITERS + 1)


def test_edits_without_a_version_turn_no_other_field_back(live: FastAPI, stored_world: World) -> None:
    """A program that names no version may be told to try again, but must not undo what it did not send."""
    with live.state.database.writing() as session:
        entry = make_activity(session, stored_world, citizens=1, note="")
        token = make_api_token(session, stored_world.ada.key, ApiTokenCreate(name="writers"))
    item = f"/api/v1/activities/{entry.key}"
    changes = [{"citizens": 7}, {"note": "Seen"}, {"title": "Renamed"}, {"professionals": 3}] * 2
    with httpx2.Client(
        base_url=live.state.settings.base_url, headers={"Authorization": f"Bearer {token}"}, timeout=PATIENCE
    ) as client:

        def change(one: dict[str, object]) -> int:
            for _ in range(TRIES):
                status: int = client.patch(item, json=one).status_code
                if status != 409:
                    return status
            return 409

        with ThreadPoolExecutor(len(changes)) as people:
            assert set(people.map(change, changes)) == {200}
        final = client.get(item).json()
    assert (final["citizens"], final["note"], final["title"], final["professionals"]) == (
        7,
        "Seen",
        "Renamed",
        3,
    )


def test_twenty_copies_of_one_form_make_one_row_and_twenty_equal_answers(
    live: FastAPI, stored_world: World
) -> None:
    with live.state.database.writing() as session:
        cookie = sign_in(session, stored_world.ada)
    typed = {
        "_key": "one-form",
        "phase_id": str(stored_world.delivery.key),
        "happened_on": "2025-04-12",
        "title": "Sent in a hurry",
        "citizen_role": "co_led",
        "decision": "jointly",
    }
    address = f"{live.state.settings.base_url}/initiatives/{stored_world.initiative.slug}/activities"
    headers = {"Cookie": f"sid={cookie}", "Sec-Fetch-Site": "same-origin"}

    def send(_: int) -> tuple[int, str]:
        answer = httpx2.post(address, data=typed, headers=headers, timeout=PATIENCE)
        return answer.status_code, answer.headers.get("location", "")

    with ThreadPoolExecutor(COPIES) as people:
        answers = Counter(people.map(send, range(COPIES)))
    (only,) = answers
    assert only[0] == 303
    assert re.search(r"/activities/\d+$", only[1])
    with live.state.database.reading() as session:
        assert len(session.exec(select(Activity)).all()) == 1
