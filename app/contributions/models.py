"""What is said of a change, and what else may explain it."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field

from app.database.columns import words
from app.database.tables import Editable, of_one_initiative
from app.vocabulary import ExplanationWeight, FindingStrength


class Contribution(Editable, table=True):
    """A claim that the initiative had a part in a change, on an indicator where one shows it.

    `pathway` is how it is supposed to come about. `strength` is an evaluator's, once the other explanations
    have been looked at.
    """

    __tablename__ = "contribution"
    __table_args__ = (
        sa.UniqueConstraint("initiative_id", "id"),
        sa.ForeignKeyConstraint(
            ["initiative_id", "indicator_id"], ["indicator.initiative_id", "indicator.id"]
        ),
        sa.CheckConstraint("(strength IS NULL) = (judged_on IS NULL)", name="judged_on_a_day"),
        sa.Index("ix_contribution_timeline", "initiative_id", "claimed_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    indicator_id: int | None = Field(default=None, index=True)
    claimed_on: date
    text: str = Field(max_length=1000)
    pathway: str = Field(default="", max_length=2000)
    strength: FindingStrength | None = Field(default=None, sa_type=words(FindingStrength))
    judgement: str = Field(default="", max_length=4000)
    judged_on: date | None = None
    source: str = Field(default="", max_length=1000)


class Explanation(Editable, table=True):
    """Another explanation of the same change, and what was found when it was looked at."""

    __tablename__ = "explanation"
    __table_args__ = (of_one_initiative("contribution"),)

    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    contribution_id: int = Field(index=True)
    considered_on: date
    text: str = Field(max_length=1000)
    speaks_for: str = Field(default="", max_length=2000)
    speaks_against: str = Field(default="", max_length=2000)
    weight: ExplanationWeight = Field(sa_type=words(ExplanationWeight))
    source: str = Field(default="", max_length=1000)
