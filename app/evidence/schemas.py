"""What comes in and goes out about files of evidence."""

from datetime import datetime
from typing import Literal

from app.fields import Id, Public, Strict
from app.vocabulary import EntryKind

EntryWithFiles = Literal[
    EntryKind.ACTIVITY,
    EntryKind.COST,
    EntryKind.BENEFIT,
    EntryKind.OBSERVATION,
    EntryKind.PROPOSAL,
    EntryKind.OBSTACLE,
    EntryKind.INCIDENT,
    EntryKind.STORY,
]


class EvidenceCreate(Strict):
    """The entry that the files belong to; the files themselves come beside it."""

    entry_kind: EntryWithFiles
    entry_id: Id


class EvidencePublic(Public):
    """`size` in bytes, `sha256` of what is stored: pictures are drawn anew before."""

    id: int
    version: int
    initiative_id: int
    entry_kind: EntryKind
    entry_id: int
    name: str
    media_type: str
    size: int
    sha256: str
    created_at: datetime
    created_by_id: int | None
