"""Safety headers on every answer, and forms from nowhere else than our own pages."""

import pytest
from fastapi.testclient import TestClient

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.mark.parametrize(
    "path", ["/", "/sign-in", "/nothing-here", "/healthz", "/static/app.css", "/api/v1/initiatives"]
)
def test_every_answer_carries_the_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_pages_are_not_kept_by_the_browser_but_static_files_are(client: TestClient) -> None:
    assert client.get("/sign-in").headers["cache-control"] == "no-store"
    assert "no-store" not in client.get("/static/app.css").headers.get("cache-control", "")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "none"}, 303),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, 403),
        ({"origin": "http://testserver"}, 303),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"cookie": "sid=x"}, 403),
        ({}, 303),
    ],
)
def test_a_form_is_taken_only_from_our_own_pages(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    answer = client.post("/language", data={"locale": "fr-CA", "next": "/help"}, headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize(
    "next_page",
    ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "evil", "/a\nb", ""],
)
def test_no_form_sends_people_to_a_stranger(client: TestClient, next_page: str) -> None:
    answer = client.post("/language", data={"locale": "fr-CA", "next": next_page})
    assert answer.headers["location"] == "/"


def test_a_host_that_is_not_ours_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_body_larger_than_the_limit_is_refused(client: TestClient) -> None:
    assert client.post("/language", data={"next": "x" * 2_000_000}).status_code == 413


def test_a_broken_body_is_refused_without_a_fault(client: TestClient) -> None:
    answer = client.post(
        "/language", content=b"--x", headers={"content-type": "multipart/form-data; boundary=y"}
    )
    assert answer.status_code == 400
