"""Tables of indicators and observations."""

from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Field

from app.clock import today
from app.database.columns import Moment, measured, words
from app.database.tables import Editable, of_one_initiative
from app.vocabulary import (
    Aggregation,
    Aim,
    Direction,
    EffectService,
    Frequency,
    IndicatorLevel,
    ObservationStatus,
    PointKind,
    Respondents,
)


class Indicator(Editable, table=True):
    """What is measured, which way is better, from where to where."""

    __tablename__ = "indicator"
    __table_args__ = (
        sa.UniqueConstraint("initiative_id", "id"),
        sa.CheckConstraint("minimum IS NULL OR maximum IS NULL OR minimum < maximum", name="range_in_order"),
        sa.CheckConstraint("decimals >= 0 AND decimals <= 6", name="decimals_in_range"),
        sa.CheckConstraint("baseline_n IS NULL OR baseline_n >= 0", name="baseline_n_not_negative"),
        sa.CheckConstraint("minimal_change IS NULL OR minimal_change > 0", name="minimal_change_positive"),
        sa.CheckConstraint("limits_from_first IS NULL OR limits_from_first >= 6", name="limits_from_enough"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    name: str = Field(max_length=160)
    definition: str = Field(default="", max_length=2000)
    level: IndicatorLevel = Field(sa_type=words(IndicatorLevel))
    aim: Aim | None = Field(default=None, sa_type=words(Aim))
    unit: str = Field(default="", max_length=60)
    direction: Direction = Field(sa_type=words(Direction))
    minimum: Decimal | None = Field(default=None, sa_type=measured())
    maximum: Decimal | None = Field(default=None, sa_type=measured())
    decimals: int = 0
    frequency: Frequency = Field(sa_type=words(Frequency))
    aggregation: Aggregation = Field(sa_type=words(Aggregation))
    instrument: str = Field(default="", max_length=160)
    minimal_change: Decimal | None = Field(default=None, sa_type=measured())
    minimal_change_source: str = Field(default="", max_length=500)
    respondents: Respondents | None = Field(default=None, sa_type=words(Respondents))
    effect_service: EffectService = Field(sa_type=words(EffectService))
    effect_service_name: str = Field(default="", max_length=160)
    breakdown: str = Field(default="", max_length=120)
    baseline_value: Decimal | None = Field(default=None, sa_type=measured())
    baseline_on: date | None = None
    baseline_n: int | None = None
    target_value: Decimal | None = Field(default=None, sa_type=measured())
    target_on: date | None = None
    limits_from_first: int | None = None
    """Points at the beginning of each part on which the limits of a control chart rest; on all if None."""
    illustrative: bool = False
    source: str = Field(default="", max_length=1000)


class FormerPoint(Editable, table=True):
    """A baseline or target as it was until somebody replaced it, so that a past date is seen as it was.

    `dated` is the day of the baseline, or by when the target was to be reached. Never changed afterwards.
    """

    __tablename__ = "former_point"
    __table_args__ = (
        of_one_initiative("indicator"),
        sa.Index("ix_former_point_indicator", "indicator_id", "replaced_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    indicator_id: int
    kind: PointKind = Field(sa_type=words(PointKind))
    value: Decimal | None = Field(default=None, sa_type=measured())
    dated: date | None = None
    n: int | None = None
    replaced_on: date
    reason: str = Field(default="", max_length=1000)


class Rebase(Editable, table=True):
    """An evaluator's judgement that from this day on a series is another one, and gets limits of its own."""

    __tablename__ = "rebase"
    __table_args__ = (
        of_one_initiative("indicator"),
        sa.CheckConstraint("reason <> ''", name="reason_given"),
        sa.Index("ix_rebase_indicator", "indicator_id", "rebased_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    indicator_id: int
    rebased_on: date
    reason: str = Field(max_length=1000)


class PeriodLock(Editable, table=True):
    """An evaluator has checked the values of these days: none is added, changed or archived any more.

    Archived means unlocked again.
    """

    __tablename__ = "period_lock"
    __table_args__ = (
        sa.CheckConstraint("starts_on <= ends_on", name="days_in_order"),
        sa.Index("ix_period_lock_initiative", "initiative_id", "starts_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    starts_on: date
    ends_on: date
    reason: str = Field(default="", max_length=1000)


class Observation(Editable, table=True):
    """One value on one date. A category names a part of the breakdown; the empty one is the whole."""

    __tablename__ = "observation"
    __table_args__ = (
        sa.CheckConstraint("n IS NULL OR n >= 0", name="n_not_negative"),
        sa.CheckConstraint("sd IS NULL OR sd >= 0", name="sd_not_negative"),
        sa.CheckConstraint("status <> 'returned' OR returned_because <> ''", name="returned_for_a_reason"),
        of_one_initiative("indicator"),
        sa.Index("ix_observation_series", "indicator_id", "category", "observed_on", "id"),
        sa.Index("ix_observation_timeline", "initiative_id", "observed_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    indicator_id: int
    observed_on: date
    entered_on: date = Field(default_factory=today)
    value: Decimal = Field(sa_type=measured())
    n: int | None = None
    sd: Decimal | None = Field(default=None, sa_type=measured())
    category: str = Field(default="", max_length=120)
    status: ObservationStatus = Field(default=ObservationStatus.SUBMITTED, sa_type=words(ObservationStatus))
    returned_because: str = Field(default="", max_length=1000)
    reviewed_by_id: int | None = Field(default=None, foreign_key="person.id")
    reviewed_at: datetime | None = Field(default=None, sa_type=Moment)
    note: str = Field(default="", max_length=4000)
    source: str = Field(default="", max_length=1000)
