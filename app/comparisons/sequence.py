"""Two periods of one initiative in order of time: what stood first and what stood then, and never why."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.comparisons.compared import Compared, Comparison
from app.evaluations.document import IndicatorResult
from app.evaluations.figures import Figure
from app.evaluations.sentences import outcomes, process
from app.i18n import _
from app.i18n.formats import format_day, format_percent
from app.measurement.axes import Basis
from app.measurement.missing import Missing
from app.measurement.series import Measured


@dataclass(frozen=True, slots=True)
class Step:
    """One subject in the earlier period and in the later one."""

    subject: str
    earlier: Figure
    later: Figure


def sequence(found: Comparison) -> list[Step]:
    """Nothing where the periods share days, and nothing of what only one of them knows."""
    if found.in_time is None:
        return []
    earlier, later = found.in_time
    return [*_cell(earlier, later), *_shares(earlier, later), *_values(earlier, later)]


def _cell(earlier: Compared, later: Compared) -> Iterator[Step]:
    before, after = _cell_of(earlier), _cell_of(later)
    if before and after:
        yield Step(_("Cell"), before, after)


def _cell_of(one: Compared) -> Figure | None:
    found = one.evaluation.process.cell
    if isinstance(found.number, Missing):
        return None
    text = _("{number} ({name})").format(
        number=found.number, name=process.cell_name(found.number, found.strength)
    )
    return Figure(text, one.links.activities(found.entries))


def _shares(earlier: Compared, later: Compared) -> Iterator[Step]:
    """Citizens' part of the hours, on each axis."""
    for subject, axis in (
        (_("Citizens’ part of planning"), "planning"),
        (_("Citizens’ part of delivery"), "delivery"),
    ):
        before, after = (
            _share(getattr(one.evaluation.process.cell, axis).basis, one) for one in (earlier, later)
        )
        if before and after:
            yield Step(subject, before, after)


def _share(basis: Basis, one: Compared) -> Figure | None:
    if not basis.activities or basis.count_based or not basis.recorded_hours:
        return None
    return Figure(format_percent(basis.share), one.links.activities(basis.entries))


def _values(earlier: Compared, later: Compared) -> Iterator[Step]:
    """The newest value of each period; an older one would stand for another time."""
    then = {result.indicator.key: result for result in later.evaluation.outcomes}
    for result in earlier.evaluation.outcomes:
        before, after = result.within, then[result.indicator.key].within
        if before and after:
            yield Step(
                result.indicator.name,
                _value(before[-1], result, earlier),
                _value(after[-1], result, later),
            )


def _value(found: Measured, result: IndicatorResult, one: Compared) -> Figure:
    text = _("{value} on {day}").format(value=outcomes.value(found.value, result), day=format_day(found.on))
    return Figure(text, one.links.indicator(result.indicator.key, found.id))
