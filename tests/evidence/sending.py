"""How tests send files, and look at what is stored."""

from pathlib import Path

from fastapi.testclient import TestClient
from httpx2 import Response
from sqlmodel import col, select

from app.database.engine import Database
from app.database.tables import Editable
from app.evidence.models import EvidenceFile

PAGE = "/initiatives/good-neighbours/evidence"
TEXT = b"Minutes of the core group"


def send(client: TestClient, entry: Editable, *files: tuple[str, bytes], door: str = PAGE) -> Response:
    fields = {"entry_kind": str(entry.__tablename__), "entry_id": str(entry.key)}
    given = files or (("minutes.txt", TEXT),)
    return client.post(door, data=fields, files=[("files", (*file, "image/jpeg")) for file in given])


def stored(database: Database) -> list[EvidenceFile]:
    with database.reading() as session:
        return list(session.exec(select(EvidenceFile).order_by(col(EvidenceFile.id))))


def on_disk(data_dir: Path) -> list[Path]:
    return sorted(path for path in (data_dir / "evidence").rglob("*") if path.is_file())
