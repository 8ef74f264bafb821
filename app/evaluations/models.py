"""What is kept of evaluations: a row an initiative for the portfolio, and what people answer to warnings."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from app.database.columns import words
from app.database.tables import Editable, of_one_initiative
from app.vocabulary import Aim, Strength, WarningRule


class InitiativeSummary(SQLModel, table=True):
    """Rebuilding it from the log changes nothing. JSON holds decimals as strings and dates as ISO."""

    __tablename__ = "initiative_summary"

    initiative_id: int = Field(
        primary_key=True, foreign_key="initiative.id", sa_column_kwargs={"autoincrement": False}
    )
    claims: int = 0
    claims_evidenced: int = 0
    cell: int | None = None
    last_entry_on: date | None = None
    phases: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON, nullable=False)
    outcome: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, nullable=False)
    cash: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON, nullable=False)
    revision: int = 0
    """Goes up whenever the row says something else; nought has not been computed since the schema changed."""
    aim: Aim | None = Field(default=None, sa_type=words(Aim))
    strength: Strength | None = Field(default=None, sa_type=words(Strength))
    due_on: date | None = None
    led: str = Field(default="", max_length=400)
    """Who led what by the log, to be searched: " delivery:together design:citizens "."""
    hours: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, nullable=False)
    reach: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, nullable=False)
    learned: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, nullable=False)
    money: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, nullable=False)
    indicators: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, nullable=False)
    quality: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, nullable=False)


class WarningAnswer(Editable, table=True):
    """What those who log say to a warning: of one phase, where the rule is about one. The newest counts."""

    __tablename__ = "warning_answer"
    __table_args__ = (
        of_one_initiative("phase"),
        sa.Index("ix_warning_answer_timeline", "initiative_id", "answered_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    phase_id: int | None = Field(default=None, index=True)
    rule: WarningRule = Field(sa_type=words(WarningRule))
    answered_on: date
    text: str = Field(max_length=2000)
