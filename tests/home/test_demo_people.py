"""In the demo one press lets in: as one of its five people, and as nobody else."""

import pytest
from fastapi.testclient import TestClient

from app.accounts.schemas import PersonCreate
from app.accounts.service import add_person
from app.database.engine import Database
from app.settings import Settings

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"demo": True})


@pytest.fixture(autouse=True)
def cast(database: Database) -> None:
    with database.writing() as session:
        for who, name in (("funder", "Farah"), ("outsider", "Owen")):
            add_person(session, PersonCreate(email=f"{who}@demo.example", name=name))


def test_one_press_signs_in_as_the_funder(client: TestClient) -> None:
    assert "Farah" in client.get("/").text
    answer = client.post("/demo/sign-in", data={"as": "funder"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/portfolios")
    assert "Farah" in client.get("/account").text


def test_people_who_are_not_planted_are_not_offered(client: TestClient) -> None:
    assert 'value="staff"' not in client.get("/").text
    assert client.post("/demo/sign-in", data={"as": "staff"}).status_code == 404


@pytest.mark.parametrize("who", ["outsider", "", "funder@demo.example"])
def test_nobody_else_comes_in_this_way(client: TestClient, who: str) -> None:
    assert client.post("/demo/sign-in", data={"as": who}).status_code == 404
