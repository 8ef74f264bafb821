"""One initiative of a portfolio as its summary has it, for counting; nothing of it is shown by itself."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from app.vocabulary import Aim, Currency, InitiativeStatus, OrganizationType, Sector, Strength

Kept = Mapping[str, Any]


class Member(NamedTuple):
    """`phases`, `outcome` and what follows are as the summary keeps them: JSON."""

    initiative_id: int
    name: str
    country: str
    sector: Sector
    organization_type: OrganizationType
    status: InitiativeStatus
    ends_on: date | None
    grant_amount: Decimal | None
    grant_currency: Currency | None
    claims: int
    claims_evidenced: int
    cell: int | None
    strength: Strength | None
    aim: Aim | None
    last_entry_on: date | None
    due_on: date | None
    phases: Sequence[Kept]
    outcome: Kept
    cash: Mapping[str, str]
    hours: Kept
    reach: Kept
    learned: Kept
    money: Kept
    indicators: Kept
    quality: Kept
