"""What a portfolio says of the initiatives in it: counted and set side by side, never ranked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.measurement.association import Association, spearman
from app.measurement.missing import Missing, MissingReason
from app.measurement.portfolio import Context
from app.measurement.thresholds import DEFAULT
from app.portfolios.context import SHARED, AimChecked, Recurring, aims_checked, differing, recurring
from app.portfolios.members import Member
from app.portfolios.money import Money, SpillOver, money, spill_over
from app.portfolios.quality import Quality, quality
from app.portfolios.reach import Participation, participation
from app.portfolios.summaries import progress_shown
from app.vocabulary import ClaimStatus, Lead, PhaseKind, Strength

NAMED = 12
"""Initiatives left out that are named; more would be read by nobody."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Phases of one kind: how many each side is said to have led, and led by the log."""

    kind: PhaseKind
    claimed: Mapping[Lead, int]
    evidenced: Mapping[Lead, int]
    not_enough_evidence: int


@dataclass(frozen=True, slots=True)
class Pair:
    """How many kinds of phase citizens led or shared by the log (0 to 4), and progress (1 is the target)."""

    initiative_id: int
    name: str
    shared_phases: int
    progress: Decimal


@dataclass(frozen=True, slots=True)
class Beside:
    """Process beside outcome. Below ten initiatives there is no statistic; the first left out are named."""

    pairs: tuple[Pair, ...]
    names_left_out: tuple[str, ...]
    left_out: int
    association: Association | None
    missing: MissingReason | None
    need: int

    @property
    def have(self) -> int:
        return len(self.pairs)


@dataclass(frozen=True, slots=True)
class Cells:
    """Initiatives by Bovaird's cell; `balanced` is the part of cell 5 where neither side carries it alone."""

    by_cell: Mapping[int, int]
    balanced: int
    without: int


@dataclass(frozen=True, slots=True)
class Portfolio:
    """`gaps` counts, by kind, phases whose claim the log does not bear out."""

    initiatives: int
    countries: tuple[str, ...]
    differing: Mapping[Context, tuple[str, ...]]
    claims: int
    claims_evidenced: int
    phases: tuple[Tally, ...]
    gaps: Mapping[PhaseKind, int]
    cells: Cells
    process_and_outcome: Beside
    aims: tuple[AimChecked, ...]
    money: tuple[Money, ...]
    spill_over: SpillOver | None
    participation: Participation
    obstacles: tuple[Recurring, ...]
    quality: Quality


def portfolio(members: Sequence[Member], as_of: date) -> Portfolio:
    return Portfolio(
        initiatives=len(members),
        countries=tuple(sorted({member.country for member in members})),
        differing=differing(members),
        claims=sum(member.claims for member in members),
        claims_evidenced=sum(member.claims_evidenced for member in members),
        phases=_tallies(phase for member in members for phase in member.phases),
        gaps=_gaps(phase for member in members for phase in member.phases),
        cells=_cells(members),
        process_and_outcome=_beside(members),
        aims=aims_checked(members),
        money=money(members),
        spill_over=spill_over(members),
        participation=participation(members),
        obstacles=recurring(members),
        quality=quality(members, as_of),
    )


def _cells(members: Sequence[Member]) -> Cells:
    counts = Counter(member.cell for member in members)
    return Cells(
        by_cell={number: counts[number] for number in range(1, 10)},
        balanced=sum(member.strength is Strength.BALANCED for member in members),
        without=counts[None],
    )


def _gaps(phases: Iterable[Mapping[str, Any]]) -> dict[PhaseKind, int]:
    found = Counter(phase["kind"] for phase in phases if phase["status"] == ClaimStatus.CLAIMED_NOT_EVIDENCED)
    return {kind: found[kind] for kind in PhaseKind if found[kind]}


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


def _beside(members: Iterable[Member]) -> Beside:
    pairs, left_out = [], []
    for reading in members:
        pair = _pair(reading)
        if pair:
            pairs.append(pair)
        else:
            left_out.append(reading.name)
    found = spearman([pair.shared_phases for pair in pairs], [float(pair.progress) for pair in pairs])
    return Beside(
        pairs=tuple(pairs),
        names_left_out=tuple(sorted(left_out)[:NAMED]),
        left_out=len(left_out),
        association=None if isinstance(found, Missing) else found,
        missing=found.reason if isinstance(found, Missing) else None,
        need=DEFAULT.association_initiatives,
    )


def _pair(reading: Member) -> Pair | None:
    evidenced = [(phase["kind"], phase["evidenced"]) for phase in reading.phases if phase["evidenced"]]
    progress = progress_shown(reading.outcome)
    if not evidenced or progress is None:
        return None
    shared = {kind for kind, lead in evidenced if lead in SHARED}
    return Pair(reading.initiative_id, reading.name, len(shared), progress)
