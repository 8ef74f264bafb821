"""How many initiatives of ordinary size are summarised a second, from records to results.

`python -m bench.measurement [N]`: ordinary is 4 phases, 40 activities, 4 claims, 24 views, 2 indicators of 24
months, 30 costs and 6 benefits.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from time import perf_counter

from app.measurement.break_even import cash_flow
from app.measurement.cost import cost_totals
from app.measurement.months import add_months
from app.measurement.outcome import outcome
from app.measurement.portfolio import Member, portfolio, process_and_outcome
from app.measurement.process import process
from app.measurement.progress import Progress
from app.measurement.records import (
    Activity,
    Benefit,
    Claim,
    Cost,
    Indicator,
    Observation,
    Phase,
    Point,
    View,
)
from app.vocabulary import (
    Aggregation,
    Certainty,
    CitizenRole,
    CostNature,
    CostStage,
    Currency,
    Decision,
    Direction,
    EffectService,
    Frequency,
    Lead,
    Level,
    OrganizationType,
    PhaseKind,
    Sector,
    Side,
)

BEGIN, AS_OF = date(2019, 1, 1), date(2020, 12, 31)
INITIATIVES = 10_000
# Enough different logs that no cache can help, few enough that making them costs no memory.
LOGS = 100
RATE = Decimal("0.035")


@dataclass(frozen=True, slots=True)
class Log:
    """Everything recorded of one initiative."""

    phases: tuple[Phase, ...]
    activities: tuple[Activity, ...]
    claims: tuple[Claim, ...]
    views: tuple[View, ...]
    indicators: tuple[tuple[Indicator, tuple[Observation, ...]], ...]
    costs: tuple[Cost, ...]
    benefits: tuple[Benefit, ...]


def invented_log(random: Random) -> Log:
    phases = tuple(
        Phase(number, kind, kind.value, BEGIN, None, "Rosa") for number, kind in enumerate(PhaseKind)
    )
    return Log(
        phases=phases,
        activities=tuple(_activity(number, random) for number in range(40)),
        claims=tuple(Claim(phase.id, random.choice(list(Lead)), BEGIN) for phase in phases),
        views=tuple(View(n % 4, random.choice(list(Side)), random.randint(1, 5)) for n in range(24)),
        indicators=tuple((_indicator(number), _observations(random)) for number in range(2)),
        costs=tuple(_cost(number, random) for number in range(30)),
        benefits=tuple(_benefit(number, random) for number in range(6)),
    )


def summarise(number: int, log: Log) -> Member:
    """What a page, a report and a portfolio row need of one initiative."""
    found = process(log.phases, log.activities, log.claims, log.views, AS_OF)
    outcomes = [outcome(i, seen, AS_OF, frequency=Frequency.MONTHLY) for i, seen in log.indicators]
    cost_totals(log.costs, AS_OF)
    cash_flow(log.costs, log.benefits, Currency.GBP, AS_OF, RATE)
    first = outcomes[0].progress
    return Member(
        id=number,
        country="GB",
        sector=Sector.AGEING,
        organization_type=OrganizationType.CHARITY,
        cell=found.cell.number,
        strength=found.cell.strength,
        leads={kind: evidence.lead for kind, evidence in found.kinds.items()},
        citizen_share=found.cell.delivery.basis.share,
        progress=first.value if isinstance(first, Progress) else first,
    )


def main(initiatives: int = INITIATIVES) -> None:
    random = Random(2007)
    logs = [invented_log(random) for _ in range(LOGS)]
    members: list[Member] = []
    seconds = _seconds(
        lambda: members.extend(summarise(number, logs[number % LOGS]) for number in range(initiatives))
    )
    together = _seconds(lambda: (portfolio(members), process_and_outcome(members)))
    each = seconds / initiatives * 1000
    print(f"{initiatives:,} initiatives summarised in {seconds:.1f} s: {initiatives / seconds:,.0f} a second")
    print(f"one initiative: {each:.2f} ms; one portfolio of all of them: {together * 1000:.0f} ms")


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def _activity(number: int, random: Random) -> Activity:
    happened_on = BEGIN + timedelta(days=random.randint(0, 729))
    kind = random.choice(list(PhaseKind))
    return Activity(
        id=number,
        phase_id=list(PhaseKind).index(kind),
        phase_kind=kind,
        happened_on=happened_on,
        citizen_role=random.choice(list(CitizenRole)),
        decision=random.choice(list(Decision)),
        level=random.choice(list(Level)),
        citizens=random.randint(1, 40),
        professionals=random.randint(0, 5),
        citizen_hours=Decimal(random.randint(0, 8000)) / 100,
        professional_hours=Decimal(random.randint(0, 4000)) / 100,
        other_hours=None,
        entered_on=happened_on + timedelta(days=random.randint(0, 40)),
        entered_by_side=random.choice(list(Side)),
    )


def _indicator(number: int) -> Indicator:
    baseline, target = Point(Decimal("6.5"), BEGIN, 60), Point(Decimal(5), AS_OF)
    return Indicator(number, Direction.DOWN, Aggregation.PER_PERIOD, baseline, target, Decimal(3), Decimal(9))


def _observations(random: Random) -> tuple[Observation, ...]:
    return tuple(
        Observation(
            month, add_months(BEGIN, month), Decimal(random.randint(50, 70)) / 10, 40, Decimal(1), None
        )
        for month in range(24)
    )


def _cost(number: int, random: Random) -> Cost:
    return Cost(
        id=number,
        spent_on=BEGIN + timedelta(days=random.randint(0, 729)),
        amount=Decimal(random.randint(1000, 500000)) / 100,
        currency=Currency.GBP,
        stage=random.choice(list(CostStage)),
        nature=random.choice(list(CostNature)),
        payer=random.choice(["City", "Lottery", None]),
        phase_id=random.randint(0, 3),
        is_estimate=False,
    )


def _benefit(number: int, random: Random) -> Benefit:
    return Benefit(
        id=number,
        received_on=BEGIN + timedelta(days=random.randint(365, 729)),
        amount=Decimal(random.randint(1000, 5000000)) / 100,
        currency=Currency.GBP,
        certainty=random.choice(list(Certainty)),
        service=EffectService.OTHER,
        attribution=Decimal("0.5"),
        deadweight=Decimal("0.3"),
    )


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
