"""One indicator as a picture's series: its values as entered, with baseline, target, limits and signals."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, pairwise

from app.charts.marks import Signal
from app.charts.series import Reference, ReferenceKind, Series, SeriesPoint
from app.i18n import N_, _
from app.i18n.formats import format_number
from app.indicators import sentences
from app.indicators.models import Indicator
from app.measurement import records
from app.measurement.control_chart import Limits, SignalKind, clipped
from app.measurement.control_chart import Signal as Found
from app.measurement.outcome import Outcome
from app.measurement.series import Measured, unbroken

MOST_TOLD = 100


def indicator_series(
    row: Indicator, record: records.Indicator, found: Outcome, entered: Sequence[Measured]
) -> Series:
    """`record` holds baseline and target as they were in force on the day that is looked at."""
    return Series(
        title=row.name,
        unit=_unit(row),
        points=tuple(_points(row, entered, _signals(row, found))),
        references=(*_ends(row, record), *_of_limits(row, record, found)),
        axis_label=lambda value: format_number(round(value, 6)),
    )


def limits_of(found: Outcome) -> Limits | None:
    """Those of the newest part of the series."""
    limits = found.control_chart[-1].limits if found.control_chart else None
    return limits if isinstance(limits, Limits) else None


def _unit(row: Indicator) -> str:
    if not sentences.is_cumulative(row):
        return row.unit
    return _("{unit}, in all so far").format(unit=row.unit) if row.unit else _("in all so far")


def _points(row: Indicator, entered: Sequence[Measured], signals: dict[int, Signal]) -> Iterator[SeriesPoint]:
    """A missing period breaks the line."""
    told = _told(entered)
    for before, after in pairwise(chain(unbroken(entered, row.frequency), [()])):
        for point in before:
            label = sentences.value(row, point.value) if point.id in told else ""
            yield SeriesPoint(point.on, float(point.value), label, signals.get(point.id))
        if after:
            yield SeriesPoint(before[-1].on + (after[0].on - before[-1].on) / 2, None)


def _told(entered: Sequence[Measured]) -> set[int]:
    """Whose values can stand in the picture: to write thousands takes seconds, and few have room."""
    if len(entered) <= MOST_TOLD:
        return {point.id for point in entered}
    lowest, highest = (find(entered, key=lambda point: point.value) for find in (min, max))
    return {point.id for point in (entered[0], lowest, highest, entered[-1])}


def _signals(row: Indicator, found: Outcome) -> dict[int, Signal]:
    return {entry: _shape(signal) for entry, signal in sentences.signals(row, found).items()}


def _shape(found: Found) -> Signal:
    if found.kind is not SignalKind.OUTSIDE_LIMITS:
        return Signal.RUN
    return Signal.ABOVE if found.side > 0 else Signal.BELOW


def _ends(row: Indicator, record: records.Indicator) -> Iterator[Reference]:
    if record.baseline:
        text = _("Baseline {value}").format(value=sentences.value(row, record.baseline.value))
        yield Reference(ReferenceKind.BASELINE, float(record.baseline.value), text)
    if record.target:
        text = _("Target {value}").format(value=sentences.value(row, record.target.value))
        yield Reference(ReferenceKind.TARGET, float(record.target.value), text)


def _of_limits(row: Indicator, record: records.Indicator, found: Outcome) -> Iterator[Reference]:
    """Of each part between two rebasings; only those of the newest have words."""
    parts = () if sentences.is_cumulative(row) else found.control_chart
    begins = [part.stretches[0][0].on for part in parts]
    for part, begin, end in zip(parts, begins, [*begins[1:], None], strict=False):
        if isinstance(part.limits, Limits):
            for kind, level, text in _levels(part.limits, record):
                label = "" if end else _(text).format(value=format_number(level, row.decimals + 1))
                yield Reference(kind, float(level), label, begin if begin != begins[0] else None, end)


def _levels(limits: Limits, record: records.Indicator) -> Iterator[tuple[ReferenceKind, Decimal, str]]:
    """Clipped to the scale: nothing lies below 3 on a scale from 3 to 9."""
    lower, upper = clipped(limits, record)
    yield ReferenceKind.MEAN, limits.mean, N_("Mean {value}")
    yield ReferenceKind.UPPER_LIMIT, upper, N_("Limit {value}")
    yield ReferenceKind.LOWER_LIMIT, lower, N_("Limit {value}")
