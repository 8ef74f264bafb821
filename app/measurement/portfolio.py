"""Many initiatives side by side: counted by cell, by who led, and by context; never ranked."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.measurement.association import Association, spearman
from app.measurement.missing import Missing
from app.measurement.thresholds import DEFAULT, Thresholds
from app.vocabulary import Lead, OrganizationType, PhaseKind, Sector, Strength


class Context(StrEnum):
    """What initiatives may be grouped by, and what must be named when they are pooled."""

    COUNTRY = "country"
    SECTOR = "sector"
    ORGANIZATION_TYPE = "organization_type"


@dataclass(frozen=True, slots=True)
class Member:
    """One initiative as a portfolio reads it. `progress` is that of one indicator chosen beforehand."""

    id: int
    country: str
    sector: Sector
    organization_type: OrganizationType
    cell: int | Missing
    strength: Strength | None
    leads: Mapping[PhaseKind, Lead | Missing]
    citizen_share: Decimal | Missing
    progress: Decimal | Missing


@dataclass(frozen=True, slots=True)
class LeadCount:
    """Initiatives by who led one kind of phase; those whose log cannot tell are counted apart."""

    by_lead: Mapping[Lead, int]
    missing: int
    initiatives: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """`balanced` is the part of cell 5 that may be called full; `differing` names what is pooled."""

    initiatives: int
    by_cell: Mapping[int, int]
    balanced: int
    without_cell: tuple[int, ...]
    by_phase: Mapping[PhaseKind, LeadCount]
    differing: Mapping[Context, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Process beside outcome. Those that lack either are named, not dropped in silence."""

    association: Association | Missing
    initiatives: tuple[int, ...]
    left_out: tuple[int, ...]


def portfolio(members: Sequence[Member]) -> Portfolio:
    cells = Counter(member.cell for member in members)
    return Portfolio(
        initiatives=len(members),
        by_cell={number: cells[number] for number in range(1, 10)},
        balanced=sum(member.strength is Strength.BALANCED for member in members),
        without_cell=tuple(member.id for member in members if isinstance(member.cell, Missing)),
        by_phase={kind: _lead_count(kind, members) for kind in PhaseKind},
        differing=differing_contexts(members),
    )


def grouped(members: Iterable[Member], context: Context) -> dict[str, Portfolio]:
    """A portfolio for each country, sector or type of organization, in the order of their names."""
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        groups[_value(member, context)].append(member)
    return {name: portfolio(own) for name, own in sorted(groups.items())}


def differing_contexts(members: Sequence[Member]) -> dict[Context, tuple[str, ...]]:
    """The contexts in which the members are not alike, with their values."""
    values = {context: tuple(sorted({_value(m, context) for m in members})) for context in Context}
    return {context: names for context, names in values.items() if len(names) > 1}


def process_and_outcome(members: Sequence[Member], thresholds: Thresholds = DEFAULT) -> Pairing:
    """The citizens' share of planning and delivery against progress: an order shared, and no cause."""
    both = [
        (m.id, float(m.citizen_share), float(m.progress))
        for m in members
        if isinstance(m.citizen_share, Decimal) and isinstance(m.progress, Decimal)
    ]
    paired = {number for number, _, _ in both}
    return Pairing(
        association=spearman([share for _, share, _ in both], [made for _, _, made in both], thresholds),
        initiatives=tuple(number for number, _, _ in both),
        left_out=tuple(member.id for member in members if member.id not in paired),
    )


def _lead_count(kind: PhaseKind, members: Sequence[Member]) -> LeadCount:
    known = {member.id: lead for member in members if isinstance(lead := member.leads.get(kind), Lead)}
    counts = Counter(known.values())
    return LeadCount({lead: counts[lead] for lead in Lead}, len(members) - len(known), tuple(known))


def _value(member: Member, context: Context) -> str:
    return str(getattr(member, context.value))
