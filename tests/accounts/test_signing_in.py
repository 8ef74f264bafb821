"""Coming in by password or by link, and going out for good."""

import pytest
from fastapi.testclient import TestClient

from app.accounts import service
from app.accounts.attempts import FROM_ONE_PLACE, note_attempt
from app.accounts.links import make_link
from app.accounts.models import Person
from app.accounts.schemas import ApiTokenCreate
from app.database.engine import Database
from app.main import create_app
from app.settings import Settings
from tests.support.people import make_person

PASSWORD = "correct horse battery staple"


@pytest.fixture
def ada(database: Database) -> Person:
    with database.writing() as session:
        person = make_person(session)
        service.set_password(session, person, PASSWORD)
        return person


def sign_in(
    client: TestClient, password: str = PASSWORD, email: str = "ada@demo.example", **more: str
) -> int:
    return client.post("/sign-in", data={"email": email, "password": password, **more}).status_code


def is_in(client: TestClient) -> bool:
    return client.get("/account").status_code == 200


def test_the_right_password_opens_the_door(client: TestClient, ada: Person) -> None:
    assert sign_in(client, email="Ada@Demo.Example") == 303
    assert is_in(client)


@pytest.mark.parametrize(
    ("email", "password"), [("ada@demo.example", "wrong"), ("nobody@demo.example", PASSWORD)]
)
def test_a_wrong_password_and_an_unknown_address_are_refused_alike(
    client: TestClient, ada: Person, email: str, password: str
) -> None:
    answer = client.post("/sign-in", data={"email": email, "password": password})
    assert answer.status_code == 422
    assert "The e-mail address and the password do not go together." in answer.text
    assert email in answer.text
    assert not is_in(client)


def test_signing_in_needs_an_address(client: TestClient, ada: Person) -> None:
    assert "Fill this in." in client.post("/sign-in", data={"email": "", "password": "x"}).text


def test_a_signed_out_cookie_opens_nothing_any_more(client: TestClient, ada: Person) -> None:
    sign_in(client)
    kept = client.cookies["sid"]
    client.post("/sign-out", headers={"sec-fetch-site": "same-origin"})
    client.cookies.set("sid", kept)
    assert not is_in(client)


def test_a_new_password_ends_open_sessions(client: TestClient, database: Database, ada: Person) -> None:
    sign_in(client)
    with database.writing() as session:
        service.set_password(session, session.get_one(Person, ada.id), "another one entirely")
    assert not is_in(client)


def test_a_link_signs_in_once(client: TestClient, database: Database, ada: Person) -> None:
    with database.writing() as session:
        link = make_link(session, ada)
    assert client.get(f"/sign-in/{link}").status_code == 200
    assert client.post(f"/sign-in/{link}").status_code == 303
    assert is_in(client)
    client.cookies.clear()
    again = client.post(f"/sign-in/{link}")
    assert again.status_code == 422
    assert not is_in(client)


def test_whoever_is_not_in_is_asked_to_sign_in_and_sent_on(client: TestClient, ada: Person) -> None:
    assert client.get("/account").headers["location"] == "/sign-in?next=/account"
    assert sign_in(client, next="/account") == 303


def test_a_token_opens_the_api_until_it_is_revoked(
    client: TestClient, database: Database, ada: Person
) -> None:
    with database.writing() as session:
        token = service.make_api_token(session, ada.key, ApiTokenCreate(name="script"))
    bearer = {"Authorization": f"Bearer {token}"}
    assert client.get("/api/v1/initiatives", headers=bearer).status_code == 200
    sign_in(client)
    client.post("/account/tokens/1/revoke", headers={"sec-fetch-site": "same-origin"})
    assert client.get("/api/v1/initiatives", headers=bearer).status_code == 401


def test_a_cookie_alone_does_not_open_the_api(client: TestClient, ada: Person) -> None:
    sign_in(client)
    assert client.get("/api/v1/initiatives").status_code == 401


def test_a_new_token_is_shown_once(client: TestClient, ada: Person) -> None:
    sign_in(client)
    same_origin = {"sec-fetch-site": "same-origin"}
    assert "tandem_" in client.post("/account/tokens", data={"name": "script"}, headers=same_origin).text
    assert "tandem_" not in client.get("/account").text


def test_an_eleventh_try_in_five_minutes_is_refused_even_with_the_right_password(
    client: TestClient, ada: Person
) -> None:
    assert [sign_in(client, "guess") for _ in range(10)] == [422] * 10
    assert sign_in(client) == 429
    assert not is_in(client)


def test_a_forwarded_address_does_not_give_new_tries(
    client: TestClient, database: Database, ada: Person
) -> None:
    with database.writing() as session:
        for number in range(FROM_ONE_PLACE):
            note_attempt(session, "testclient", "sign in", address=f"person{number}@demo.example")
    forged = {"X-Forwarded-For": "203.0.113.7"}
    credentials = {"email": "ada@demo.example", "password": PASSWORD}
    assert client.post("/sign-in", data=credentials, headers=forged).status_code == 429


def test_in_the_demo_one_click_on_a_link_is_enough(
    settings: Settings, database: Database, ada: Person
) -> None:
    with database.writing() as session:
        link = make_link(session, ada)
    demo_settings = settings.model_copy(update={"demo": True})
    with TestClient(create_app(demo_settings), follow_redirects=False) as demo:
        assert demo.get(f"/sign-in/{link}").status_code == 303
        assert is_in(demo)
        demo.cookies.clear()
        assert demo.get(f"/sign-in/{link}").status_code == 422
