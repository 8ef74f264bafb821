"""The lines of a portfolio: one initiative each, a page at a time, in an order that ranks nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from app.measurement.disclosure import Masked
from app.portfolios.summaries import OutcomeRead, PhaseRead, outcome_read, people_read, phase_read
from app.vocabulary import Aim, Currency, InitiativeStatus, OrganizationType, Sector, Strength


class Reading(NamedTuple):
    """One initiative as the query brings it; `phases`, `outcome` and `cash` as the summary keeps them."""

    initiative_id: int
    slug: str
    name: str
    country: str
    sector: Sector
    organization_type: OrganizationType
    status: InitiativeStatus
    starts_on: date
    ends_on: date | None
    illustrative: bool
    may_read: bool
    grant_amount: Decimal | None
    grant_currency: Currency | None
    claims: int
    claims_evidenced: int
    cell: int | None
    strength: Strength | None
    aim: Aim | None
    last_entry_on: date | None
    phases: Sequence[Mapping[str, Any]]
    outcome: Mapping[str, Any]
    cash: Mapping[str, str]
    reach: Mapping[str, Any]
    learned: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One initiative in the portfolio's table. Amounts are by currency; a grant is what was awarded."""

    initiative_id: int
    slug: str
    name: str
    country: str
    sector: Sector
    organization_type: OrganizationType
    status: InitiativeStatus
    starts_on: date
    ends_on: date | None
    illustrative: bool
    may_read: bool
    grant_amount: Decimal | None
    grant_currency: Currency | None
    claims: int
    claims_evidenced: int
    cell: int | None
    strength: Strength | None
    aim: Aim | None
    last_entry_on: date | None
    phases: tuple[PhaseRead, ...]
    outcome: OutcomeRead
    cash: Mapping[str, Decimal]
    attendances: int | None
    attendances_masked: bool
    proposals: int
    proposals_answered: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some lines of a long portfolio, and where the next ones begin."""

    lines: tuple[Line, ...]
    next: str | None


def line(reading: Reading) -> Line:
    """What is counted of people is masked here, before any page, file or program sees it."""
    fields = reading._asdict()
    reach, learned = fields.pop("reach"), fields.pop("learned")
    people, proposals = people_read(reach), learned.get("proposals", {})
    return Line(
        **fields
        | {
            "phases": tuple(map(phase_read, reading.phases)),
            "outcome": outcome_read(reading.outcome),
            "cash": {currency: Decimal(amount) for currency, amount in reading.cash.items()},
            "attendances": people if isinstance(people, int) else None,
            "attendances_masked": isinstance(people, Masked),
            "proposals": proposals.get("made", 0),
            "proposals_answered": proposals.get("made", 0) - proposals.get("by_answer", {}).get("open", 0),
        }
    )
