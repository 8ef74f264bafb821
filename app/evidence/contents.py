"""What files hold, on the disk: by the hash of their bytes, put there before the row is committed.

A unit of work that fails takes back what it put there; one that deletes does so once it has committed.
"""

import hashlib
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.orm import SessionTransaction
from sqlmodel import Session

FOLDER = "evidence"
ARRIVING = "arriving"
PREVIEW = ".preview"
ONLY_THE_OWNER = 0o700
ABANDONED = 3600
"""Seconds after which a content that no row names belongs to no unit of work under way."""


@dataclass(frozen=True)
class Arrived:
    """Checked and on the disk, but not yet in its place. `size` in bytes."""

    path: Path
    preview: Path | None
    sha256: str
    size: int

    def discard(self) -> None:
        for path in filter(None, (self.path, self.preview)):
            path.unlink(missing_ok=True)


def folder_in(data_dir: Path) -> Path:
    return data_dir / FOLDER


def folder_of(session: Session) -> Path:
    """The unit of work knows where its place keeps its data."""
    return folder_in(session.info["data_dir"])


def place_of(folder: Path, sha256: str) -> Path:
    return folder / sha256[:2] / sha256


def preview_of(folder: Path, sha256: str) -> Path:
    return place_of(folder, sha256).with_suffix(PREVIEW)


def arrive(folder: Path, content: bytes, preview: bytes = b"") -> Arrived:
    """Written and flushed to the disk, so that taking it in is only a change of name."""
    return Arrived(
        path=_written(folder, content),
        preview=_written(folder, preview) if preview else None,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
    )


def take_in(session: Session, arrived: Arrived) -> None:
    """Into its place; taken back if the unit of work fails. The same content is kept once."""
    folder = folder_of(session)
    place = place_of(folder, arrived.sha256)
    if not place.exists():
        place.parent.mkdir(mode=ONLY_THE_OWNER, exist_ok=True)
        if arrived.preview:
            arrived.preview.rename(preview_of(folder, arrived.sha256))
        arrived.path.rename(place)
        _flush(place.parent)
        session.info.setdefault("contents_taken_in", {})[place] = place.stat().st_mtime_ns
    else:
        os.utime(place)  # somebody who is about to delete it sees that it is wanted again


def delete_after_commit(session: Session, sha256: str) -> None:
    place = place_of(folder_of(session), sha256)
    with suppress(FileNotFoundError):
        session.info.setdefault("contents_to_delete", {})[place] = place.stat().st_mtime_ns


def sweep(folder: Path, known: set[str]) -> int:
    """Deletes what no row names and no unit of work can still be about to name; how many files that was."""
    before = time.time() - ABANDONED
    orphans = [path for path in _files(folder) if path.stem not in known and path.stat().st_mtime < before]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.glob("*/*") if path.is_file())


def _written(folder: Path, content: bytes) -> Path:
    arriving = folder / ARRIVING
    arriving.mkdir(mode=ONLY_THE_OWNER, parents=True, exist_ok=True)
    path = arriving / secrets.token_hex(16)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return path


def _flush(folder: Path) -> None:
    """A new name is on the disk only once its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@event.listens_for(Session, "after_commit")
def _delete_what_is_gone(session: Session) -> None:
    session.info.pop("contents_taken_in", None)
    _delete(session.info.pop("contents_to_delete", {}))


@event.listens_for(Session, "after_transaction_end")
def _take_back(session: Session, transaction: SessionTransaction) -> None:
    """After a commit there is nothing left to take back."""
    if transaction.parent is None:
        _delete(session.info.pop("contents_taken_in", {}))
        session.info.pop("contents_to_delete", None)


def _delete(places: dict[Path, int]) -> None:
    """Unless somebody else has wanted the same content since."""
    for place, written in places.items():
        with suppress(FileNotFoundError):
            if place.stat().st_mtime_ns == written:
                place.unlink()
                place.with_suffix(PREVIEW).unlink(missing_ok=True)
