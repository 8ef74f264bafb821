"""The pictures of one indicator: its trend, wide and for the phone, and the small line of a list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from app.charts.control import Control, ControlSize, control
from app.charts.marks import Signal
from app.charts.series import Reference, ReferenceKind, Series, SeriesPoint
from app.charts.sparkline import Sparkline, sparkline
from app.i18n import _
from app.i18n.formats import format_month_short, format_number
from app.indicators import sentences
from app.indicators.models import Indicator
from app.indicators.records import indicator_record
from app.measurement import records
from app.measurement.control_chart import Limits, SignalKind, clipped
from app.measurement.control_chart import Signal as Found
from app.measurement.outcome import Outcome
from app.measurement.series import Measured, unbroken


@dataclass(frozen=True)
class Trend:
    """One picture twice: `starts_at_zero` is for the note to say."""

    wide: Control
    narrow: Control

    @property
    def starts_at_zero(self) -> bool:
        return self.wide.marks.starts_at_zero


def trend(row: Indicator, values: Sequence[records.Observation], found: Outcome) -> Trend | None:
    """None without a value of the whole: parts are not added up to one."""
    points = of_the_whole(values)
    if not points:
        return None
    series = Series(
        title=row.name,
        unit=row.unit,
        points=tuple(_points(row, points, _signals(row, found))),
        references=tuple(_references(row, found)),
        axis_label=lambda number: format_number(round(number, 6)),
    )
    wide, narrow = (
        control(series, format_month_short, size=size) for size in (ControlSize.WIDE, ControlSize.NARROW)
    )
    return Trend(wide, narrow)


def spark(row: Indicator, values: Sequence[records.Observation]) -> Sparkline | None:
    """None below two values: a single point is no line."""
    points = of_the_whole(values)
    if not points[1:]:
        return None
    stretches = ([float(point.value) for point in stretch] for stretch in unbroken(points, row.frequency))
    levels = [level for stretch in stretches for level in (*stretch, None)][:-1]
    return sparkline(levels, None if row.baseline_value is None else float(row.baseline_value))


def of_the_whole(values: Iterable[records.Observation]) -> tuple[Measured, ...]:
    """As entered, in order of date, without those of parts."""
    whole = (value for value in values if value.category is None)
    return tuple(Measured(value.id, value.observed_on, value.value, value.n) for value in whole)


def _points(row: Indicator, points: Sequence[Measured], signals: dict[int, Signal]) -> Iterator[SeriesPoint]:
    """A missing period breaks the line."""
    for before, after in pairwise(chain(unbroken(points, row.frequency), [()])):
        for point in before:
            label = sentences.value(row, point.value)
            yield SeriesPoint(point.on, float(point.value), label, signals.get(point.id))
        if after:
            yield SeriesPoint(before[-1].on + (after[0].on - before[-1].on) / 2, None)


def _signals(row: Indicator, found: Outcome) -> dict[int, Signal]:
    return {entry: _shape(signal) for entry, signal in sentences.signals(row, found).items()}


def _shape(found: Found) -> Signal:
    if found.kind is not SignalKind.OUTSIDE_LIMITS:
        return Signal.RUN
    return Signal.ABOVE if found.side > 0 else Signal.BELOW


def _references(row: Indicator, found: Outcome) -> Iterator[Reference]:
    if row.baseline_value is not None:
        text = _("Baseline {value}").format(value=sentences.value(row, row.baseline_value))
        yield Reference(ReferenceKind.BASELINE, float(row.baseline_value), text)
    if row.target_value is not None:
        text = _("Target {value}").format(value=sentences.value(row, row.target_value))
        yield Reference(ReferenceKind.TARGET, float(row.target_value), text)
    limits = found.control_chart[-1].limits if found.control_chart else None
    if isinstance(limits, Limits) and not sentences.is_cumulative(row):
        yield from _limits(row, limits)


def _limits(row: Indicator, limits: Limits) -> Iterator[Reference]:
    """Clipped to the scale: nothing lies below 3 on a scale from 3 to 9."""
    lower, upper = clipped(limits, indicator_record(row))
    for kind, level, text in (
        (ReferenceKind.MEAN, limits.mean, _("Mean {value}")),
        (ReferenceKind.UPPER_LIMIT, upper, _("Limit {value}")),
        (ReferenceKind.LOWER_LIMIT, lower, _("Limit {value}")),
    ):
        label = text.format(value=format_number(level, row.decimals + 1))
        yield Reference(kind, float(level), label)
