"""How complete the logs of a portfolio are: when the last entry was, what is overdue, what is not said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.measurement.overdue import is_over
from app.measurement.thresholds import DEFAULT
from app.portfolios.members import Member

QUARTER, YEAR = 91, 365


@dataclass(frozen=True, slots=True)
class Quality:
    """Initiatives by how long their logs have been silent, and entries by what is missing in them.

    `silent` are those not yet over whose last entry is more than a year old.
    """

    over: int
    within_quarter: int
    within_year: int
    silent: int
    empty: int
    overdue: int
    activities: int
    without_hours: int
    without_people: int
    late: int
    observations: int
    without_n: int


def quality(members: Sequence[Member], as_of: date) -> Quality:
    running = [member for member in members if not is_over(member.status, member.ends_on, as_of)]
    ages = [(as_of - member.last_entry_on).days for member in running if member.last_entry_on]
    return Quality(
        over=len(members) - len(running),
        within_quarter=sum(age <= QUARTER for age in ages),
        within_year=sum(QUARTER < age <= YEAR for age in ages),
        silent=sum(age > YEAR for age in ages),
        empty=len(running) - len(ages),
        overdue=sum(is_overdue(member.due_on, as_of) for member in running),
        activities=_total(members, "activities"),
        without_hours=_total(members, "without_hours"),
        without_people=_total(members, "without_people"),
        late=_total(members, "late"),
        observations=_total(members, "observations"),
        without_n=_total(members, "without_n"),
    )


def is_overdue(due_on: date | None, as_of: date) -> bool:
    """Once the days of grace are over."""
    return due_on is not None and due_on + timedelta(days=DEFAULT.value_grace_days) < as_of


def _total(members: Sequence[Member], name: str) -> int:
    return sum(member.quality.get(name, 0) for member in members)
