"""Tables of what people proposed, what stood in the way, what failed, and what they tell."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field

from app.database.columns import words
from app.database.tables import Editable, of_one_initiative
from app.vocabulary import Consent, Influence, InfluenceKind, ProposalAnswer, Side, StoryStrength


class Proposal(Editable, table=True):
    """You said, we did: what somebody asked for, what became of it, and when they were told."""

    __tablename__ = "proposal"
    __table_args__ = (
        of_one_initiative("phase"),
        sa.CheckConstraint("(answer = 'open') = (answered_on IS NULL)", name="answered_on_a_day"),
        sa.CheckConstraint("answered_on IS NULL OR answered_on >= made_on", name="answered_after"),
        sa.CheckConstraint("told_on IS NULL OR told_on >= made_on", name="told_after"),
        sa.Index("ix_proposal_timeline", "initiative_id", "made_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    phase_id: int | None = Field(default=None, index=True)
    made_on: date
    side: Side = Field(sa_type=words(Side))
    text: str = Field(max_length=4000)
    answer: ProposalAnswer = Field(sa_type=words(ProposalAnswer))
    answered_on: date | None = None
    reason: str = Field(default="", max_length=4000)
    told_on: date | None = None
    source: str = Field(default="", max_length=1000)


class Obstacle(Editable, table=True):
    """What held the work back, or helped it, from when to when."""

    __tablename__ = "obstacle"
    __table_args__ = (
        of_one_initiative("phase"),
        sa.CheckConstraint("resolved_on IS NULL OR resolved_on >= noticed_on", name="resolved_after"),
        sa.Index("ix_obstacle_timeline", "initiative_id", "noticed_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    phase_id: int | None = Field(default=None, index=True)
    noticed_on: date
    influence: Influence = Field(sa_type=words(Influence))
    kind: InfluenceKind = Field(sa_type=words(InfluenceKind))
    text: str = Field(max_length=4000)
    resolved_on: date | None = None
    resolution: str = Field(default="", max_length=4000)
    source: str = Field(default="", max_length=1000)


class Incident(Editable, table=True):
    """What failed, who answered for it, what was decided and learned, and when citizens were told."""

    __tablename__ = "incident"
    __table_args__ = (
        of_one_initiative("phase"),
        sa.CheckConstraint("told_on IS NULL OR told_on >= happened_on", name="told_after"),
        sa.Index("ix_incident_timeline", "initiative_id", "happened_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    phase_id: int | None = Field(default=None, index=True)
    happened_on: date
    text: str = Field(max_length=4000)
    answered_by: str = Field(default="", max_length=160)
    decision: str = Field(default="", max_length=4000)
    learning: str = Field(default="", max_length=4000)
    told_on: date | None = None
    source: str = Field(default="", max_length=1000)


class Story(Editable, table=True):
    """A short note of what somebody told or somebody saw, with what they agreed to.

    The period is the one it speaks of; without it, it speaks of the day on which it was told.

    `text` lives here alone: the audit log keeps only that it changed, so that it can be taken back.
    """

    __tablename__ = "story"
    __table_args__ = (
        of_one_initiative("phase"),
        sa.ForeignKeyConstraint(
            ["initiative_id", "indicator_id"], ["indicator.initiative_id", "indicator.id"]
        ),
        sa.CheckConstraint("consent <> 'withdrawn' OR text = ''", name="withdrawn_is_empty"),
        sa.CheckConstraint("(period_starts_on IS NULL) = (period_ends_on IS NULL)", name="period_is_whole"),
        sa.CheckConstraint("period_starts_on <= period_ends_on", name="period_in_order"),
        sa.Index("ix_story_timeline", "initiative_id", "told_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    phase_id: int | None = Field(default=None, index=True)
    indicator_id: int | None = Field(default=None, index=True)
    told_on: date
    period_starts_on: date | None = None
    period_ends_on: date | None = None
    side: Side | None = Field(default=None, sa_type=words(Side))
    text: str = Field(max_length=4000)
    consent: Consent = Field(sa_type=words(Consent))
    strength: StoryStrength = Field(sa_type=words(StoryStrength))
    source: str = Field(default="", max_length=1000)

    @property
    def kept_out_of_audit(self) -> frozenset[str]:
        return frozenset({"text"})
