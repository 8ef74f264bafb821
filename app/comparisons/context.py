"""What two that are compared do not have in common: named one by one, before any number."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.comparisons.compared import Compared, Comparison
from app.comparisons.measures import Alike, Measures, Results, in_words, method
from app.comparisons.subjects import (
    NAMES,
    OF_INITIATIVES,
    OF_PERIODS,
    Stand,
    Subject,
    entries_a_month,
    hours_recorded,
)
from app.i18n import _

LENGTH_RATIO = Decimal("1.25")
"""From a quarter longer on, a period is of another length."""
START_DAYS = 90
"""Periods that begin further apart begin at different times."""
DENSITY_RATIO = Decimal(2)
"""From twice as many activities a month on, a log is another one."""
COMPLETENESS_GAP = Decimal("0.20")
"""The part of activities with hours may differ by this much."""


@dataclass(frozen=True, slots=True)
class Difference:
    """`about` names the measure, where the subject is how it was measured."""

    subject: Subject
    left: Stand
    right: Stand
    about: str = ""

    @property
    def name(self) -> str:
        name = _(NAMES[self.subject])
        return _("{name} ({about})").format(name=name, about=self.about) if self.about else name


@dataclass(frozen=True, slots=True)
class Context:
    """Every subject stands in one of the three: it differs, it does not, or nobody recorded it for either."""

    differences: Sequence[Difference]
    alike: Sequence[Subject]
    unknown: Sequence[Subject]


def context(found: Comparison, measures: Measures) -> Context:
    asked = OF_PERIODS if found.is_of_one else {**OF_INITIATIVES, **OF_PERIODS}
    pairs = {subject: (stand(found.left), stand(found.right)) for subject, stand in asked.items()}
    unknown = [subject for subject, (left, right) in pairs.items() if left.value is right.value is None]
    differing = [subject for subject in pairs if _differ(subject, pairs[subject], found)]
    return Context(
        differences=[*(Difference(subject, *pairs[subject]) for subject in differing), *_measured(measures)],
        alike=[subject for subject in pairs if subject not in differing and subject not in unknown],
        unknown=unknown,
    )


def _differ(subject: Subject, stands: tuple[Stand, Stand], found: Comparison) -> bool:
    """Days and shares differ by more than a little; words differ or do not."""
    left, right = stands
    if subject in FAR_APART and left.value is not None and right.value is not None:
        return FAR_APART[subject](found.left, found.right)
    return left.value != right.value


def _measured(measures: Measures) -> Iterator[Difference]:
    """What only one of them measures, and what they measure in another way."""
    left, right = measures.unlike
    if left or right:
        yield Difference(Subject.INDICATORS, _names(left), _names(right))
    for alike in measures.alike:
        yield from _method(alike)


def _names(results: Results) -> Stand:
    names = [result.indicator.name for result in results]
    return Stand(names, ", ".join(names) or _("nothing that the other does not"))


def _method(alike: Alike) -> Iterator[Difference]:
    left, right = _methods(alike.left), _methods(alike.right)
    if left != right:
        yield Difference(Subject.METHOD, left, right, about=alike.name)


def _methods(results: Results) -> Stand:
    """Each way once, in the order of the indicators."""
    ways = {method(result): in_words(result) for result in results}
    return Stand(list(ways), "; ".join(ways.values()))


def _starts_apart(left: Compared, right: Compared) -> bool:
    return abs((left.first_day - right.first_day).days) > START_DAYS


def _lengths_apart(left: Compared, right: Compared) -> bool:
    return _ratio(Decimal(left.days), Decimal(right.days)) >= LENGTH_RATIO


def _densities_apart(left: Compared, right: Compared) -> bool:
    rates = entries_a_month(left), entries_a_month(right)
    return _ratio(*rates) >= DENSITY_RATIO if all(rates) else any(rates)


def _completeness_apart(left: Compared, right: Compared) -> bool:
    return (
        abs((hours_recorded(left) or Decimal(0)) - (hours_recorded(right) or Decimal(0))) >= COMPLETENESS_GAP
    )


def _ratio(first: Decimal, second: Decimal) -> Decimal:
    return max(first, second) / min(first, second)


FAR_APART: Mapping[Subject, Callable[[Compared, Compared], bool]] = {
    Subject.START: _starts_apart,
    Subject.LENGTH: _lengths_apart,
    Subject.DENSITY: _densities_apart,
    Subject.COMPLETENESS: _completeness_apart,
}
