"""Files that wish us ill are refused with a sentence, or healed; nothing of them stays."""

import resource
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from PIL import Image

from app.database.engine import Database
from app.evidence import kinds
from app.evidence.checking import check
from app.evidence.kinds import Refused
from app.evidence.models import EvidenceFile
from app.evidence.redraw import MOST_PIXELS
from tests.evidence import samples
from tests.evidence.hostile import Hostile, hostile_files
from tests.support.entries import make_activity
from tests.support.world import World, come_in

HOSTILE = list(hostile_files())
LEAST_FILES = 90
MOST_MEMORY = 256 * 1024
"""Kilobytes; a child is counted with what its parent held when it began."""

HEALED = {
    "a page after a picture": samples.picture("PNG") + b"<script>alert(1)</script>",
    "an archive after a photo": samples.jpeg() + samples.docx(),
    "a script in a remark": samples.jpeg(comment=b"<script>alert(1)</script>"),
    "a picture that moves": samples.moving_png(),
    "ink for print": samples.picture("JPEG", mode="CMYK"),
    "sixteen bits": samples.picture("PNG", mode="I;16"),
    "a palette": samples.picture("PNG", mode="P"),
    "broken remarks of the camera": samples.jpeg(exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"),
    "a profile that is none": samples.jpeg(icc_profile=b"x" * 300),
    "something to see through": samples.picture("WEBP", mode="RGBA"),
}
TAKEN = {
    kinds.PDF: samples.text_in_pdf(),
    kinds.DOCX: samples.docx(),
    kinds.XLSX: samples.zipped(samples.XLSX_PARTS),
    kinds.ODT: samples.zipped(samples.ODT_PARTS),
    kinds.ODS: samples.zipped(samples.ODS_PARTS),
    kinds.TEXT: "Ville;Coût\nMontréal;12,50\n".encode("cp1252"),
}


def on_disk(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_there_are_many_of_them() -> None:
    assert len({hostile.content for hostile in HOSTILE}) >= LEAST_FILES


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.what)
def test_it_is_refused_for_its_own_reason_and_leaves_nothing(hostile: Hostile, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=hostile.word):
        check(tmp_path, hostile.name, hostile.content)
    assert not on_disk(tmp_path)


@pytest.mark.parametrize("what", HEALED)
def test_a_picture_is_drawn_anew_without_what_came_with_it(what: str, tmp_path: Path) -> None:
    checked = check(tmp_path, "a.png", HEALED[what])
    stored = checked.arrived.path.read_bytes()
    assert b"alert" not in stored
    assert b"PK\x03\x04" not in stored
    with Image.open(BytesIO(stored)) as image:
        assert image.size == (60, 40)
        assert image.mode in {"L", "RGB", "RGBA"}
        assert getattr(image, "n_frames", 1) == 1
        assert not set(image.info) & {"exif", "icc_profile", "comment"}


@pytest.mark.parametrize("kind", TAKEN, ids=lambda kind: kind.media_type)
def test_a_document_is_stored_as_it_came(kind: kinds.FileKind, tmp_path: Path) -> None:
    checked = check(tmp_path, f"minutes{kind.suffixes[0]}", TAKEN[kind])
    assert checked.media_type == kind.media_type
    assert checked.arrived.path.read_bytes() == TAKEN[kind]


def test_the_place_where_a_photo_was_taken_is_gone_and_it_stands_upright(tmp_path: Path) -> None:
    photo = samples.photo_of_a_place()
    assert Image.open(BytesIO(photo)).getexif().get_ifd(samples.GPS)
    stored = check(tmp_path, "a.jpg", photo).arrived.path.read_bytes()
    image = Image.open(BytesIO(stored))
    assert not image.getexif()
    assert b"Camera of Ada" not in stored
    assert image.size == (40, 60)


def test_a_large_photo_is_made_smaller(tmp_path: Path) -> None:
    checked = check(tmp_path, "a.jpg", samples.picture("JPEG", 4000, 3000))
    with Image.open(checked.arrived.path) as image:
        assert image.size == (2560, 1920)


@pytest.mark.parametrize(
    ("form", "size", "mode"),
    [("JPEG", (5770, 4330), "CMYK"), ("PNG", (4610, 3470), "RGBA"), ("WEBP", (3650, 2735), "RGBA")],
)
def test_a_picture_at_the_cap_is_drawn_within_the_memory(
    tmp_path: Path, form: str, size: tuple[int, int], mode: str
) -> None:
    assert 0.98 < size[0] * size[1] / MOST_PIXELS[form] <= 1
    check(tmp_path, "a", samples.picture(form, *size, mode))
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss <= max(MOST_MEMORY, own)


@pytest.mark.parametrize(("form", "size"), [("JPEG", 5001), ("PNG", 4001), ("WEBP", 3163)])
def test_a_picture_above_the_cap_is_told_how_large_it_may_be(tmp_path: Path, form: str, size: int) -> None:
    with pytest.raises(Refused, match="may have 25 megapixels, a PNG 16, a WebP 10"):
        check(tmp_path, "a", samples.picture(form, size, size))


def test_a_picture_that_needs_more_memory_than_there_is_is_told_so(tmp_path: Path) -> None:
    heavy = samples.picture("JPEG", 5770, 4330, progressive=True, subsampling=0)
    with pytest.raises(Refused, match="takes too much room to open"):
        check(tmp_path, "a.jpg", heavy)


@pytest.fixture
def answers(client: TestClient, database: Database, world: World) -> dict[str, int]:
    """What each hostile file is answered with, by the page and by JSON in turn."""
    with database.writing() as session:
        entry = {"entry_kind": "activity", "entry_id": str(make_activity(session, world).key)}
    come_in(client, world.ada)
    doors = ("/initiatives/good-neighbours/evidence", f"/api/v1/initiatives/{world.initiative.key}/evidence")
    found = {}
    for number, hostile in enumerate(HOSTILE):
        files = [("files", (hostile.name, hostile.content, "image/jpeg"))]
        answer = client.post(doors[number % 2], data=entry, files=files)
        says_it = hostile.word in answer.text
        found[hostile.what] = answer.status_code if says_it else -answer.status_code
    return found


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_door_refuses_them_and_stores_nothing(
    answers: dict[str, int], database: Database, tmp_path: Path
) -> None:
    assert {what: status for what, status in answers.items() if status != 422} == {}
    with database.reading() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(EvidenceFile)) == 0
    assert not on_disk(tmp_path / "evidence")
