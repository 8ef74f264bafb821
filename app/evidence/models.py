"""The table of evidence files. What they hold is kept beside the database, by the hash of its content."""

import sqlalchemy as sa
from sqlmodel import Field

from app.database.columns import words
from app.database.tables import Editable
from app.vocabulary import EntryKind


class EvidenceFile(Editable, table=True):
    """`size` in bytes; `media_type` was read from the content, not from the name."""

    __tablename__ = "evidence_file"
    __table_args__ = (
        sa.CheckConstraint("size > 0", name="size_positive"),
        sa.Index("ix_evidence_file_entry", "initiative_id", "entry_kind", "entry_id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    entry_kind: EntryKind = Field(sa_type=words(EntryKind))
    entry_id: int
    name: str = Field(max_length=160)
    media_type: str = Field(max_length=120)
    size: int
    sha256: str = Field(max_length=64)

    @property
    def kept_out_of_audit(self) -> frozenset[str]:
        """A story's files go when its words are taken back, and their names with them."""
        return frozenset({"name", "sha256"} if self.entry_kind is EntryKind.STORY else ())
