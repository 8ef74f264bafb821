"""Files leave to be kept, to those who may read, while their entry is there; they can be archived."""

import pytest
from fastapi.testclient import TestClient

from app.activities.models import Activity
from app.database import editing
from app.database.engine import Database
from tests.evidence.samples import jpeg
from tests.evidence.sending import PAGE, TEXT, send, stored
from tests.support.world import World, come_in


@pytest.fixture
def file_id(client: TestClient, database: Database, world: World, activity: Activity) -> int:
    send(come_in(client, world.ada), activity, ("hall.jpg", jpeg()), ("minutes.txt", TEXT))
    return stored(database)[1].key


def test_a_file_is_downloaded_never_shown(client: TestClient, world: World, file_id: int) -> None:
    answer = come_in(client, world.cleo).get(f"{PAGE}/{file_id}")
    assert answer.content == TEXT
    assert answer.headers["content-disposition"].startswith('attachment; filename="minutes.txt"')
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].endswith("; sandbox")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["cache-control"] == "private, no-store"


def test_who_may_read_and_who_may_add(
    client: TestClient, world: World, activity: Activity, file_id: int
) -> None:
    api = f"/api/v1/initiatives/{world.initiative.key}/evidence"
    for person, reading, adding in (
        (world.ada, 200, 303),
        (world.ben, 200, 303),
        (world.eve, 200, 303),
        (world.cleo, 200, 403),
        (world.dan, 404, 404),
        (world.mallory, 404, 404),
    ):
        come_in(client, person)
        assert client.get(f"{PAGE}/{file_id}").status_code == reading
        assert client.get(f"{PAGE}/1/preview").status_code == reading
        assert client.get(f"/api/v1/evidence/{file_id}").status_code == reading
        assert client.get(f"/api/v1/evidence/{file_id}/content").status_code == reading
        assert client.get(api).status_code == reading
        assert send(client, activity).status_code == adding
        assert send(client, activity, door=api).status_code == {303: 201}.get(adding, adding)


def test_who_may_not_add_is_answered_before_a_byte_is_looked_at(
    client: TestClient, world: World, activity: Activity
) -> None:
    """Else a file that is refused would say 422."""
    for person, status in ((world.cleo, 403), (world.mallory, 404)):
        assert send(come_in(client, person), activity, ("a.svg", b"<svg>")).status_code == status
    client.cookies.clear()
    assert send(client, activity, ("a.svg", b"<svg>")).status_code == 401


def test_the_form_stands_only_before_those_who_may_log(
    client: TestClient, world: World, activity: Activity, file_id: int
) -> None:
    address = f"/initiatives/good-neighbours/activities/{activity.key}"
    assert 'name="files"' in come_in(client, world.ben).get(address).text
    seen = come_in(client, world.cleo).get(address).text
    assert "minutes.txt" in seen
    assert 'name="files"' not in seen


def test_an_archived_file_is_gone_and_comes_back(client: TestClient, world: World, file_id: int) -> None:
    come_in(client, world.ada)
    assert client.post(f"{PAGE}/{file_id}/archive", data={"_version": "1"}).status_code == 303
    assert client.get(f"{PAGE}/{file_id}").status_code == 404
    assert "minutes.txt" in client.get(f"{PAGE}/archived").text
    assert client.post(f"{PAGE}/{file_id}/restore").status_code == 303
    assert client.get(f"{PAGE}/{file_id}").status_code == 200


def test_files_go_and_come_back_with_their_entry(
    client: TestClient, database: Database, world: World, activity: Activity, file_id: int
) -> None:
    come_in(client, world.ada)
    with database.writing() as session:
        editing.archive(session, session.get_one(Activity, activity.key))
    for address in (f"{PAGE}/{file_id}", f"{PAGE}/1/preview", f"/api/v1/evidence/{file_id}"):
        assert client.get(address).status_code == 404
    assert client.get(f"/api/v1/initiatives/{world.initiative.key}/evidence").json()["items"] == []
    assert send(client, activity).status_code == 404
    with database.writing() as session:
        editing.restore(session, session.get_one(Activity, activity.key))
    assert client.get(f"{PAGE}/{file_id}").status_code == 200


def test_a_file_is_not_brought_back_into_an_archived_entry(
    client: TestClient, database: Database, world: World, activity: Activity, file_id: int
) -> None:
    come_in(client, world.ada)
    client.delete(f"/api/v1/evidence/{file_id}")
    with database.writing() as session:
        editing.archive(session, session.get_one(Activity, activity.key))
    answer = client.post(f"{PAGE}/{file_id}/restore")
    assert answer.status_code == 422
    assert "What it belongs to is archived" in answer.text


def test_programs_read_what_people_added(
    client: TestClient, world: World, activity: Activity, file_id: int
) -> None:
    come_in(client, world.ada)
    of_entry = {"entry_kind": "activity", "entry_id": str(activity.key)}
    page = client.get(f"/api/v1/initiatives/{world.initiative.key}/evidence", params=of_entry).json()
    assert [(file["name"], file["media_type"]) for file in page["items"]] == [
        ("minutes.txt", "text/plain"),
        ("hall.jpg", "image/jpeg"),
    ]
    assert client.get(f"/api/v1/evidence/{file_id}/content").content == TEXT
    assert client.delete(f"/api/v1/evidence/{file_id}").status_code == 204
    assert client.get(f"/api/v1/evidence/{file_id}").status_code == 404


def test_a_program_is_told_which_field_is_wrong(
    client: TestClient, database: Database, world: World, activity: Activity
) -> None:
    api = f"/api/v1/initiatives/{world.initiative.key}/evidence"
    come_in(client, world.ada)
    answer = send(client, activity, ("a.gif", b"GIF89a"), door=api)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["files"]
    wrong = {"entry_kind": "claim", "entry_id": "1"}
    answer = client.post(api, data=wrong, files=[("files", ("a.txt", TEXT))])
    assert [error["field"] for error in answer.json()["errors"]] == ["entry_kind"]
    assert not stored(database)


def test_nothing_is_added_to_an_entry_of_another_initiative(
    client: TestClient, database: Database, world: World, activity: Activity
) -> None:
    come_in(client, world.mallory)
    door = f"/initiatives/{world.other_initiative.slug}/evidence"
    assert send(client, activity, door=door).status_code == 404
    assert not stored(database)


def test_a_request_that_is_too_large_is_refused(
    client: TestClient, database: Database, world: World, activity: Activity
) -> None:
    files = [(f"{number}.txt", b"%d" % number + b"a" * 9_900_000) for number in range(6)]
    assert send(come_in(client, world.ada), activity, *files).status_code == 413
    assert not stored(database)
