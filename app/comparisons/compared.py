"""One of the two that are compared: an initiative over one period, with all that was found of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from sqlmodel import Session

from app.comparisons.schemas import Periods
from app.evaluations.document import Evaluation, evaluate
from app.evaluations.links import Links
from app.i18n import _
from app.i18n.formats import format_day
from app.initiatives.models import Initiative
from app.measurement.records import Activity
from app.organizations.models import Organization


@dataclass(frozen=True, slots=True)
class Compared:
    """All of it is of one period, which is the evaluation's own."""

    initiative: Initiative
    organization: Organization
    evaluation: Evaluation
    links: Links

    @property
    def starts_on(self) -> date | None:
        """The first day that is looked at; None means from the beginning."""
        return self.evaluation.starts_on

    @property
    def as_of(self) -> date:
        return self.evaluation.as_of

    @property
    def first_day(self) -> date:
        """Where nobody chose a period, the initiative's own first day."""
        return min(self.starts_on or self.initiative.starts_on, self.as_of)

    @property
    def last_day(self) -> date:
        """An initiative that is over has no longer period than it had."""
        return max(self.first_day, min(self.as_of, self.initiative.ends_on or self.as_of))

    @property
    def days(self) -> int:
        return (self.last_day - self.first_day).days + 1

    @property
    def activities(self) -> Sequence[Activity]:
        """What happened within the period."""
        return self.evaluation.activities

    @property
    def evaluation_address(self) -> str:
        """The page that tells all of it."""
        chosen = {"starts_on": self.starts_on or "", "as_of": self.as_of}
        return f"{self.links.evaluation}?{urlencode({name: day for name, day in chosen.items() if day})}"

    @property
    def period(self) -> str:
        """In words, for a heading."""
        if self.starts_on is None:
            return _("up to {day}").format(day=format_day(self.as_of))
        return _("{first} to {last}").format(first=format_day(self.starts_on), last=format_day(self.as_of))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two that stand side by side, in the order in which they were asked for and in no other."""

    left: Compared
    right: Compared

    @property
    def both(self) -> tuple[Compared, Compared]:
        return self.left, self.right

    @property
    def is_of_one(self) -> bool:
        """Two periods of one initiative."""
        return self.left.initiative.key == self.right.initiative.key

    @property
    def shared_days(self) -> int:
        """Days that both periods hold, of one initiative."""
        first = max(one.starts_on or one.first_day for one in self.both)
        last = min(one.as_of for one in self.both)
        return max(0, (last - first).days + 1) if self.is_of_one else 0

    @property
    def in_time(self) -> "tuple[Compared, Compared] | None":
        """The earlier and the later period of one initiative; None unless one ended first."""
        if not self.is_of_one or self.shared_days:
            return None
        earlier, later = sorted(self.both, key=lambda one: one.as_of)
        return earlier, later


def comparison(session: Session, initiatives: tuple[Initiative, Initiative], asked: Periods) -> Comparison:
    left, right = initiatives
    return Comparison(
        compared(session, left, *asked.period("left")), compared(session, right, *asked.period("right"))
    )


def compared(session: Session, initiative: Initiative, starts_on: date | None, as_of: date) -> Compared:
    return Compared(
        initiative=initiative,
        organization=session.get_one(Organization, initiative.organization_id),
        evaluation=evaluate(session, initiative, as_of, starts_on=starts_on),
        links=Links(initiative.slug),
    )
