"""Indicators of both: of one kind in one row, unlike ones apart."""

from app.comparisons.compared import Compared, Comparison
from app.comparisons.measures import Alike, Measures, Results
from app.comparisons.row import Figures, Row
from app.evaluations.document import IndicatorResult
from app.evaluations.figures import NOTHING, Figure
from app.evaluations.sentences import outcomes
from app.evaluations.sentences.figures import together
from app.i18n import _


def measured_rows(measures: Measures, found: Comparison) -> list[Row]:
    return [_row(alike, found) for alike in measures.alike]


def apart_row(measures: Measures, found: Comparison) -> Row | None:
    """What is not comparable; None where everything is."""
    left, right = measures.unlike
    if not left and not right:
        return None
    return Row(_("Not comparable"), _named(left, found.left), _named(right, found.right))


def _row(alike: Alike, found: Comparison) -> Row:
    if len(alike.left) == len(alike.right) == 1 and found.is_of_one:
        return Row(alike.name, _told(alike.left[0], found.left), _told(alike.right[0], found.right))
    return Row(alike.name, _named(alike.left, found.left), _named(alike.right, found.right))


def _named(results: Results, one: Compared) -> Figures:
    """Each with its name: it may be called otherwise on the other side."""
    told = [
        Figure(outcomes.named(result, figure.text), figure.href)
        for result in results
        for figure in _told(result, one)
    ]
    return told or [NOTHING]


def _told(result: IndicatorResult, one: Compared) -> Figures:
    latest, known = result.latest, result.indicator.key
    people = outcomes.people(latest.n, one.evaluation.least) if latest else ""
    there = one.links.indicator(known, latest.id if latest else None)
    return [Figure(together(outcomes.reading(result), people), there)]
