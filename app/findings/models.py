"""What evaluators judge, and what in the log they rest it on."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field

from app.database.columns import words
from app.database.tables import Editable, of_one_initiative
from app.vocabulary import EntryKind, FindingStrength


class Finding(Editable, table=True):
    """An evaluator's dated judgement, on an indicator and a period where they are named.

    `response` is what the team answers; `done_on` when the recommendation was followed.
    """

    __tablename__ = "finding"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["initiative_id", "indicator_id"], ["indicator.initiative_id", "indicator.id"]
        ),
        sa.CheckConstraint("(period_starts_on IS NULL) = (period_ends_on IS NULL)", name="period_is_whole"),
        sa.CheckConstraint("period_starts_on <= period_ends_on", name="period_in_order"),
        sa.CheckConstraint("(response = '') = (responded_on IS NULL)", name="responded_on_a_day"),
        sa.Index("ix_finding_of_initiative", "initiative_id", "id", unique=True),
        sa.Index("ix_finding_timeline", "initiative_id", "found_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    indicator_id: int | None = Field(default=None, index=True)
    found_on: date
    period_starts_on: date | None = None
    period_ends_on: date | None = None
    question: str = Field(max_length=500)
    method: str = Field(default="", max_length=2000)
    judgement: str = Field(max_length=4000)
    strength: FindingStrength = Field(sa_type=words(FindingStrength))
    recommendation: str = Field(default="", max_length=2000)
    response: str = Field(default="", max_length=2000)
    responded_on: date | None = None
    done_on: date | None = None
    source: str = Field(default="", max_length=1000)


class Ground(Editable, table=True):
    """An entry of the log that a finding rests on, and what it shows. An entry is named once by a finding."""

    __tablename__ = "ground"
    __table_args__ = (
        of_one_initiative("finding"),
        sa.UniqueConstraint("finding_id", "entry_kind", "entry_id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    finding_id: int
    entry_kind: EntryKind = Field(sa_type=words(EntryKind))
    entry_id: int
    note: str = Field(default="", max_length=300)
