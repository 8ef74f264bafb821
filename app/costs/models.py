"""Tables of costs and benefits."""

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Field

from app.database.columns import money, share, words
from app.database.tables import Editable, of_one_initiative
from app.vocabulary import Certainty, CostNature, CostStage, Currency


class Cost(Editable, table=True):
    __tablename__ = "cost"
    __table_args__ = (
        sa.CheckConstraint("amount >= 0", name="amount_not_negative"),
        of_one_initiative("phase"),
        sa.Index("ix_cost_timeline", "initiative_id", "spent_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    phase_id: int | None = Field(default=None, index=True)
    spent_on: date
    amount: Decimal = Field(sa_type=money())
    currency: Currency = Field(sa_type=words(Currency))
    stage: CostStage = Field(sa_type=words(CostStage))
    nature: CostNature = Field(sa_type=words(CostNature))
    payer: str = Field(default="", max_length=160)
    is_estimate: bool = False
    note: str = Field(default="", max_length=4000)
    source: str = Field(default="", max_length=1000)


class Benefit(Editable, table=True):
    """Money or use that came, or is expected, in a named service.

    `attribution` and `deadweight` are shares between 0 and 1; None was not stated.
    """

    __tablename__ = "benefit"
    __table_args__ = (
        sa.CheckConstraint("amount >= 0", name="amount_not_negative"),
        sa.CheckConstraint("attribution >= 0 AND attribution <= 10000", name="attribution_a_share"),
        sa.CheckConstraint("deadweight >= 0 AND deadweight <= 10000", name="deadweight_a_share"),
        sa.Index("ix_benefit_timeline", "initiative_id", "received_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    received_on: date
    amount: Decimal = Field(sa_type=money())
    currency: Currency = Field(sa_type=words(Currency))
    certainty: Certainty = Field(sa_type=words(Certainty))
    service: str = Field(max_length=160)
    attribution: Decimal | None = Field(default=None, sa_type=share())
    deadweight: Decimal | None = Field(default=None, sa_type=share())
    note: str = Field(default="", max_length=4000)
    source: str = Field(default="", max_length=1000)


class HourlyRate(Editable, table=True):
    """What a volunteer's hour is valued at from a day on, in one country.

    `higher` is None where nobody has a source for a higher estimate: a range is not made up. It is another
    wage, with a name and a source of its own.
    """

    __tablename__ = "hourly_rate"
    __table_args__ = (
        sa.UniqueConstraint("country", "starts_on"),
        sa.CheckConstraint("lower >= 0 AND higher >= lower", name="lower_to_higher"),
        sa.CheckConstraint("(higher IS NULL) = (higher_source = '')", name="higher_with_a_source"),
    )

    country: str = Field(max_length=2)
    starts_on: date
    currency: Currency = Field(sa_type=words(Currency))
    name: str = Field(max_length=160)
    lower: Decimal = Field(sa_type=money())
    source: str = Field(max_length=1000)
    higher: Decimal | None = Field(default=None, sa_type=money())
    higher_name: str = Field(default="", max_length=160)
    higher_source: str = Field(default="", max_length=1000)
