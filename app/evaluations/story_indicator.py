"""The panel of one indicator: its values as entered, with baseline, target, limits and signals."""

from collections.abc import Iterator
from itertools import pairwise

from app.charts.marks import Signal
from app.charts.series import Reference, ReferenceKind, Series, SeriesPoint
from app.charts.story import Absent
from app.evaluations.document import IndicatorResult
from app.evaluations.sentences import outcomes
from app.i18n import _
from app.i18n.formats import format_number
from app.indicators.sentences import is_cumulative
from app.measurement.control_chart import Limits, SignalKind, clipped
from app.measurement.control_chart import Signal as Found
from app.measurement.series import Measured, unbroken


def indicator_panel(hero: IndicatorResult | None) -> Series | Absent:
    if hero is None:
        return Absent(_("Outcome"), _("No outcome has been observed yet. That is not zero."))
    return Series(
        title=hero.indicator.name,
        unit=_unit(hero),
        points=tuple(_points(hero)),
        references=tuple(_references(hero)),
        axis_label=lambda value: format_number(round(value, 6)),
    )


def _unit(hero: IndicatorResult) -> str:
    if not is_cumulative(hero.indicator):
        return hero.indicator.unit
    return (
        _("{unit}, in all so far").format(unit=hero.indicator.unit)
        if hero.indicator.unit
        else _("in all so far")
    )


def _points(hero: IndicatorResult) -> Iterator[SeriesPoint]:
    """A missing period breaks the line."""
    signals = {found.entry: _signal(found) for found in outcomes.signals(hero)}
    stretches = unbroken(hero.entered, hero.indicator.frequency)
    for before, after in pairwise((*stretches, ())):
        yield from (_point(point, signals, hero) for point in before)
        if after:
            gap = before[-1].on + (after[0].on - before[-1].on) / 2
            yield SeriesPoint(gap, None)


def _point(point: Measured, signals: dict[int, Signal], hero: IndicatorResult) -> SeriesPoint:
    return SeriesPoint(point.on, float(point.value), outcomes.value(point.value, hero), signals.get(point.id))


def _signal(found: Found) -> Signal:
    if found.kind is not SignalKind.OUTSIDE_LIMITS:
        return Signal.RUN
    return Signal.ABOVE if found.side > 0 else Signal.BELOW


def _references(hero: IndicatorResult) -> Iterator[Reference]:
    record = hero.record
    if record.baseline:
        text = _("Baseline {value}").format(value=outcomes.value(record.baseline.value, hero))
        yield Reference(ReferenceKind.BASELINE, float(record.baseline.value), text)
    if record.target:
        text = _("Target {value}").format(value=outcomes.value(record.target.value, hero))
        yield Reference(ReferenceKind.TARGET, float(record.target.value), text)
    limits = limits_of(hero)
    if limits and not is_cumulative(hero.indicator):
        yield from _limits(limits, hero)


def limits_of(result: IndicatorResult) -> Limits | None:
    """Those of the newest part of the series."""
    parts = result.found.control_chart
    found = parts[-1].limits if parts else None
    return found if isinstance(found, Limits) else None


def _limits(limits: Limits, hero: IndicatorResult) -> Iterator[Reference]:
    """Clipped to the scale: nothing lies below 3 on a scale from 3 to 9."""
    lower, upper = clipped(limits, hero.record)
    levels = (
        (ReferenceKind.MEAN, limits.mean, _("Mean {value}")),
        (ReferenceKind.UPPER_LIMIT, upper, _("Limit {value}")),
        (ReferenceKind.LOWER_LIMIT, lower, _("Limit {value}")),
    )
    for kind, level, text in levels:
        value = format_number(level, hero.indicator.decimals + 1)
        yield Reference(kind, float(level), text.format(value=value))
