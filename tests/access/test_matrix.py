"""Every address × everybody × everything it could be asked for: who comes in, and who learns nothing.

A cell is one request. What is expected comes from `needs.py`, which was written by hand.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlmodel import Session

from app.accounts.schemas import ApiTokenCreate
from app.accounts.service import make_api_token, sign_in
from app.database.engine import Database
from app.dependencies import OwnTurn, unit_of_work
from app.main import open_database
from app.vocabulary import MemberRole
from tests.access.cells import Address, Answer, Cell, Somebody, Target, addresses, expected, path_of, targets
from tests.access.needs import NEEDS, Need
from tests.conftest import settings_for
from tests.support.databases import SqliteCopies
from tests.support.everything import CANARY, PARTNERS, ROBIN, Everything, make_everything

ORGANIZATIONS = ("lead", *(str(role) for role in PARTNERS), "former", "left", "elsewhere")
VISITOR = Somebody("", None)
AS_HTMX_ASKS = ("lead", "funder", VISITOR.organization)
WITHOUT_RIGHTS = ("former", "left", "elsewhere")
FIRST_AND_LAST = (MemberRole.ADMIN, MemberRole.VIEWER)
"""Where no role has a right, the one that would have most and the one that would have least."""
EVERYBODY = [
    *(Somebody(*who) for who in product(ORGANIZATIONS, MemberRole) if who[0] not in WITHOUT_RIGHTS),
    *(Somebody(*who) for who in product(WITHOUT_RIGHTS, FIRST_AND_LAST)),
    VISITOR,
]
LEAST_CELLS = 10_000
NO_FAULT = 500
TOO_MANY = 429
"""From one place, as all these requests are."""
STATUS = {Answer.FORBIDDEN: {403}, Answer.ABSENT: {404}, Answer.SIGN_IN: {303, 401}, Answer.MEANWHILE: {409}}


class Ground:
    """The application on a database with everything in it, and a way in for everybody."""

    def __init__(self, application: FastAPI, database: Database) -> None:
        self.application = application
        self.database = database
        with database.writing() as session:
            self.everything: Everything = make_everything(session)
            self.keys = {
                Somebody(*who): (
                    sign_in(session, person),
                    make_api_token(session, person.key, ApiTokenCreate(name="matrix")),
                )
                for who, person in self.everything.people.items()
            }
        self.client = TestClient(application, follow_redirects=False).__enter__()
        self._watch = database.reader.connect().execution_options(isolation_level="AUTOCOMMIT")

    def ask(self, cell: Cell) -> Response:
        """Each comes with a browser of their own: what was said to the one before is not said to them."""
        self.client.cookies.clear()
        headers = {"Sec-Fetch-Site": "same-origin"} | ({"HX-Request": "true"} if cell.is_fragment else {})
        cookie, token = self.keys.get(cell.somebody, ("", ""))
        if cookie:
            headers |= {"Cookie": f"sid={cookie}", "Authorization": f"Bearer {token}"}
        return self.client.request(cell.address.method, path_of(cell, self.everything), headers=headers)

    def changes(self) -> int:
        """Goes up with whatever another connection stores."""
        return int(self._watch.exec_driver_sql("PRAGMA data_version").scalar_one())

    def close(self) -> None:
        self._watch.close()
        self.client.__exit__(None, None, None)


@pytest.fixture(scope="module")
def ground(
    built_once: FastAPI, sqlite_copies: SqliteCopies, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ground]:
    folder: Path = tmp_path_factory.mktemp("matrix")
    settings = settings_for(sqlite_copies.fresh(folder), folder)
    built_once.state.settings = settings
    built_once.state.database = open_database(settings)
    ground = Ground(built_once, built_once.state.database)
    built_once.dependency_overrides[unit_of_work] = undone
    yield ground
    built_once.dependency_overrides.clear()
    ground.close()


def undone(request: Request, turn: OwnTurn) -> Iterator[Session]:
    """Whoever comes in may do what they came for, and it is undone, so that the next finds all as it was."""
    with Session(request.app.state.database.writer, expire_on_commit=False, autoflush=False) as session:
        yield session
        session.flush()
        session.rollback()


def cells(application: FastAPI, target: Target, organization: str) -> Iterator[Cell]:
    """Pages are asked for whole, and by some as htmx asks too, whose right is found in the same way."""
    for address in addresses(application):
        if target in targets(address):
            for somebody in asked_by(target):
                if somebody.organization == organization:
                    yield Cell(address, somebody, target, is_fragment=False)
                    if organization in AS_HTMX_ASKS and not address.is_json and address.method == "GET":
                        yield Cell(address, somebody, target, is_fragment=True)


def asked_by(target: Target) -> list[Somebody]:
    """Everybody asks for what is there; for what is not, those who would have every right to it."""
    return [who for who in EVERYBODY if target is Target.OWN or who.organization == "lead"]


def test_every_address_is_in_the_table_and_nothing_else(built_once: FastAPI) -> None:
    assert {str(address) for address in addresses(built_once)} == set(NEEDS)


def test_the_matrix_has_enough_cells(built_once: FastAPI, capsys: pytest.CaptureFixture[str]) -> None:
    every = product(Target, (*ORGANIZATIONS, VISITOR.organization))
    number = sum(1 for target, organization in every for _ in cells(built_once, target, organization))
    with capsys.disabled():
        print(f"\n{number} cells of access are asserted.")  # noqa: T201  # the number is asked for
    assert number >= LEAST_CELLS


@pytest.mark.parametrize(
    ("target", "organization"),
    [(target, name) for target in Target for name in dict.fromkeys(w.organization for w in asked_by(target))],
)
def test_each_cell_is_answered_as_the_table_says(ground: Ground, target: Target, organization: str) -> None:
    wrong = [
        found for cell in cells(ground.application, target, organization) for found in faults(ground, cell)
    ]
    assert not wrong, f"{len(wrong)} faults: " + "\n".join(wrong[:20])


def faults(ground: Ground, cell: Cell) -> Iterator[str]:
    before = ground.changes()
    answer = ground.ask(cell)
    should = expected(cell)
    name = f"{cell.address} {cell.somebody} {cell.target}: {answer.status_code}"
    if should is Answer.IN:
        if answer.status_code in {401, 403, 404} and cell.address.need is not Need.ANYONE:
            yield f"{name} should come in"
    elif answer.status_code not in STATUS[should] | ({TOO_MANY} if cell.address.need is Need.OFF else set()):
        yield f"{name} should be: {should}"
    elif ground.changes() != before:
        yield f"{name} was refused and stored something"
    elif {CANARY, ROBIN} & told(answer):
        yield f"{name} was refused and tells something"
    if (CANARY if cell.somebody.organization == "elsewhere" else ROBIN) in told(answer):
        yield f"{name} tells what is of others"
    if answer.status_code >= NO_FAULT:
        yield f"{name} went wrong"


def told(answer: Response) -> set[str]:
    """Which of the words an answer holds."""
    return {word for word in (CANARY, ROBIN) if word.lower() in answer.text.lower()}


@pytest.mark.parametrize(
    ("organization", "role"),
    [*product(("elsewhere", "former"), FIRST_AND_LAST), *product(("funder",), MemberRole)],
)
def test_what_is_hidden_and_what_is_absent_look_the_same(
    ground: Ground, organization: str, role: MemberRole
) -> None:
    somebody = Somebody(organization, role)
    hidden = Target.OWN
    differing = [
        str(address)
        for address in addresses(ground.application)
        if Target.ABSENT in targets(address)
        and not _is_own_organization(address, organization)
        and _seen(ground, Cell(address, somebody, hidden, is_fragment=False))
        != _seen(ground, Cell(address, somebody, Target.ABSENT, is_fragment=False))
    ]
    assert not differing


def _is_own_organization(address: Address, organization: str) -> bool:
    """A partner asks for its own organization there, and a funder for its own portfolio."""
    return organization != "elsewhere" and address.need in {Need.MEMBER, Need.ADMINISTER}


def _seen(ground: Ground, cell: Cell) -> tuple[int, str, list[tuple[str, str]]]:
    """All that an answer shows, without the address that was asked for."""
    answer = ground.ask(cell)
    path = path_of(cell, ground.everything)
    headers = [(name, value) for name, value in answer.headers.items() if name != "content-length"]
    return answer.status_code, answer.text.replace(path, "…"), headers
