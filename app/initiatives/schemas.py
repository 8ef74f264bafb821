"""Initiatives, partnerships, phases and claims as they come in and go out."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.accounts.schemas import Email
from app.clock import today
from app.fields import (
    EMPTY_MEANS_ALL,
    Amount,
    Count,
    Country,
    Day,
    Id,
    Line,
    PastDay,
    Public,
    Slug,
    Source,
    Strict,
    Title,
)
from app.i18n import N_
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


def in_order(starts_on: date | None, ends_on: date | None) -> None:
    if starts_on and ends_on and ends_on < starts_on:
        raise PydanticCustomError("dates_in_order", N_("The end is before the start."), {"field": "ends_on"})


def with_currency(grant_amount: Decimal | None, grant_currency: Currency | None) -> None:
    if grant_amount is not None and grant_currency is None:
        raise PydanticCustomError(
            "currency_missing", N_("Choose the currency of the grant."), {"field": "grant_currency"}
        )


class InitiativeCreate(Strict):
    organization_id: Id
    name: Title
    slug: Slug | None = None
    summary: Annotated[str, StringConstraints(max_length=2000)] = ""
    country: Country
    sector: Sector
    place: Line = ""
    target_population: Annotated[str, StringConstraints(max_length=300)] = ""
    eligible_population: Count | None = None
    initiation: Initiation
    status: InitiativeStatus = InitiativeStatus.ACTIVE
    currency: Currency
    starts_on: Day
    ends_on: Day | None = None
    aim: Aim
    aim_chosen_by: Line = ""
    illustrative: bool = False
    source: Source = ""

    @model_validator(mode="after")
    def dates_are_in_order(self) -> Self:
        in_order(self.starts_on, self.ends_on)
        return self


class InitiativeUpdate(Strict):
    """All that may change later: the lead organization and the address stay."""

    name: Title
    summary: Annotated[str, StringConstraints(max_length=2000)] = ""
    country: Country
    sector: Sector
    place: Line = ""
    target_population: Annotated[str, StringConstraints(max_length=300)] = ""
    eligible_population: Count | None = None
    initiation: Initiation
    status: InitiativeStatus
    currency: Currency
    starts_on: Day
    ends_on: Day | None = None

    @model_validator(mode="after")
    def dates_are_in_order(self) -> Self:
        in_order(self.starts_on, self.ends_on)
        return self


class InitiativePublic(Public):
    id: int
    slug: str
    name: str
    summary: str
    organization_id: int
    country: str
    sector: Sector
    place: str
    target_population: str
    eligible_population: int | None
    initiation: Initiation
    status: InitiativeStatus
    currency: Currency
    starts_on: date
    ends_on: date | None
    illustrative: bool
    source: str
    version: int


class AimCreate(Strict):
    aim: Aim
    declared_on: PastDay
    chosen_by: Line = ""


class AimPublic(Public):
    id: int
    initiative_id: int
    aim: Aim
    declared_on: date
    chosen_by: str
    version: int


class PartnershipCreate(Strict):
    organization_id: Id
    role: PartnershipRole
    grant_amount: Amount | None = None
    grant_currency: Currency | None = None
    reference: Line = ""
    starts_on: Day | None = None
    ends_on: Day | None = None

    @model_validator(mode="after")
    def a_grant_has_a_currency(self) -> Self:
        in_order(self.starts_on, self.ends_on)
        with_currency(self.grant_amount, self.grant_currency)
        return self


class PartnershipUpdate(Strict):
    """All that may change later: another organization or role is another partnership."""

    grant_amount: Amount | None = None
    grant_currency: Currency | None = None
    reference: Line = ""
    starts_on: Day | None = None
    ends_on: Day | None = None

    @model_validator(mode="after")
    def a_grant_has_a_currency(self) -> Self:
        in_order(self.starts_on, self.ends_on)
        with_currency(self.grant_amount, self.grant_currency)
        return self


class PartnershipPublic(Public):
    id: int
    initiative_id: int
    organization_id: int
    role: PartnershipRole
    grant_amount: Decimal | None
    grant_currency: Currency | None
    reference: str
    starts_on: date | None
    ends_on: date | None
    ended_at: datetime | None
    version: int


class PartnerInvitationCreate(Strict):
    """What is offered, and to whom. The organization itself is named by whoever accepts."""

    name: Title
    email: Annotated[Email | None, EMPTY_MEANS_ALL] = None
    role: PartnershipRole
    grant_amount: Amount | None = None
    grant_currency: Currency | None = None
    reference: Line = ""
    starts_on: Day | None = None
    ends_on: Day | None = None

    @model_validator(mode="after")
    def could_be_accepted(self) -> Self:
        in_order(self.starts_on, self.ends_on)
        with_currency(self.grant_amount, self.grant_currency)
        if self.ends_on and self.ends_on < today():
            raise PydanticCustomError("over", N_("This day is over already."), {"field": "ends_on"})
        if self.role is PartnershipRole.LEAD:
            raise PydanticCustomError(
                "one_lead", N_("An initiative has one lead organization."), {"field": "role"}
            )
        return self


class PartnerInvitationPublic(Public):
    id: int
    initiative_id: int
    name: str
    email: str
    role: PartnershipRole
    grant_amount: Decimal | None
    grant_currency: Currency | None
    reference: str
    starts_on: date | None
    ends_on: date | None
    ends_at: datetime
    accepted_at: datetime | None
    declined_at: datetime | None
    version: int


class PartnerInvitationMade(PartnerInvitationPublic):
    """`link` is given once; nobody can ask for it again."""

    link: str


class PhaseCreate(Strict):
    """A phase. Who leads it, and who says so, is a claim made with it or later."""

    kind: PhaseKind
    name: Annotated[str, StringConstraints(max_length=120)] = ""
    starts_on: Day
    ends_on: Day | None = None
    accountable: Line = ""

    @model_validator(mode="after")
    def dates_are_in_order(self) -> Self:
        in_order(self.starts_on, self.ends_on)
        return self


class PhaseWithClaim(PhaseCreate):
    """As the form asks for it: the phase, and at once who is said to lead it."""

    lead: Lead | None = None
    claimed_by: Line = ""


class PhasePublic(Public):
    id: int
    initiative_id: int
    kind: PhaseKind
    name: str
    starts_on: date
    ends_on: date | None
    accountable: str
    version: int


class ClaimCreate(Strict):
    lead: Lead
    claimed_on: PastDay
    claimed_by: Line = ""


class ClaimPublic(Public):
    id: int
    phase_id: int
    lead: Lead
    claimed_on: date
    claimed_by: str
    version: int
