"""Tables of initiatives: what is co-produced, with whom, in which phases, and who is said to lead."""

from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Field

from app.database.columns import Moment, money, words
from app.database.tables import Editable, of_one_initiative
from app.vocabulary import (
    Aim,
    Currency,
    Initiation,
    InitiativeStatus,
    Lead,
    PartnershipRole,
    PhaseKind,
    Sector,
)


class Initiative(Editable, table=True):
    __tablename__ = "initiative"
    __table_args__ = (
        sa.UniqueConstraint("slug"),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates_in_order"),
        sa.CheckConstraint(
            "eligible_population IS NULL OR eligible_population >= 0", name="population_not_negative"
        ),
    )

    slug: str = Field(max_length=80)
    name: str = Field(max_length=160)
    summary: str = Field(default="", max_length=2000)
    organization_id: int = Field(foreign_key="organization.id", index=True)
    country: str = Field(max_length=2)
    sector: Sector = Field(sa_type=words(Sector))
    place: str = Field(default="", max_length=160)
    target_population: str = Field(default="", max_length=300)
    eligible_population: int | None = None
    initiation: Initiation = Field(sa_type=words(Initiation))
    status: InitiativeStatus = Field(sa_type=words(InitiativeStatus))
    currency: Currency = Field(sa_type=words(Currency))
    starts_on: date
    ends_on: date | None = None
    illustrative: bool = False
    source: str = Field(default="", max_length=1000)

    @property
    def initiative_touched(self) -> int | None:
        return self.id


class DeclaredAim(Editable, table=True):
    """The primary aim from a date on. A changed aim is a new row; the old one stays in history."""

    __tablename__ = "declared_aim"

    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    aim: Aim = Field(sa_type=words(Aim))
    declared_on: date
    chosen_by: str = Field(default="", max_length=160)


class Partnership(Editable, table=True):
    """What an organization is to an initiative. An ended or archived one gives no access."""

    __tablename__ = "partnership"
    __table_args__ = (
        sa.UniqueConstraint("initiative_id", "organization_id", "role"),
        sa.CheckConstraint("grant_amount IS NULL OR grant_amount >= 0", name="grant_not_negative"),
        sa.CheckConstraint(
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on", name="dates_in_order"
        ),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    organization_id: int = Field(foreign_key="organization.id", index=True)
    role: PartnershipRole = Field(sa_type=words(PartnershipRole))
    grant_amount: Decimal | None = Field(default=None, sa_type=money())
    grant_currency: Currency | None = Field(default=None, sa_type=words(Currency))
    reference: str = Field(default="", max_length=160)
    starts_on: date | None = None
    ends_on: date | None = None
    ended_at: datetime | None = Field(default=None, sa_type=Moment)


class PartnerInvitation(Editable, table=True):
    """Lets an administrator who holds its link bring one of their organizations in, once.

    No organization is named: a list to choose from would tell who is here. Archived means withdrawn.
    """

    __tablename__ = "partner_invitation"
    __table_args__ = (
        sa.UniqueConstraint("token_hash"),
        sa.CheckConstraint("grant_amount IS NULL OR grant_amount >= 0", name="grant_not_negative"),
        sa.CheckConstraint(
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on", name="dates_in_order"
        ),
        sa.CheckConstraint("accepted_at IS NULL OR declined_at IS NULL", name="one_answer"),
    )

    token_hash: str = Field(max_length=64)
    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    name: str = Field(default="", max_length=160)
    email: str = Field(default="", max_length=254)
    role: PartnershipRole = Field(sa_type=words(PartnershipRole))
    grant_amount: Decimal | None = Field(default=None, sa_type=money())
    grant_currency: Currency | None = Field(default=None, sa_type=words(Currency))
    reference: str = Field(default="", max_length=160)
    starts_on: date | None = None
    ends_on: date | None = None
    ends_at: datetime = Field(sa_type=Moment, nullable=False)
    accepted_at: datetime | None = Field(default=None, sa_type=Moment)
    declined_at: datetime | None = Field(default=None, sa_type=Moment)


class Phase(Editable, table=True):
    """One of the four Co's over some time; a second cycle is a second phase of the same kind."""

    __tablename__ = "phase"
    __table_args__ = (
        sa.UniqueConstraint("initiative_id", "id"),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates_in_order"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    kind: PhaseKind = Field(sa_type=words(PhaseKind))
    name: str = Field(default="", max_length=120)
    starts_on: date
    ends_on: date | None = None
    accountable: str = Field(default="", max_length=160)


class Claim(Editable, table=True):
    """Who is said to lead a phase, by whom, since when. A new claim keeps the old."""

    __tablename__ = "claim"
    __table_args__ = (
        of_one_initiative("phase"),
        sa.Index("ix_claim_timeline", "initiative_id", "claimed_on", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    phase_id: int = Field(index=True)
    lead: Lead = Field(sa_type=words(Lead))
    claimed_on: date
    claimed_by: str = Field(default="", max_length=160)
