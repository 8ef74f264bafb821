"""Tables of indicators and observations."""

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Field

from app.database.columns import measured, words
from app.database.tables import Editable, of_one_initiative
from app.vocabulary import (
    Aggregation,
    Aim,
    Direction,
    EffectService,
    Frequency,
    IndicatorLevel,
    ObservationStatus,
)


class Indicator(Editable, table=True):
    """What is measured, which way is better, from where to where."""

    __tablename__ = "indicator"
    __table_args__ = (
        sa.UniqueConstraint("initiative_id", "id"),
        sa.CheckConstraint("minimum IS NULL OR maximum IS NULL OR minimum < maximum", name="range_in_order"),
        sa.CheckConstraint("decimals >= 0 AND decimals <= 6", name="decimals_in_range"),
        sa.CheckConstraint("baseline_n IS NULL OR baseline_n >= 0", name="baseline_n_not_negative"),
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
    effect_service: EffectService = Field(sa_type=words(EffectService))
    effect_service_name: str = Field(default="", max_length=160)
    breakdown: str = Field(default="", max_length=120)
    baseline_value: Decimal | None = Field(default=None, sa_type=measured())
    baseline_on: date | None = None
    baseline_n: int | None = None
    target_value: Decimal | None = Field(default=None, sa_type=measured())
    target_on: date | None = None
    illustrative: bool = False
    source: str = Field(default="", max_length=1000)


class Observation(Editable, table=True):
    """One value on one date. A category names a part of the breakdown; the empty one is the whole."""

    __tablename__ = "observation"
    __table_args__ = (
        sa.CheckConstraint("n IS NULL OR n >= 0", name="n_not_negative"),
        sa.CheckConstraint("sd IS NULL OR sd >= 0", name="sd_not_negative"),
        of_one_initiative("indicator"),
        sa.Index("ix_observation_series", "indicator_id", "category", "observed_on", "id"),
        sa.Index("ix_observation_timeline", "initiative_id", "observed_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    indicator_id: int
    observed_on: date
    value: Decimal = Field(sa_type=measured())
    n: int | None = None
    sd: Decimal | None = Field(default=None, sa_type=measured())
    category: str = Field(default="", max_length=120)
    status: ObservationStatus = Field(default=ObservationStatus.SUBMITTED, sa_type=words(ObservationStatus))
    note: str = Field(default="", max_length=4000)
    source: str = Field(default="", max_length=1000)
