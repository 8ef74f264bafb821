"""A story's files go with its words: from the disk, from the rows, and never into the history."""

import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient

from app.activities.models import Activity
from app.database.audit import AuditEntry
from app.database.engine import Database
from app.learning.models import Story
from tests.evidence.samples import jpeg
from tests.evidence.sending import PAGE, TEXT, on_disk, send, stored
from tests.learning.entries import make_story
from tests.support.world import World, come_in

STORIES = "/initiatives/good-neighbours/learning/stories"


@pytest.fixture
def story(client: TestClient, database: Database, world: World) -> Story:
    """With a photo and a letter, which is archived."""
    with database.writing() as session:
        story = make_story(session, world)
    send(come_in(client, world.ada), story, ("Maries Garten.jpg", jpeg()), ("Maries Brief.txt", TEXT))
    client.delete("/api/v1/evidence/2")
    return story


def withdraw(client: TestClient, story: Story) -> None:
    assert client.patch(f"/api/v1/stories/{story.key}", json={"consent": "withdrawn"}).status_code == 200


def test_the_files_are_deleted_from_the_disk(
    client: TestClient, database: Database, story: Story, tmp_path: Path
) -> None:
    assert len(on_disk(tmp_path)) == 3
    page = client.get(f"{STORIES}/{story.key}/withdraw").text
    assert "deleted from Tandem with the files of this story" in page
    withdraw(client, story)
    assert not on_disk(tmp_path)
    assert client.get(f"{PAGE}/1").status_code == 404
    assert {(row.name, row.sha256) for row in stored(database)} == {("", "")}


def test_they_do_not_come_back(client: TestClient, story: Story) -> None:
    withdraw(client, story)
    answer = client.post(f"{PAGE}/1/restore")
    assert answer.status_code == 422
    assert "deleted with the words of its story" in answer.text
    assert "A file, deleted with the words of its story" in client.get(f"{PAGE}/archived").text


def test_the_history_never_held_their_names(client: TestClient, database: Database, story: Story) -> None:
    withdraw(client, story)
    with database.reading() as session:
        rows = session.execute(sa.select(AuditEntry.before, AuditEntry.after))  # type: ignore[call-overload]
        told = json.dumps([list(row) for row in rows])
    assert "evidence" in told or "image/jpeg" in told
    assert "Maries" not in told


def test_what_another_entry_holds_as_well_stays_for_that_one(
    client: TestClient, database: Database, story: Story, activity: Activity
) -> None:
    send(client, activity, ("letter.txt", TEXT))
    withdraw(client, story)
    assert client.get(f"{PAGE}/3").content == TEXT


def test_a_story_without_consent_takes_no_files(client: TestClient, story: Story, tmp_path: Path) -> None:
    withdraw(client, story)
    assert send(client, story).status_code == 422
    assert not on_disk(tmp_path)
    assert 'name="files"' not in client.get(f"{STORIES}/{story.key}").text
