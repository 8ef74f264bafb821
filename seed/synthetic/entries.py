"""The log of one invented initiative as rows, ready to be inserted many at a time."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from app.vocabulary import (
    Certainty,
    CostNature,
    CostStage,
    Influence,
    Lead,
    Level,
    ObservationStatus,
    PhaseKind,
    ProposalAnswer,
    Side,
)
from seed.synthetic.profiles import OBSTACLES, PAYERS, SOURCE, Profile, chance

Row = dict[str, Any]
MONTH = timedelta(days=30)
HUNDREDTH = Decimal("0.01")


class Days:
    """The days an initiative has had so far."""

    def __init__(self, random: Random, starts_on: date, last: date) -> None:
        self.random, self.starts_on, self.last = random, starts_on, last

    def within(self, first: date, last: date | None) -> date:
        """Some day of a stretch; never one that is still to come."""
        end = min(last or self.last, self.last)
        return first + timedelta(days=self.random.randint(0, max(0, (end - first).days)))

    def later(self, day: date, most: int) -> date:
        return min(day + timedelta(days=self.random.randint(1, most)), max(self.last, day))


def phases(random: Random, starts_on: date, last: date) -> Iterator[Row]:
    """Three or four, as time allows: priorities, design, delivery, and often assessment."""
    first = starts_on
    months = {
        PhaseKind.COMMISSIONING: 4,
        PhaseKind.DESIGN: 6,
        PhaseKind.DELIVERY: 30,
        PhaseKind.ASSESSMENT: 8,
    }
    for kind, longest in months.items():
        if first > last or (kind is PhaseKind.ASSESSMENT and chance(random, 0.4)):
            return
        ends_on = first + MONTH * random.randint(2, longest)
        yield {
            "kind": kind,
            "name": "",
            "starts_on": first,
            "ends_on": ends_on if ends_on <= last else None,
            "accountable": random.choice(("Board", "Coordinator", "")),
        }
        first = ends_on + timedelta(days=1)


def claims(random: Random, how: Profile, phase: Row) -> Iterator[Row]:
    if chance(random, 0.85):
        yield {
            "phase_id": phase["id"],
            "lead": random.choice((*how.claims, *how.claims, Lead.TOGETHER)),
            "claimed_on": phase["starts_on"],
            "claimed_by": "Coordinator",
        }


def activities(random: Random, how: Profile, phase: Row, days: Days) -> Iterator[Row]:
    for number in range(random.randint(1, 8)):
        day = days.within(phase["starts_on"], phase["ends_on"])
        staff = Decimal(random.randint(8, 60)) / 2
        yield {
            "phase_id": phase["id"],
            "happened_on": day,
            "title": f"Meeting {number + 1}",
            "citizen_role": random.choice(how.roles),
            "decision": random.choice(how.decisions),
            "level": random.choice(tuple(Level)),
            "citizens": random.choice((None, *[random.randint(1, 40)] * 6)),
            "professionals": random.randint(1, 6),
            "citizen_hours": _or_unknown(
                random, (staff * Decimal(how.hours) * random.randint(5, 15) / 10).quantize(HUNDREDTH)
            ),
            "professional_hours": staff,
            "other_hours": None,
            "support": random.choice(([], [], ["expenses"], ["expenses", "childcare"])),
            "note": "",
            "source": SOURCE,
            "entered_on": days.later(day, 50),
            "entered_by_side": random.choice(tuple(Side)),
        }


def costs(random: Random, phase: Row, currency: str, days: Days) -> Iterator[Row]:
    for _number in range(random.randint(1, 4)):
        yield {
            "phase_id": phase["id"],
            "spent_on": days.within(phase["starts_on"], phase["ends_on"]),
            "amount": Decimal(random.randint(200, 60_000)),
            "currency": currency,
            "stage": random.choice(tuple(CostStage)),
            "nature": random.choices(tuple(CostNature), (8, 1, 1))[0],
            "payer": random.choice(PAYERS),
            "is_estimate": chance(random, 0.1),
            "note": "",
            "source": SOURCE,
        }


def benefits(random: Random, service: str, currency: str, days: Days) -> Iterator[Row]:
    for _number in range(random.choice((0, 0, 1, 2))):
        yield {
            "received_on": days.within(days.starts_on, None),
            "amount": Decimal(random.randint(500, 40_000)),
            "currency": currency,
            "certainty": random.choice(tuple(Certainty)),
            "service": random.choice((service, "Own service")),
            "attribution": random.choice((None, Decimal("0.5"))),
            "deadweight": random.choice((None, Decimal("0.25"))),
            "note": "",
            "source": SOURCE,
        }


def observations(random: Random, indicator: Row, days: Days) -> Iterator[Row]:
    """By the quarter, with a drift that has nothing to do with how the initiative is co-produced."""
    drift, day = random.randint(-4, 12), days.starts_on + 3 * MONTH
    value, most = Decimal(50), random.randint(0, 12)
    for _number in range(most):
        if day > days.last:
            return
        value += Decimal(random.randint(-20, 20) + drift) / 10
        yield {
            "indicator_id": indicator["id"],
            "observed_on": day,
            "entered_on": days.later(day, 20),
            "value": max(Decimal(0), value),
            "n": random.choice((None, random.randint(4, 120))),
            "sd": None,
            "category": "",
            "status": ObservationStatus.APPROVED,
            "returned_because": "",
            "note": "",
            "source": SOURCE,
        }
        day += 3 * MONTH


def proposals(random: Random, days: Days) -> Iterator[Row]:
    for _number in range(random.randint(0, 4)):
        made_on = days.within(days.starts_on, None)
        answer = random.choice(tuple(ProposalAnswer))
        is_open = answer is ProposalAnswer.OPEN
        answered_on = None if is_open else days.later(made_on, 90)
        yield {
            "phase_id": None,
            "made_on": made_on,
            "side": random.choice((Side.CITIZENS, Side.CITIZENS, Side.PROFESSIONALS)),
            "text": "An invented proposal",
            "answer": answer,
            "answered_on": answered_on,
            "reason": "" if is_open else "An invented reason",
            "told_on": answered_on if chance(random, 0.6) else None,
            "source": SOURCE,
        }


def obstacles(random: Random, country: str, days: Days) -> Iterator[Row]:
    for _number in range(random.randint(0, 3)):
        noticed_on = days.within(days.starts_on, None)
        yield {
            "phase_id": None,
            "noticed_on": noticed_on,
            "influence": random.choice((Influence.OBSTACLE, Influence.OBSTACLE, Influence.ENABLER)),
            "kind": random.choice(OBSTACLES[country]),
            "text": "An invented obstacle",
            "resolved_on": days.later(noticed_on, 200) if chance(random, 0.5) else None,
            "resolution": "",
            "source": SOURCE,
        }


def incidents(random: Random, days: Days) -> Iterator[Row]:
    if chance(random, 0.2):
        happened_on = days.within(days.starts_on, None)
        yield {
            "phase_id": None,
            "happened_on": happened_on,
            "text": "An invented incident",
            "answered_by": random.choice(("Coordinator", "")),
            "decision": "",
            "learning": "",
            "told_on": days.later(happened_on, 60) if chance(random, 0.5) else None,
            "source": SOURCE,
        }


def of_each(rows: list[Row], make: Callable[[Row], Iterator[Row]]) -> list[Row]:
    return [made for row in rows for made in make(row)]


def _or_unknown(random: Random, hours: Decimal) -> Decimal | None:
    """Not everybody writes everything down."""
    return None if chance(random, 0.1) else hours
