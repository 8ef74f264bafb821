"""What the portfolio reads: a row an initiative, computed as its log changes."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


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
