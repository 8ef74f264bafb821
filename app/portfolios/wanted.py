"""What a portfolio is asked for: every filter stands in the address, so that it can be shared."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode

from annotated_types import Ge, Le, MaxLen

from app.fields import EMPTY_MEANS_ALL
from app.measurement.portfolio import Context
from app.vocabulary import (
    Aim,
    Currency,
    InitiativeStatus,
    Lead,
    OrganizationType,
    PartnershipRole,
    PhaseKind,
    Sector,
)

NO_CELL = 0
"""Asked for instead of a number from 1 to 9: initiatives whose log cannot tell."""
WORDS = ("country", "sector", "organization_type", "status", "aim", "cell", "phase", "lead", "q")
NARROWING = (*WORDS, "begun_from", "begun_until")


class Sort(StrEnum):
    """Orders that rank nobody."""

    START = "start"
    NAME = "name"
    COUNTRY = "country"


@dataclass(frozen=True)
class Wanted:
    """None and empty mean all. `role` is the organization's own part; `lead` is by the log."""

    role: Annotated[PartnershipRole | None, EMPTY_MEANS_ALL] = None
    country: Annotated[str, MaxLen(2)] = ""
    sector: Annotated[Sector | None, EMPTY_MEANS_ALL] = None
    organization_type: Annotated[OrganizationType | None, EMPTY_MEANS_ALL] = None
    status: Annotated[InitiativeStatus | None, EMPTY_MEANS_ALL] = None
    aim: Annotated[Aim | None, EMPTY_MEANS_ALL] = None
    cell: Annotated[int | None, EMPTY_MEANS_ALL, Ge(NO_CELL), Le(9)] = None
    phase: Annotated[PhaseKind | None, EMPTY_MEANS_ALL] = None
    lead: Annotated[Lead | None, EMPTY_MEANS_ALL] = None
    begun_from: Annotated[date | None, EMPTY_MEANS_ALL] = None
    begun_until: Annotated[date | None, EMPTY_MEANS_ALL] = None
    q: Annotated[str, MaxLen(160)] = ""
    sort: Sort = Sort.START
    group: Annotated[Context | None, EMPTY_MEANS_ALL] = None
    into: Annotated[Currency | None, EMPTY_MEANS_ALL] = None

    def role_of(self, organization: OrganizationType) -> PartnershipRole:
        """What a funder funds, and what anybody else leads, unless another part is asked for."""
        usual = PartnershipRole.FUNDER if organization is OrganizationType.FUNDER else PartnershipRole.LEAD
        return self.role or usual

    @property
    def narrows(self) -> bool:
        return any(getattr(self, name) not in {None, ""} for name in NARROWING)

    @property
    def narrows_further(self) -> bool:
        """By something that is asked for less often."""
        further = (self.organization_type, self.phase, self.lead, self.begun_from, self.begun_until)
        return any(further) or self.cell is not None or self.sort is not Sort.START

    @property
    def in_no_order(self) -> "Wanted":
        """The same initiatives: what they add up to depends neither on their order nor on a currency."""
        return replace(self, sort=Sort.START, into=None)

    @property
    def in_address(self) -> list[tuple[str, str]]:
        """What a form that asks for more takes along."""
        return parse_qsl(self.query())

    def query(self, **changed: Any) -> str:
        """As it stands in an address, without what is not asked for."""
        given = asdict(self) | {"sort": self.sort if self.sort is not Sort.START else ""} | changed
        return urlencode({name: value for name, value in given.items() if value not in {None, ""}})
