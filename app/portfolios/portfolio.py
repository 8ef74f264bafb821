"""What a portfolio says of the initiatives in it: counted and set side by side, never ranked."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from app.measurement.association import Association, spearman
from app.measurement.missing import Missing, MissingReason
from app.measurement.thresholds import DEFAULT
from app.portfolios.summaries import (
    OutcomeRead,
    PhaseRead,
    outcome_read,
    phase_read,
    progress_shown,
)
from app.vocabulary import Currency, InitiativeStatus, Lead, PhaseKind, Sector
from app.web.pagination import After

SHARED = {Lead.CITIZENS, Lead.TOGETHER}


class Reading(NamedTuple):
    """One initiative as the query brings it; `phases`, `outcome` and `cash` as the summary keeps them."""

    initiative_id: int
    slug: str
    name: str
    country: str
    sector: Sector
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
    last_entry_on: date | None
    phases: Sequence[Mapping[str, Any]]
    outcome: Mapping[str, Any]
    cash: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One initiative in the portfolio's table. Amounts are by currency; a grant is what was awarded."""

    initiative_id: int
    slug: str
    name: str
    country: str
    sector: Sector
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
    last_entry_on: date | None
    phases: tuple[PhaseRead, ...]
    outcome: OutcomeRead
    cash: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Tally:
    """Phases of one kind: how many each side is said to have led, and led by the log."""

    kind: PhaseKind
    claimed: Mapping[Lead, int]
    evidenced: Mapping[Lead, int]
    not_enough_evidence: int


@dataclass(frozen=True, slots=True)
class Money:
    """What was granted and what was spent in cash, in one currency."""

    currency: str
    initiatives: int
    granted: Decimal
    cash: Decimal


@dataclass(frozen=True, slots=True)
class Pair:
    """How many kinds of phase citizens led or shared by the log (0 to 4), and progress (1 is the target)."""

    initiative_id: int
    name: str
    shared_phases: int
    progress: Decimal


@dataclass(frozen=True, slots=True)
class Beside:
    """Process beside outcome. Below ten initiatives there is no statistic; those left out are named."""

    pairs: tuple[Pair, ...]
    names_left_out: tuple[str, ...]
    association: Association | None
    missing: MissingReason | None
    need: int

    @property
    def have(self) -> int:
        return len(self.pairs)

    @property
    def left_out(self) -> int:
        return len(self.names_left_out)


@dataclass(frozen=True, slots=True)
class Portfolio:
    initiatives: int
    countries: tuple[str, ...]
    claims: int
    claims_evidenced: int
    phases: tuple[Tally, ...]
    money: tuple[Money, ...]
    process_and_outcome: Beside


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some lines of a long portfolio, and where the next ones begin."""

    lines: tuple[Line, ...]
    next: str | None


def stretch(readings: Sequence[Reading], after: After | None, limit: int) -> Stretch:
    """At most `limit` lines after the last one shown; the readings are in order of start date and id."""
    passed = (after.day, after.id) if after else (date.min, 0)
    rest = [reading for reading in readings if (reading.starts_on, reading.initiative_id) > passed]
    shown = tuple(map(line, rest[:limit]))
    more = len(rest) > limit
    return Stretch(shown, str(After(shown[-1].starts_on, shown[-1].initiative_id)) if more else None)


def portfolio(readings: Sequence[Reading]) -> Portfolio:
    return Portfolio(
        initiatives=len(readings),
        countries=tuple(sorted({reading.country for reading in readings})),
        claims=sum(reading.claims for reading in readings),
        claims_evidenced=sum(reading.claims_evidenced for reading in readings),
        phases=_tallies(phase for reading in readings for phase in reading.phases),
        money=_money(readings),
        process_and_outcome=_beside(readings),
    )


def line(reading: Reading) -> Line:
    fields = reading._asdict() | {
        "phases": tuple(map(phase_read, reading.phases)),
        "outcome": outcome_read(reading.outcome),
        "cash": {currency: Decimal(amount) for currency, amount in reading.cash.items()},
    }
    return Line(**fields)


def _tallies(phases: Iterable[Mapping[str, Any]]) -> tuple[Tally, ...]:
    counts = Counter((phase["kind"], phase["claimed"], phase["evidenced"]) for phase in phases)
    return tuple(_tally(kind, counts) for kind in PhaseKind if any(key[0] == kind for key in counts))


def _tally(kind: PhaseKind, counts: Counter[tuple[str, str | None, str | None]]) -> Tally:
    claimed, evidenced = Counter[str | None](), Counter[str | None]()
    for (of_kind, by_claim, by_log), number in counts.items():
        if of_kind == kind:
            claimed[by_claim] += number
            evidenced[by_log] += number
    return Tally(kind, _by_lead(claimed), _by_lead(evidenced), evidenced[None])


def _by_lead(counts: Counter[str | None]) -> dict[Lead, int]:
    return {lead: counts[lead] for lead in Lead if counts[lead]}


def _money(readings: Iterable[Reading]) -> tuple[Money, ...]:
    """Each currency by itself: nothing is converted, nothing added across."""
    amounts: dict[str, list[tuple[Decimal, Decimal]]] = defaultdict(list)
    for reading in readings:
        for currency, granted, cash in _amounts(reading):
            amounts[currency].append((granted, cash))
    return tuple(
        Money(currency, len(some), sum((granted for granted, _ in some), Decimal(0)),
              sum((cash for _, cash in some), Decimal(0)))
        for currency, some in sorted(amounts.items())
    )  # fmt: skip


def _amounts(reading: Reading) -> Iterable[tuple[str, Decimal, Decimal]]:
    """Currency, grant and cash of one initiative, one currency after the other."""
    cash = {currency: Decimal(amount) for currency, amount in reading.cash.items()}
    granted = {str(reading.grant_currency): reading.grant_amount} if reading.grant_amount else {}
    for currency in cash.keys() | granted.keys():
        yield currency, granted.get(currency, Decimal(0)), cash.get(currency, Decimal(0))


def _beside(readings: Iterable[Reading]) -> Beside:
    pairs, left_out = [], []
    for reading in readings:
        pair = _pair(reading)
        if pair:
            pairs.append(pair)
        else:
            left_out.append(reading.name)
    found = spearman([pair.shared_phases for pair in pairs], [float(pair.progress) for pair in pairs])
    return Beside(
        pairs=tuple(pairs),
        names_left_out=tuple(left_out),
        association=None if isinstance(found, Missing) else found,
        missing=found.reason if isinstance(found, Missing) else None,
        need=DEFAULT.association_initiatives,
    )


def _pair(reading: Reading) -> Pair | None:
    evidenced = [(phase["kind"], phase["evidenced"]) for phase in reading.phases if phase["evidenced"]]
    progress = progress_shown(reading.outcome)
    if not evidenced or progress is None:
        return None
    shared = {kind for kind, lead in evidenced if lead in SHARED}
    return Pair(reading.initiative_id, reading.name, len(shared), progress)
