"""What a portfolio adds up of one log: plain counts and sums, with nothing estimated."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.measurement.records import Activity, Benefit, Cost, Incident, Observation, Obstacle, Proposal
from app.measurement.thresholds import DEFAULT, Thresholds
from app.vocabulary import (
    Certainty,
    CostNature,
    Currency,
    Influence,
    InfluenceKind,
    ProposalAnswer,
    Side,
)

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Hours:
    """Person-hours by side; None where nobody wrote any down, which is not zero."""

    citizens: Decimal | None
    professionals: Decimal | None
    other: Decimal | None


@dataclass(frozen=True, slots=True)
class Answers:
    """Proposals by what became of them, and how many of those answered were told to who made them."""

    made: int
    from_citizens: int
    by_answer: Mapping[ProposalAnswer, int]
    told: int


@dataclass(frozen=True, slots=True)
class Failures:
    happened: int
    answered_for: int
    told: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """How many entries there are, and what is not said in them."""

    activities: int
    without_hours: int
    without_people: int
    late: int
    observations: int
    without_n: int


def hours_by_side(activities: Sequence[Activity]) -> Hours:
    return Hours(
        citizens=_sum(a.citizen_hours for a in activities),
        professionals=_sum(a.professional_hours for a in activities),
        other=_sum(a.other_hours for a in activities),
    )


def answers(proposals: Sequence[Proposal]) -> Answers:
    answered = [p for p in proposals if p.answer is not ProposalAnswer.OPEN]
    return Answers(
        made=len(proposals),
        from_citizens=sum(p.side is Side.CITIZENS for p in proposals),
        by_answer=Counter(p.answer for p in proposals),
        told=sum(p.told_on is not None for p in answered),
    )


def influences(
    obstacles: Iterable[Obstacle], influence: Influence
) -> Mapping[InfluenceKind, tuple[int, int]]:
    """By kind: how many were noticed, and how many of them were never said to be over."""
    own = [o for o in obstacles if o.influence is influence]
    noticed = Counter(o.kind for o in own)
    lasting = Counter(o.kind for o in own if o.resolved_on is None)
    return {kind: (noticed[kind], lasting[kind]) for kind in InfluenceKind if noticed[kind]}


def failures(incidents: Sequence[Incident]) -> Failures:
    return Failures(
        happened=len(incidents),
        answered_for=sum(i.is_answered_for for i in incidents),
        told=sum(i.told_on is not None for i in incidents),
    )


def paid(costs: Iterable[Cost], as_of: date) -> Mapping[tuple[Currency, str], Decimal]:
    """Cash by currency and payer; an empty payer was not named. Plans for later days are left out."""
    sums: dict[tuple[Currency, str], Decimal] = defaultdict(lambda: ZERO)
    for cost in costs:
        if cost.nature is CostNature.CASH and cost.spent_on <= as_of:
            sums[cost.currency, cost.payer or ""] += cost.amount
    return dict(sorted(sums.items()))


def received(
    benefits: Iterable[Benefit], services: Mapping[int, str]
) -> Mapping[tuple[Currency, str, Certainty], Decimal]:
    """Benefits as they were entered, by the service that receives them; no certainty is added to another."""
    sums: dict[tuple[Currency, str, Certainty], Decimal] = defaultdict(lambda: ZERO)
    for benefit in benefits:
        sums[benefit.currency, services.get(benefit.id, ""), benefit.certainty] += benefit.amount
    return dict(sorted(sums.items()))


def gaps(
    activities: Sequence[Activity], values: Sequence[Observation], thresholds: Thresholds = DEFAULT
) -> Gaps:
    return Gaps(
        activities=len(activities),
        without_hours=sum(a.citizen_hours is None or a.professional_hours is None for a in activities),
        without_people=sum(a.citizens is None for a in activities),
        late=sum((a.entered_on - a.happened_on).days > thresholds.late_entry_days for a in activities),
        observations=len(values),
        without_n=sum(value.n is None for value in values),
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, ZERO) if known else None
