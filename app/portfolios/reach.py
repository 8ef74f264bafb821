"""Who took part, what they asked for and for how long they worked, over a whole portfolio.

Every sum of people is made of counts that are shown one by one: one below ten is in no sum. So whatever two
filters have in common, their difference tells nothing that a line does not.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.measurement.missing import Missing
from app.measurement.proportions import Proportion, proportion
from app.portfolios.members import Member
from app.portfolios.summaries import people_read
from app.vocabulary import ProposalAnswer, Side

ANSWERED = (ProposalAnswer.ADOPTED, ProposalAnswer.PARTLY, ProposalAnswer.NOT_ADOPTED)


@dataclass(frozen=True, slots=True)
class People:
    """`attendances` is over `counted` initiatives; `masked` have fewer than ten; others wrote none down."""

    attendances: int
    counted: int
    masked: int
    unrecorded: int


@dataclass(frozen=True, slots=True)
class SideHours:
    """Person-hours of one side over the initiatives that wrote any down."""

    side: Side | None
    hours: Decimal
    counted: int


@dataclass(frozen=True, slots=True)
class Proposals:
    made: int
    from_citizens: int
    by_answer: dict[ProposalAnswer, int]
    told: int
    initiatives: int
    answered: Proportion | Missing

    @property
    def answered_count(self) -> int:
        return sum(self.by_answer.get(answer, 0) for answer in ANSWERED)


@dataclass(frozen=True, slots=True)
class Incidents:
    happened: int
    answered_for: int
    told: int


@dataclass(frozen=True, slots=True)
class Participation:
    people: People
    hours: tuple[SideHours, ...]
    proposals: Proposals
    incidents: Incidents


def participation(members: Sequence[Member]) -> Participation:
    return Participation(people(members), _hours(members), _proposals(members), _incidents(members))


def attendances_shown(member: Member) -> int | None:
    """What may be said of one initiative; None where it is too few, or was not written down."""
    shown = people_read(member.reach)
    return shown if isinstance(shown, int) else None


def people(members: Sequence[Member]) -> People:
    written = [member for member in members if member.reach.get("attendances") is not None]
    shown = [count for member in written if (count := attendances_shown(member)) is not None]
    return People(sum(shown), len(shown), len(written) - len(shown), len(members) - len(written))


def _hours(members: Sequence[Member]) -> tuple[SideHours, ...]:
    sides = {Side.CITIZENS: "citizens", Side.PROFESSIONALS: "professionals", None: "other"}
    return tuple(_side(members, side, name) for side, name in sides.items())


def _side(members: Sequence[Member], side: Side | None, name: str) -> SideHours:
    known = [Decimal(hours) for member in members if (hours := member.hours.get(name)) is not None]
    return SideHours(side, sum(known, Decimal(0)), len(known))


def _proposals(members: Sequence[Member]) -> Proposals:
    kept = [member.learned["proposals"] for member in members if member.learned]
    by_answer = Counter[str]()
    for one in kept:
        by_answer.update(one["by_answer"])
    made = sum(one["made"] for one in kept)
    return Proposals(
        made=made,
        from_citizens=sum(one["from_citizens"] for one in kept),
        by_answer={answer: by_answer[answer] for answer in ProposalAnswer},
        told=sum(one["told"] for one in kept),
        initiatives=sum(one["made"] > 0 for one in kept),
        answered=proportion(made - by_answer[ProposalAnswer.OPEN], made),
    )


def _incidents(members: Sequence[Member]) -> Incidents:
    kept = [member.learned["incidents"] for member in members if member.learned]
    total: Callable[[str], int] = lambda name: sum(one[name] for one in kept)  # noqa: E731
    return Incidents(total("happened"), total("answered_for"), total("told"))
