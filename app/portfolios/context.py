"""What initiatives of a portfolio set out to do, what stood in their way, and how unlike they are."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.measurement.portfolio import Context
from app.portfolios.members import Member
from app.portfolios.reach import People, people
from app.vocabulary import Aim, Influence, InfluenceKind, Lead, OrganizationType, PhaseKind

SHARED = frozenset({Lead.CITIZENS, Lead.TOGETHER})
OF: dict[Context, Callable[[Member], str]] = {
    Context.COUNTRY: lambda member: member.country,
    Context.SECTOR: lambda member: member.sector,
    Context.ORGANIZATION_TYPE: lambda member: member.organization_type,
}


@dataclass(frozen=True, slots=True)
class AimChecked:
    """Initiatives that declared one aim, and how many of them have an indicator that can tell of it."""

    aim: Aim | None
    initiatives: int
    with_indicator: int
    with_both_ends: int
    observed: int


@dataclass(frozen=True, slots=True)
class Recurring:
    """A kind of obstacle in so many initiatives; `lasting` are obstacles never said to be over."""

    kind: InfluenceKind
    initiatives: int
    noticed: int
    lasting: int
    countries: tuple[tuple[str, int], ...]
    organization_types: tuple[tuple[OrganizationType, int], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Initiatives alike in one context; `shared` counts, by kind, phases that citizens led or shared."""

    value: str
    initiatives: int
    claims: int
    claims_evidenced: int
    full: int
    other_cell: int
    without_cell: int
    shared: Mapping[PhaseKind, tuple[int, int]]
    people: People
    differing: Mapping[Context, tuple[str, ...]]


def aims_checked(members: Sequence[Member]) -> tuple[AimChecked, ...]:
    found = (_aim(aim, [m for m in members if m.aim == aim]) for aim in (*Aim, None))
    return tuple(one for one in found if one.initiatives)


def recurring(members: Sequence[Member]) -> tuple[Recurring, ...]:
    """Obstacles in the order of how many initiatives name them, then of the words."""
    by_kind = defaultdict[str, list[tuple[Member, int, int]]](list)
    for member in members:
        for kind, (noticed, lasting) in _obstacles(member):
            by_kind[kind].append((member, noticed, lasting))
    found = [_recurring(kind, by_kind[kind]) for kind in InfluenceKind if by_kind[kind]]
    return tuple(sorted(found, key=lambda one: -one.initiatives))


def differing(members: Iterable[Member]) -> dict[Context, tuple[str, ...]]:
    """The contexts in which they are not all alike, with their values."""
    some = list(members)
    values = {context: tuple(sorted({str(of(member)) for member in some})) for context, of in OF.items()}
    return {context: names for context, names in values.items() if len(names) > 1}


def groups(members: Iterable[Member], context: Context) -> tuple[Group, ...]:
    """In the order of their values, which is no order of merit."""
    own = defaultdict[str, list[Member]](list)
    for member in members:
        own[str(OF[context](member))].append(member)
    return tuple(_group(value, own[value], context) for value in sorted(own))


def _aim(aim: Aim | None, members: Sequence[Member]) -> AimChecked:
    serving = [member.indicators.get(aim or "none", {}) for member in members]
    return AimChecked(
        aim=aim,
        initiatives=len(members),
        with_indicator=sum(bool(one) for one in serving),
        with_both_ends=sum(one.get("with_both_ends", 0) > 0 for one in serving),
        observed=sum(one.get("observed", 0) > 0 for one in serving),
    )


def _obstacles(member: Member) -> Iterable[tuple[str, tuple[int, int]]]:
    found: Mapping[str, tuple[int, int]] = member.learned.get("influences", {}).get(Influence.OBSTACLE, {})
    return found.items()


def _recurring(kind: InfluenceKind, found: Sequence[tuple[Member, int, int]]) -> Recurring:
    return Recurring(
        kind=kind,
        initiatives=len(found),
        noticed=sum(noticed for _, noticed, _ in found),
        lasting=sum(lasting for _, _, lasting in found),
        countries=_most(member.country for member, _, _ in found),
        organization_types=_most(member.organization_type for member, _, _ in found),
    )


def _group(value: str, members: Sequence[Member], context: Context) -> Group:
    full = sum(member.cell == 5 for member in members)
    without = sum(member.cell is None for member in members)
    unlike = differing(members)
    return Group(
        value=value,
        initiatives=len(members),
        claims=sum(member.claims for member in members),
        claims_evidenced=sum(member.claims_evidenced for member in members),
        full=full,
        other_cell=len(members) - full - without,
        without_cell=without,
        shared={kind: _shared(members, kind) for kind in PhaseKind},
        people=people(members),
        differing={other: names for other, names in unlike.items() if other is not context},
    )


def _shared(members: Iterable[Member], kind: PhaseKind) -> tuple[int, int]:
    """How many phases of the kind citizens led or shared by the log, of how many whose log can tell."""
    known = [
        phase["evidenced"]
        for member in members
        for phase in member.phases
        if phase["kind"] == kind and phase["evidenced"]
    ]
    return sum(lead in SHARED for lead in known), len(known)


def _most(values: Iterable[Any]) -> tuple[tuple[Any, int], ...]:
    """The most frequent first, then by name."""
    return tuple(sorted(Counter(values).items(), key=lambda one: (-one[1], one[0])))
