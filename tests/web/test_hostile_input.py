"""What no browser of ours sends: refused with a message, and never a fault."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.support.world import World, come_in

NUL = "a\x00b"
HUGE = "9" * 5000


def cost(**changed: Any) -> dict[str, Any]:
    fields = {"spent_on": "2024-09-01", "amount": "1", "currency": "GBP", "stage": "set_up", "nature": "cash"}
    return fields | changed


@pytest.mark.parametrize("text", [NUL, "\ud800", "\x1b[2J"])
def test_characters_that_cannot_be_stored_or_seen_are_refused_by_their_field(
    client: TestClient, world: World, text: str
) -> None:
    come_in(client, world.ada)
    answer = client.post(
        f"/api/v1/initiatives/{world.initiative.key}/costs",
        content=json.dumps(cost(note=text)),
        headers={"content-type": "application/json"},
    )
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["note"]


def test_lines_and_tabs_stay_in_a_text(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    path = f"/api/v1/initiatives/{world.initiative.key}/costs"
    assert client.post(path, json=cost(note="one\r\n\ttwo")).json()["note"] == "one\r\n\ttwo"


@pytest.mark.parametrize("path", ["/initiatives?q=%00", "/initiatives?country=%00", "/initiatives/%00"])
def test_an_address_with_a_character_that_no_database_takes_is_refused(
    client: TestClient, world: World, path: str
) -> None:
    assert come_in(client, world.ada).get(path).status_code in {200, 400, 404}


@pytest.mark.parametrize("cursor", ["²", HUGE, str(2**63), "-1", "0x1"])
def test_a_broken_cursor_is_refused(client: TestClient, world: World, cursor: str) -> None:
    come_in(client, world.ada)
    by_id = client.get("/api/v1/initiatives", params={"cursor": cursor})
    by_day = client.get(
        f"/api/v1/initiatives/{world.initiative.key}/costs", params={"cursor": f"2024-01-01.{cursor}"}
    )
    assert (by_id.status_code, by_day.status_code) == (422, 422)


@pytest.mark.parametrize("version", ["²", HUGE, "-1", "1.5"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_version_that_is_no_number_is_refused(client: TestClient, world: World, version: str) -> None:
    come_in(client, world.ada)
    answer = client.patch(
        f"/api/v1/initiatives/{world.initiative.key}",
        json={"place": "Leeds"},
        headers={b"If-Match": version.encode("latin-1")},
    )
    assert answer.status_code == 422


@pytest.mark.parametrize("version", ["²", HUGE])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_form_whose_hidden_version_was_broken_is_no_fault(
    client: TestClient, world: World, version: str
) -> None:
    come_in(client, world.ada)
    path = f"/initiatives/{world.initiative.slug}/edit"
    assert client.post(path, data={"name": "", "_version": version}).status_code == 422


@pytest.mark.parametrize("next_page", ["//[", "http://[x", "//[x]y"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_next_page_that_is_no_address_leads_home(client: TestClient, next_page: str) -> None:
    assert client.post("/language", data={"next": next_page}).headers["location"] == "/"


@pytest.mark.parametrize("token_id", [0, -1, 2**31, 2**64])
def test_a_token_that_cannot_exist_is_absent(client: TestClient, world: World, token_id: int) -> None:
    come_in(client, world.ada)
    assert client.post(f"/account/tokens/{token_id}/revoke").status_code == 404


@pytest.mark.parametrize("charset", ["unicode_escape", "undefined", "punycode", "idna"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_form_in_a_strange_charset_is_no_fault(client: TestClient, world: World, charset: str) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na\\ud800\xff@b.c\r\n--x--\r\n'
    kind = f"multipart/form-data; boundary=x; charset={charset}"
    assert client.post("/sign-in", content=body, headers={"content-type": kind}).status_code in {400, 422}


def test_an_idempotency_key_of_a_form_that_is_too_long_is_no_fault(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    path = f"/initiatives/{world.initiative.slug}/costs"
    assert client.post(path, data=cost(_key="k" * 5000)).status_code in {303, 400, 422}
