"""The way to the provider and back, as a browser goes it, and what is stored of it."""

from urllib.parse import parse_qs, urlencode, urlsplit

from fastapi.testclient import TestClient
from httpx2 import Response
from sqlmodel import select

from app.accounts import service
from app.accounts.models import ExternalIdentity, Person
from app.database.engine import Database
from tests.support.databases import rows
from tests.support.openid_provider import OpenIDProvider

START = "/sign-in/openid"
ADA = "ada@demo.example"
PASSWORD = "correct horse battery staple"


def with_password(database: Database, person: Person) -> None:
    with database.writing() as session:
        service.set_password(session, session.get_one(Person, person.id), PASSWORD)


def sent(client: TestClient, start: str = START) -> str:
    """The provider's address that the browser is sent to."""
    answer = client.get(start)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def round_trip(client: TestClient, provider: OpenIDProvider, subject: str, start: str = START) -> Response:
    return client.get(provider.let_in(sent(client, start), subject))


def is_in(client: TestClient) -> bool:
    return client.get("/account").status_code == 200


def is_refused(client: TestClient, database: Database, answer: Response, status: int) -> bool:
    """With a page, without a session, without a row."""
    stored = rows(database)
    return (
        answer.status_code == status
        and "<h1>" in answer.text
        and not is_in(client)
        and stored["sign_in"] == stored["external_identity"] == 0
    )


def altered(address: str, **parameters: str) -> str:
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    return f"{address.partition('?')[0]}?{urlencode(asked | parameters)}"


def identities_stored(database: Database) -> list[tuple[str, int, bool]]:
    """Subject, person and whether it is linked now."""
    with database.reading() as session:
        kept = session.exec(select(ExternalIdentity)).all()
        return [(row.subject, row.person_id, row.archived_at is None) for row in kept]
