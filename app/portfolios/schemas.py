"""What a portfolio is asked for, and how it goes out as JSON."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from app.fields import EMPTY_MEANS_ALL, Public
from app.vocabulary import (
    Aim,
    ClaimStatus,
    Currency,
    Direction,
    InitiativeStatus,
    Lead,
    OrganizationType,
    PartnershipRole,
    PhaseKind,
    Sector,
)


@dataclass(frozen=True)
class Wanted:
    """What a portfolio is narrowed to; None and empty mean all. `role` is the organization's own part."""

    role: Annotated[PartnershipRole | None, EMPTY_MEANS_ALL] = None
    country: str = ""
    sector: Annotated[Sector | None, EMPTY_MEANS_ALL] = None
    status: Annotated[InitiativeStatus | None, EMPTY_MEANS_ALL] = None
    aim: Annotated[Aim | None, EMPTY_MEANS_ALL] = None

    def role_of(self, organization: OrganizationType) -> PartnershipRole:
        """What a funder funds, and what anybody else leads, unless another part is asked for."""
        usual = PartnershipRole.FUNDER if organization is OrganizationType.FUNDER else PartnershipRole.LEAD
        return self.role or usual

    @property
    def narrows(self) -> bool:
        return any((self.country, self.sector, self.status, self.aim))


class PhasePublic(Public):
    kind: PhaseKind
    name: str
    starts_on: date
    ends_on: date | None
    claimed: Lead | None
    evidenced: Lead | None
    status: ClaimStatus


class OutcomePublic(Public):
    name: str
    direction: Direction | None
    progress: Decimal | None
    missing: str | None
    latest: Decimal | None
    latest_on: date | None
    n: int | None


class LinePublic(Public):
    initiative_id: int
    name: str
    country: str
    sector: Sector
    status: InitiativeStatus
    starts_on: date
    ends_on: date | None
    illustrative: bool
    grant_amount: Decimal | None
    grant_currency: Currency | None
    claims: int
    claims_evidenced: int
    cell: int | None
    last_entry_on: date | None
    phases: list[PhasePublic]
    outcome: OutcomePublic
    cash: dict[str, Decimal]


class TallyPublic(Public):
    kind: PhaseKind
    claimed: dict[Lead, int]
    evidenced: dict[Lead, int]
    not_enough_evidence: int


class MoneyPublic(Public):
    currency: Currency
    initiatives: int
    granted: Decimal
    cash: Decimal


class AssociationPublic(Public):
    """Spearman's rho over `n` initiatives that nobody picked to be compared."""

    rho: float
    n: int


class BesidePublic(Public):
    """`missing` says why there is no statistic: `need` initiatives are asked for, `have` there are."""

    association: AssociationPublic | None
    missing: str | None
    have: int
    need: int
    left_out: int


class OverallPublic(Public):
    initiatives: int
    countries: list[str]
    claims: int
    claims_evidenced: int
    phases: list[TallyPublic]
    money: list[MoneyPublic]
    process_and_outcome: BesidePublic


class PortfolioPublic(Public):
    """The items are one page of lines; `overall` counts the whole portfolio, as it is narrowed."""

    organization_id: int
    role: PartnershipRole
    overall: OverallPublic
    items: list[LinePublic]
    next: str | None
