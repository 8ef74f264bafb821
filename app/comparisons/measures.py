"""Indicators of two evaluations: those of one kind stand in one row, and all others apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.comparisons.compared import Comparison
from app.evaluations.document import IndicatorResult
from app.i18n import _
from app.i18n.labels import label
from app.vocabulary import Direction

Results = Sequence[IndicatorResult]


@dataclass(frozen=True, slots=True)
class Kind:
    """What two indicators must share to stand in one row. Totals so far and values of a period never do."""

    measured_by: str
    unit: str
    aggregation: str
    direction: Direction
    scale: tuple[str, str]
    breakdown: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Indicators of one kind, on both sides."""

    name: str
    left: Results
    right: Results


@dataclass(frozen=True, slots=True)
class Measures:
    alike: Sequence[Alike]
    unlike: tuple[Results, Results]
    """Those whose kind the other side has not."""


def measures(found: Comparison) -> Measures:
    left, right = found.left.evaluation.outcomes, found.right.evaluation.outcomes
    if found.is_of_one:
        return _of_one(left, right)
    shared = [kind for kind in dict.fromkeys(map(kind_of, left)) if kind in set(map(kind_of, right))]
    alike = [Alike(_name(_of(kind, left)), _of(kind, left), _of(kind, right)) for kind in shared]
    apart = ([r for r in left if kind_of(r) not in shared], [r for r in right if kind_of(r) not in shared])
    return Measures(alike, apart)


def kind_of(result: IndicatorResult) -> Kind:
    """Where no instrument is named, only the same name can say that the same was measured."""
    known = result.indicator
    return Kind(
        measured_by=(known.instrument or known.name).strip().casefold(),
        unit=known.unit.strip().casefold(),
        aggregation=known.aggregation.value,
        direction=known.direction,
        scale=(str(known.minimum), str(known.maximum)),
        breakdown=known.breakdown.strip().casefold(),
    )


def method(result: IndicatorResult) -> str:
    """How often, and whose answers."""
    known = result.indicator
    return f"{known.frequency.value} {known.respondents.value if known.respondents else 'unknown'}"


def in_words(result: IndicatorResult) -> str:
    known = result.indicator
    asked = label(known.respondents) if known.respondents else _("whose answers is not recorded")
    return _("{often}, {asked}").format(often=label(known.frequency), asked=asked)


def _of_one(left: Results, right: Results) -> Measures:
    """An indicator is of its own kind, in whichever period."""
    there = {result.indicator.key: result for result in right}
    alike = [
        Alike(result.indicator.name, [result], [there[result.indicator.key]])
        for result in left
        if result.indicator.key in there
    ]
    return Measures(alike, ((), ()))


def _of(kind: Kind, results: Iterable[IndicatorResult]) -> Results:
    return [result for result in results if kind_of(result) == kind]


def _name(results: Results) -> str:
    known = results[0].indicator
    return known.instrument or known.name
