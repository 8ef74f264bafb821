"""Table of files on their way into the log."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from app.clock import utc_now
from app.database.columns import Moment


class Import(SQLModel, table=True):
    """One person's file. Its content goes when its values are stored; what was stored can be taken back.

    No part of the log: what it brings is written down entry by entry, as if it had been typed.
    """

    __tablename__ = "import"
    __table_args__ = (
        sa.Index("ix_import_person", "person_id", "initiative_id", "id"),
        # A form of a file that is gone must not find the next one under the same number.
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    initiative_id: int = Field(foreign_key="initiative.id")
    file_name: str = Field(max_length=160)
    content: bytes = b""
    typed: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, nullable=False)
    """What the person said the columns hold: field of the form → texts."""
    created_at: datetime = Field(default_factory=utc_now, sa_type=Moment, nullable=False)
    stored_at: datetime | None = Field(default=None, sa_type=Moment)
    undone_at: datetime | None = Field(default=None, sa_type=Moment)
    receipt: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, nullable=False)
    """What was stored: ids of `observations` and new `indicators`; counts `missing`, `present`, `refused`."""

    @property
    def key(self) -> int:
        if self.id is None:
            raise ValueError("This import has not been stored yet")
        return self.id
