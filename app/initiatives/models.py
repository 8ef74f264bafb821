"""Tables of initiatives: what is co-produced, with whom, in which phases, and who is said to lead."""

from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

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
    Side,
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


class RatingLink(Editable, table=True):
    """Lets people of one side say who led a phase, without an account. Archived means revoked.

    Where `left_out_because` says something, its answers are not counted.
    """

    __tablename__ = "rating_link"
    __table_args__ = (sa.UniqueConstraint("initiative_id", "id"), of_one_initiative("phase"))

    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    phase_id: int = Field(index=True)
    side: Side = Field(sa_type=words(Side))
    name: str = Field(default="", max_length=160)
    ends_on: date | None = None
    left_out_because: str = Field(default="", max_length=300)


class View(Editable, table=True):
    """One person's rating of who led a phase: 1 professionals alone, 3 equally, 5 citizens alone.

    Nobody's name is kept with it, whether it came by a link or from somebody signed in. It waits until
    there are enough of its side to be shown together: `batch` counts those, from `shown_on` they count.
    """

    __tablename__ = "view"
    __table_args__ = (
        of_one_initiative("phase"),
        sa.ForeignKeyConstraint(
            ["initiative_id", "rating_link_id"], ["rating_link.initiative_id", "rating_link.id"]
        ),
        sa.CheckConstraint("rating >= 1 AND rating <= 5", name="rating_on_the_scale"),
        sa.CheckConstraint("(batch IS NULL) = (shown_on IS NULL)", name="shown_in_a_batch"),
    )

    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    phase_id: int = Field(index=True)
    rating_link_id: int | None = Field(default=None, index=True)
    side: Side = Field(sa_type=words(Side))
    rating: int
    rated_on: date
    batch: int | None = None
    shown_on: date | None = None

    @property
    def is_nameless(self) -> bool:
        return True

    @property
    def kept_out_of_audit(self) -> frozenset[str]:
        """With the minute beside it, a rating would tell whose it is."""
        return frozenset({"rating"})


class RatedToday(SQLModel, table=True):
    """That somebody has answered for a side of a phase on a day, apart from what they answered.

    Forgotten the day after; the hash is keyed, so that it tells neither the device nor the person.
    """

    __tablename__ = "rated_today"

    phase_id: int = Field(primary_key=True, foreign_key="phase.id")
    side: Side = Field(primary_key=True, sa_type=words(Side))
    answerer_hash: str = Field(primary_key=True, max_length=64)
    rated_on: date = Field(primary_key=True)
