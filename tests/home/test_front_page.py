"""The first page: what Tandem is, and how to come in."""

import pytest
from fastapi.testclient import TestClient

from tests.support.world import World, come_in

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_it_explains_the_strip_and_asks_to_sign_in(client: TestClient) -> None:
    page = client.get("/").text
    assert "Who is pedalling?" in page
    assert "Design: claimed Citizens, the log shows Professionals" in page
    assert 'action="/sign-in"' in page


def test_outside_the_demo_nobody_can_come_in_by_one_press(client: TestClient, world: World) -> None:
    assert "/demo/sign-in" not in client.get("/").text
    assert client.post("/demo/sign-in", data={"as": "staff"}).status_code == 404


def test_who_is_signed_in_goes_to_the_initiatives(client: TestClient, world: World) -> None:
    assert come_in(client, world.ada).get("/").headers["location"] == "/initiatives"
