"""The table of activities."""

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Field

from app.database.columns import hours, words
from app.database.tables import Editable, of_one_initiative
from app.vocabulary import CitizenRole, Decision, Level, Side

AMOUNTS = ("citizens", "professionals", "citizen_hours", "professional_hours", "other_hours")


class Activity(Editable, table=True):
    """What happened on one day. People and hours not recorded are NULL, which is not zero."""

    __tablename__ = "activity"
    __table_args__ = (
        *(
            sa.CheckConstraint(f"{name} IS NULL OR {name} >= 0", name=f"{name}_not_negative")
            for name in AMOUNTS
        ),
        of_one_initiative("phase"),
        sa.Index("ix_activity_timeline", "initiative_id", "happened_on", "id"),
        sa.Index("ix_activity_author", "initiative_id", "created_by_id", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    phase_id: int = Field(index=True)
    happened_on: date
    title: str = Field(max_length=160)
    citizen_role: CitizenRole = Field(sa_type=words(CitizenRole))
    decision: Decision = Field(sa_type=words(Decision))
    level: Level = Field(sa_type=words(Level))
    citizens: int | None = None
    professionals: int | None = None
    citizen_hours: Decimal | None = Field(default=None, sa_type=hours())
    professional_hours: Decimal | None = Field(default=None, sa_type=hours())
    other_hours: Decimal | None = Field(default=None, sa_type=hours())
    support: list[str] = Field(default_factory=list, sa_type=sa.JSON, nullable=False)
    note: str = Field(default="", max_length=4000)
    source: str = Field(default="", max_length=1000)
    entered_on: date
    entered_by_side: Side | None = Field(default=None, sa_type=words(Side))
