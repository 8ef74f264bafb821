"""An indicator by the parts of its breakdown: each on one scale beside the whole, never ranked or added."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.charts.control import Control, ControlSize, control
from app.charts.scales import TimeSpan
from app.charts.series import Series, SeriesPoint, series_bounds
from app.i18n import _, ngettext
from app.i18n.formats import format_date, format_month_short
from app.indicators import sentences
from app.indicators.models import Indicator
from app.measurement import records
from app.measurement.control_chart import Limits, control_chart
from app.measurement.disclosure import Masked, mask_count, mask_row
from app.measurement.outcome import Outcome
from app.measurement.series import Measured, series
from app.measurement.thresholds import DEFAULT
from app.trends.document import Trend
from app.trends.series import indicator_series
from app.vocabulary import Aggregation

MOST_DRAWN = 12


@dataclass(frozen=True, slots=True)
class Part:
    """One category; `caption` tells what its picture shows, and what it may not show."""

    name: str
    caption: str
    picture: Control | None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """`drawn` and `listed` in the order in which they were first entered."""

    notes: tuple[str, ...]
    drawn: tuple[Part, ...]
    listed: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is shown of a part: its values without those that too few people are behind."""

    name: str
    entered: tuple[Measured, ...]
    hidden: tuple[records.Observation, ...]
    found: Outcome
    series: Series


def breakdown(trend: Trend) -> Breakdown | None:
    """None without a value of any part."""
    by_part = _by_part(trend.values)
    if not by_part:
        return None
    hidden = hidden_values(trend.values, DEFAULT.disclosure_inside)
    known = [_known(trend, name, values, hidden) for name, values in by_part.items()]
    drawn, listed = known[:MOST_DRAWN], known[MOST_DRAWN:]
    return Breakdown(
        notes=tuple(_notes(trend, drawn)),
        drawn=tuple(_drawn(trend, drawn)),
        listed=tuple(Part(one.name, _caption(trend.row, one), None) for one in listed),
    )


def hidden_values(values: Sequence[records.Observation], threshold: int) -> frozenset[int]:
    """The ids of values of parts behind which too few people are, and of those that would give them away.

    Where the whole of a day is known too, a part can be had back by subtraction: then another goes with it.
    """
    wholes = {value.observed_on for value in values if value.category is None}
    by_day: dict[date, list[tuple[int, int]]] = defaultdict(list)
    for value in values:
        if value.category is not None and value.n is not None:
            by_day[value.observed_on].append((value.id, value.n))
    return frozenset(
        entry
        for day, counts in by_day.items()
        for entry in _hidden_on_a_day(counts, threshold, has_whole=day in wholes)
    )


def _hidden_on_a_day(counts: Sequence[tuple[int, int]], threshold: int, *, has_whole: bool) -> list[int]:
    numbers = [n for _, n in counts]
    if not any(0 < n < threshold for n in numbers):
        return []
    shown = mask_row(numbers, threshold).cells if has_whole else [mask_count(n, threshold) for n in numbers]
    return [entry for (entry, _), one in zip(counts, shown, strict=True) if isinstance(one, Masked)]


def _by_part(values: Sequence[records.Observation]) -> Mapping[str, list[records.Observation]]:
    """In the order in which the parts were first entered."""
    found: dict[str, list[records.Observation]] = defaultdict(list)
    for value in sorted(values, key=lambda value: value.id):
        if value.category is not None:
            found[value.category].append(value)
    return found


def _known(trend: Trend, name: str, values: Sequence[records.Observation], hidden: Collection[int]) -> _Known:
    """Baseline and target are those of the whole, so no part is measured against them."""
    record = replace(trend.record, baseline=None, target=None)
    shown = [value for value in values if value.id not in hidden]
    entered = series(replace(record, aggregation=Aggregation.PER_PERIOD), shown, trend.as_of, name)
    points = series(record, shown, trend.as_of, name)
    chart = control_chart(
        points,
        record,
        frequency=trend.row.frequency,
        rebased_on=[rebase.rebased_on for rebase in trend.rebases],
        fixed_points=trend.row.limits_from_first,
        screen=trend.screened,
    )
    found = replace(trend.found, points=points, control_chart=chart)
    masked = tuple(value for value in values if value.id in hidden)
    drawn = indicator_series(trend.row, record, found, entered)
    ticks = [SeriesPoint(value.observed_on, None, masked=True) for value in masked]
    ordered = tuple(sorted([*drawn.points, *ticks], key=lambda point: point.on))
    return _Known(name, entered, masked, found, replace(drawn, points=ordered))


def _drawn(trend: Trend, known: Sequence[_Known]) -> list[Part]:
    whole = _whole(trend)
    bounds = series_bounds([whole, *(one.series for one in known)])
    days = [point.on for one in (whole, *(one.series for one in known)) for point in one.points]
    span = TimeSpan(min(days), max(days))
    return [
        Part(
            one.name,
            _caption(trend.row, one),
            control(
                one.series,
                format_month_short,
                size=ControlSize.SMALL,
                span=span,
                bounds=bounds,
                behind=whole.points,
            ),
        )
        for one in known
    ]


def _whole(trend: Trend) -> Series:
    """Its line alone: baseline, target and limits are in the large picture."""
    record = replace(trend.record, baseline=None, target=None)
    found = replace(trend.found, control_chart=())
    return indicator_series(trend.row, record, found, trend.entered)


def _notes(trend: Trend, known: Sequence[_Known]) -> list[str]:
    limits = [one.found.control_chart[-1].limits for one in known if one.found.control_chart]
    drawn = [found for found in limits if isinstance(found, Limits)]
    shaded = _("Shaded: between the limits of each part.")
    trial = _("Shaded: between the limits of each part, on trial below {points} points.")
    return [
        _("Each part on the same scale and the same span.") if known[1:] else "",
        _("The grey line is the whole.")
        if trend.entered
        else _("Nobody recorded the whole, and parts are not added up to one."),
        (trial if any(found.trial for found in drawn) else shaded).format(points=DEFAULT.firm_points)
        if drawn and not sentences.is_cumulative(trend.row)
        else "",
        _("The parts are not ranked; their people differ.") if known[1:] else "",
    ]


def _caption(row: Indicator, one: _Known) -> str:
    return " ".join(filter(None, (_from_to(row, one.entered), _signal(row, one), _hatched(one.hidden))))


def _from_to(row: Indicator, entered: Sequence[Measured]) -> str:
    if not entered:
        return ""
    first, last = entered[0], entered[-1]
    if first is last:
        return _("{value} on {day}.").format(
            value=sentences.value(row, first.value), day=format_date(first.on)
        )
    begin, end = sentences.value(row, first.value), sentences.value(row, last.value)
    return _("From {begin} to {end}.").format(begin=begin, end=end)


def _signal(row: Indicator, one: _Known) -> str:
    return sentences.newest_signal(row, one.found)


def _hatched(hidden: Sequence[records.Observation]) -> str:
    """The word for a count that protects another is the same: which of the two it is stays untold."""
    if not hidden:
        return ""
    return ngettext(
        "{count} value hatched: fewer than {least} people, or beside such a one.",
        "{count} values hatched: fewer than {least} people, or beside such a one.",
        len(hidden),
    ).format(count=len(hidden), least=DEFAULT.disclosure_inside)
