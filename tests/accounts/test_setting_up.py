"""The first start: one link, one person, one organization, and never again."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.accounts.links import make_link
from app.accounts.models import Person
from app.accounts.secrets import hash_password
from app.accounts.service import archive_person
from app.database.engine import Database
from app.organizations.models import Member, Organization
from app.organizations.set_up import SetUp, set_up
from app.refusals import Invalid
from app.vocabulary import LinkPurpose, MemberRole, OrganizationType
from tests.accounts.conftest import PASSWORD, Send
from tests.support.databases import rows

FIRST = {
    "your_name": "Eve Martin",
    "email": "Eve@Demo.Example",
    "password": PASSWORD,
    "organization_name": "Northside Homes",
    "type": "charity",
    "country": "GB",
}


@pytest.fixture
def link(database: Database) -> str:
    with database.writing() as session:
        return make_link(session, None, LinkPurpose.SET_UP)


def test_the_first_person_administers_the_first_organization_and_is_in(
    client: TestClient, database: Database, send: Send, link: str
) -> None:
    assert client.get(f"/set-up/{link}").status_code == 200
    assert send(f"/set-up/{link}", **FIRST).status_code == 303
    assert client.get("/organizations/northside-homes").status_code == 200
    with database.reading() as session:
        assert session.exec(select(Member.role)).all() == [MemberRole.ADMIN]
        assert session.exec(select(Person.email)).all() == ["eve@demo.example"]


def test_it_is_refused_for_ever_once_somebody_is_here(
    client: TestClient, database: Database, send: Send, link: str
) -> None:
    with database.writing() as session:
        other_link = make_link(session, None, LinkPurpose.SET_UP)
    send(f"/set-up/{link}", **FIRST)
    with database.writing() as session:
        archive_person(session, session.exec(select(Person)).one())
        new_link = make_link(session, None, LinkPurpose.SET_UP)
    for dead in (link, other_link, new_link, "unknown"):
        assert client.get(f"/set-up/{dead}").status_code == 422
        assert send(f"/set-up/{dead}", **FIRST | {"email": "mallory@demo.example"}).status_code == 422
    assert rows(database)["person"] == 1


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("password", "short", "Use at least 12 characters."),
        ("password", "Eve Martin 1", "your name or your address"),
        ("your_name", "", "Fill this in."),
        ("email", "nobody", "cannot be taken"),
    ],
)
def test_a_mistake_keeps_what_was_typed_and_the_link(
    database: Database, send: Send, link: str, field: str, value: str, message: str
) -> None:
    answer = send(f"/set-up/{link}", **FIRST | {field: value})
    assert answer.status_code == 422
    assert message in answer.text
    assert "Northside Homes" in answer.text
    assert rows(database)["person"] == 0
    assert send(f"/set-up/{link}", **FIRST).status_code == 303


def test_two_people_with_two_links_in_one_moment_make_one_place(database: Database) -> None:
    """As when two server processes each printed a link."""
    with database.writing() as session:
        links = [make_link(session, None, LinkPurpose.SET_UP) for _ in range(2)]
    ready = Barrier(2)
    hashed = hash_password(PASSWORD)

    def begin(number: int) -> bool:
        first = SetUp(
            your_name="Eve",
            email=f"eve{number}@demo.example",
            password=PASSWORD,
            organization_name="Northside",
            type=OrganizationType.CHARITY,
            country="GB",
        )
        ready.wait()
        try:
            with database.writing() as session:
                set_up(session, links[number], first, hashed)
        except Invalid:
            return False
        return True

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(begin, range(2))) == [False, True]
    with database.reading() as session:
        assert len(session.exec(select(Organization)).all()) == 1
