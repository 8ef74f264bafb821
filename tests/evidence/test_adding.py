"""Files are added to an entry from its page, and everybody who may read finds them there."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from fastapi.testclient import TestClient
from PIL import Image
from sqlmodel import Session

from app.accounts.queries import anybody_is_here
from app.activities.models import Activity
from app.costs.models import Cost
from app.costs.schemas import CostCreate
from app.costs.service import record_cost
from app.database.engine import Database
from app.evidence.contents import arrive, folder_in, sweep, take_in
from tests.evidence.samples import jpeg, picture
from tests.evidence.sending import PAGE, TEXT, on_disk, send, stored
from tests.support.world import World, come_in

ENTRY = "/initiatives/good-neighbours/activities"


def make_cost(session: Session, world: World) -> Cost:
    new = {"spent_on": "2025-03-01", "amount": "12", "stage": "running", "nature": "cash", "currency": "GBP"}
    return record_cost(session, world.initiative, CostCreate.model_validate(new))


def test_a_file_is_listed_on_the_page_of_its_entry(
    client: TestClient, database: Database, world: World, activity: Activity
) -> None:
    answer = send(come_in(client, world.ben), activity, ("Protokoll März.txt", TEXT), ("hall.jpg", jpeg()))
    assert answer.status_code == 303
    page = client.get(f"{ENTRY}/{activity.key}").text
    assert "Protokoll März.txt" in page
    assert "Plain text · 1 kB · Ben" in page
    assert f'src="{PAGE}/2/preview"' in page
    assert "Photo ·" in page


def test_what_is_stored_lies_by_its_hash_for_its_owner_only(
    client: TestClient, database: Database, world: World, activity: Activity, tmp_path: Path
) -> None:
    send(come_in(client, world.ada), activity)
    (row,) = stored(database)
    (path,) = on_disk(tmp_path)
    assert path == tmp_path / "evidence" / row.sha256[:2] / row.sha256
    assert path.read_bytes() == TEXT
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_same_content_is_kept_once_and_sending_twice_makes_one_row(
    client: TestClient, database: Database, world: World, activity: Activity, tmp_path: Path
) -> None:
    with database.writing() as session:
        cost = make_cost(session, world)
    come_in(client, world.ada)
    for entry in (activity, activity, cost):
        assert send(client, entry).status_code == 303
    assert [row.entry_kind for row in stored(database)] == ["activity", "cost"]
    assert len(on_disk(tmp_path)) == 1


def test_one_file_that_is_refused_keeps_the_others_out_too(
    client: TestClient, database: Database, world: World, activity: Activity, tmp_path: Path
) -> None:
    come_in(client, world.ada)
    answer = send(client, activity, ("good.txt", TEXT), ("evil.svg", b"<svg onload=alert(1)>"))
    assert answer.status_code == 422
    assert "evil.svg is not stored. Web pages and SVG drawings are not taken" in answer.text
    assert 'href="#files"' in answer.text
    assert not stored(database)
    assert not on_disk(tmp_path)


def test_a_form_without_a_file_says_so(client: TestClient, world: World, activity: Activity) -> None:
    answer = send(come_in(client, world.ada), activity, ("", b""))
    assert answer.status_code == 422
    assert "Choose a file first." in answer.text


def test_an_entry_has_at_most_twenty_files(
    client: TestClient, database: Database, world: World, activity: Activity, tmp_path: Path
) -> None:
    come_in(client, world.ada)
    texts = [(f"{number}.txt", b"%d" % number) for number in range(21)]
    assert "Add at most 20 files at once." in send(client, activity, *texts).text
    assert send(client, activity, *texts[:20]).status_code == 303
    answer = send(client, activity, texts[20])
    assert answer.status_code == 422
    assert "An entry has at most 20 files" in answer.text
    assert len(stored(database)) == len(on_disk(tmp_path)) == 20


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("../../etc/passwd", "passwd.txt"),
        ("..\\..\\boot.ini", "boot.ini.txt"),
        ("invoice\u202etxt.exe", "invoice txt.exe.txt"),
        ("photo.jpg", "photo.jpg.txt"),
        ("...", "file.txt"),
        ("n" * 300 + ".txt", "n" * 156 + ".txt"),
        ("a<script>.csv", "a<script>.csv"),
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_name_is_a_label_and_nothing_else(
    client: TestClient, database: Database, world: World, activity: Activity, given: str, seen: str
) -> None:
    send(come_in(client, world.ada), activity, (given, TEXT))
    assert [row.name for row in stored(database)] == [seen]


def test_a_name_cannot_write_headers(
    client: TestClient, database: Database, world: World, activity: Activity
) -> None:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="entry_kind"\r\n\r\nactivity\r\n'
        b'--x\r\nContent-Disposition: form-data; name="entry_id"\r\n\r\n%d\r\n'
        b'--x\r\nContent-Disposition: form-data; name="files"; filename="a\rSet-Cookie: b\0.txt"\r\n\r\n'
        b"hello\r\n--x--\r\n" % activity.key
    )
    come_in(client, world.ada)
    answer = client.post(PAGE, content=body, headers={"Content-Type": "multipart/form-data; boundary=x"})
    if answer.status_code == 303:
        download = client.get(f"{PAGE}/{stored(database)[0].key}")
        assert "set-cookie" not in download.headers
    else:
        assert answer.status_code == 400
        assert not stored(database)


def test_neither_bytes_nor_drawing_wait_inside_the_unit_of_work(
    client: TestClient, database: Database, world: World, activity: Activity, tmp_path: Path
) -> None:
    """While somebody else writes, a photo arrives and is drawn; only then its turn is waited for."""
    come_in(client, world.ada)
    with ThreadPoolExecutor() as threads:
        with database.writing():
            sent = threads.submit(send, client, activity, ("hall.jpg", jpeg()))
            assert became_true(lambda: len(on_disk(tmp_path)) == 2)
            if database.is_sqlite:
                assert not sent.done()
        assert sent.result().status_code == 303
    assert len(stored(database)) == 1


def became_true(condition: Callable[[], bool]) -> bool:
    """Within twenty seconds."""
    pause = Event()
    return any(condition() or pause.wait(0.05) for _ in range(400))


def test_a_unit_of_work_that_fails_leaves_no_content(
    database: Database, world: World, tmp_path: Path
) -> None:
    def fail() -> None:
        with database.writing() as session:
            anybody_is_here(session)  # a unit of work begins with its first statement
            take_in(session, arrive(folder_in(tmp_path), TEXT))
            assert len(on_disk(tmp_path)) == 1
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()
    assert not on_disk(tmp_path)


def test_a_content_that_was_there_before_outlives_a_failure(
    client: TestClient, database: Database, world: World, activity: Activity, tmp_path: Path
) -> None:
    send(come_in(client, world.ada), activity)

    def fail() -> None:
        with database.writing() as session:
            take_in(session, arrive(folder_in(tmp_path), TEXT))
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()
    assert client.get(f"{PAGE}/{stored(database)[0].key}").content == TEXT


def test_what_a_power_cut_left_is_swept_once_it_is_old(tmp_path: Path) -> None:
    left = arrive(tmp_path, TEXT)
    assert sweep(tmp_path, known=set()) == 0
    before = left.path.stat().st_mtime - 7200
    os.utime(left.path, (before, before))
    assert sweep(tmp_path, known=set()) == 1
    assert not left.path.exists()


def test_a_picture_gets_a_small_one_beside_it(
    client: TestClient, database: Database, world: World, activity: Activity, tmp_path: Path
) -> None:
    send(come_in(client, world.ada), activity, ("hall.png", picture("PNG", 900, 600)))
    preview = client.get(f"{PAGE}/{stored(database)[0].key}/preview")
    assert preview.headers["content-type"] == "image/webp"
    assert preview.headers["cache-control"] == "private, no-store"
    with Image.open(BytesIO(preview.content)) as small:
        assert small.size == (320, 213)
