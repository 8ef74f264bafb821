"""Evaluators publish the evaluation, look at it first, and say who sees it."""

import json

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.database.engine import Database
from app.publications.content import fingerprint_of
from app.publications.models import Publication, PublicationContent
from tests.publications.entries import PAGE, TYPED
from tests.support.world import World, come_in


def stored(database: Database) -> list[Publication]:
    with database.reading() as session:
        return list(session.exec(select(Publication)))


def test_an_evaluator_publishes_and_what_is_kept_bears_its_fingerprint(
    client: TestClient, database: Database, world: World
) -> None:
    answer = come_in(client, world.cleo).post(PAGE, data=TYPED)
    (made,) = stored(database)
    assert answer.headers["location"] == f"{PAGE}/{made.key}"
    assert made.fingerprint in client.get(answer.headers["location"]).text
    with database.reading() as session:
        kept = session.get_one(PublicationContent, made.key).content
    assert fingerprint_of(kept) == made.fingerprint
    assert json.loads(kept)["narrative"] == TYPED["narrative"]
    assert {"en", "fr"} == json.loads(kept)["reports"].keys()


def test_a_preview_shows_the_report_and_stores_nothing(
    client: TestClient, database: Database, world: World
) -> None:
    shown = come_in(client, world.cleo).post(f"{PAGE}/preview", data=TYPED)
    assert shown.status_code == 200
    assert TYPED["narrative"] in shown.text
    assert "fewer than 10 people are masked" in shown.text
    assert not stored(database)


def test_what_was_typed_comes_back_after_a_look(client: TestClient, world: World) -> None:
    again = come_in(client, world.cleo).post(f"{PAGE}/again", data=TYPED)
    assert f'value="{TYPED["title"]}"' in again.text


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title": ""}, "title"),
        ({"as_of": "2199-01-01"}, "as_of"),
        ({"starts_on": "2026-01-01"}, "starts_on"),
        ({"language": "de"}, "language"),
        ({"reach": "moon"}, "reach"),
    ],
)
@pytest.mark.parametrize("path", [PAGE, f"{PAGE}/preview"])
def test_what_cannot_be_published_is_said_beside_its_field(
    client: TestClient, database: Database, world: World, changed: dict[str, str], field: str, path: str
) -> None:
    answer = come_in(client, world.cleo).post(path, data=TYPED | changed)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert TYPED["narrative"] in answer.text
    assert not stored(database)


def test_those_who_do_the_work_do_not_publish_it(client: TestClient, world: World) -> None:
    assert come_in(client, world.ada).post(PAGE, data=TYPED).status_code == 403


def test_a_link_made_anew_replaces_the_old_one(client: TestClient, database: Database, world: World) -> None:
    come_in(client, world.cleo).post(PAGE, data=TYPED | {"reach": "link"})
    (before,) = stored(database)
    client.post(f"{PAGE}/{before.key}/reach", data={"reach": "link", "new_link": "yes", "_version": "1"})
    (after,) = stored(database)
    client.cookies.clear()
    assert client.get(f"/published/{before.token}").status_code == 404
    assert client.get(f"/published/{after.token}").status_code == 200


def test_saving_the_reach_as_it_is_keeps_the_link(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.cleo).post(PAGE, data=TYPED | {"reach": "link"})
    (before,) = stored(database)
    client.post(f"{PAGE}/{before.key}/reach", data={"reach": "link", "_version": "1"})
    assert stored(database)[0].token == before.token


def test_a_publication_is_made_read_changed_and_withdrawn_by_a_program(
    client: TestClient, world: World
) -> None:
    path = f"/api/v1/initiatives/{world.initiative.key}/publications"
    key = {"Idempotency-Key": "once"}
    answer = come_in(client, world.cleo).post(path, json=TYPED, headers=key)
    assert answer.status_code == 201
    made = answer.json()
    assert client.post(path, json=TYPED, headers=key).json() == made
    item = f"/api/v1/publications/{made['id']}"
    assert client.get(item).json() == made
    assert client.get(path).json()["items"] == [made]
    assert fingerprint_of(client.get(f"{item}/content").content) == made["fingerprint"]
    changed = client.patch(item, json={"reach": "public"}, headers={"If-Match": '"1"'}).json()
    assert (changed["reach"], changed["version"]) == ("public", 2)
    assert client.patch(item, json={"reach": "link"}, headers={"If-Match": '"1"'}).status_code == 409
    gone = client.post(f"{item}/withdraw", json={"withdrawn_because": "A value was wrong."}).json()
    assert gone["withdrawn_at"]
    assert client.patch(item, json={"reach": "link"}).status_code == 422
