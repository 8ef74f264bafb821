"""The trend of one indicator: wide, for the phone, or small beside others of its kind on one scale.

`control(series, month_label)` is drawn by `control` of `charts/control.html`. Small multiples share an axis
by `bounds=series_bounds(all_of_them)` and a `span`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.charts.events import EventMarks, event_marks
from app.charts.marks import Band, Box, LineLook, Shape, Text, TextLook, tidy
from app.charts.plot import EndLabels, Plot, centred
from app.charts.scales import DateScale, TimeSpan, nice_ticks
from app.charts.series import COLUMN, Series, SeriesMarks, SeriesPoint, series_bounds, series_marks
from app.charts.story import Event
from app.charts.time_axis import TimeAxis, time_axis
from app.charts.words import shorten, text_width
from app.vocabulary import Lead

PAD = 8  # units between the edges of the plot and the first and last point
TICK_GUTTER = 14
MOST_LABELS = 4
EVENTS_GAP, EVENTS_FOOT = 38, 4


class ControlSize(StrEnum):
    WIDE = "wide"
    NARROW = "narrow"
    SMALL = "multiple"


@dataclass(frozen=True, slots=True)
class _Layout:
    width: float
    height: float
    top: float
    bottom: float
    gutter: float
    letters: float
    scale: float
    column: float = COLUMN


LAYOUTS = {
    ControlSize.WIDE: _Layout(1184, 400, 30, 30, 150, 14, 1),
    ControlSize.NARROW: _Layout(344, 300, 24, 26, 96, 12.5, 0.8),
    ControlSize.SMALL: _Layout(250, 130, 4, 22, 8, 12, 0.65, column=8),
}


@dataclass(frozen=True, slots=True)
class LedBand:
    """Who led delivery from one day to another; `label` as in "Staff led delivery". None: nobody can tell."""

    starts_on: date
    ends_on: date
    lead: Lead | None
    label: str


@dataclass(frozen=True, slots=True)
class Control:
    """`size` is the class of the picture; shapes and labels of the bands stand above the plot."""

    width: float
    height: float
    size: ControlSize
    bands: tuple[Band, ...]
    band_shapes: tuple[Shape, ...]
    band_labels: tuple[Text, ...]
    marks: SeriesMarks
    axis: TimeAxis
    events: EventMarks


def control(
    series: Series,
    month_label: Callable[[date], str],
    *,
    size: ControlSize = ControlSize.WIDE,
    bands: Sequence[LedBand] = (),
    events: Sequence[Event] = (),
    span: TimeSpan | None = None,
    bounds: tuple[float, float] | None = None,
    behind: Sequence[SeriesPoint] = (),
) -> Control:
    """`behind` is the whole to compare with. Without `span` and `bounds` the picture fits its own points."""
    layout = LAYOUTS[size]
    levels = bounds or series_bounds([series])
    plot = _plot(series, layout, span or span_of_points(series), levels)
    area = _area(plot, layout)
    shown = [] if size is ControlSize.SMALL else list(bands)
    happened = _event_marks(events, size, plot, area)
    return Control(
        width=layout.width,
        height=tidy(layout.height + (happened.height + EVENTS_FOOT if happened.rings else 0)),
        size=size,
        bands=tuple(Band(band.lead, _column(band, plot, area)) for band in shown if band.lead),
        band_shapes=tuple(_band_shape(band, plot, area) for band in shown),
        band_labels=tuple(_band_labels(shown, plot, area)),
        marks=_marks(series, plot, area, size, bounds, behind),
        axis=time_axis(plot, area, month_label),
        events=happened,
    )


def _area(plot: Plot, layout: _Layout) -> Box:
    return Box(plot.left, layout.top, plot.right - plot.left, layout.height - layout.top - layout.bottom)


def _event_marks(events: Sequence[Event], size: ControlSize, plot: Plot, area: Box) -> EventMarks:
    """Below the axis; numbers wherever words have no room."""
    beside = replace(plot, narrow=size is not ControlSize.WIDE)
    return event_marks(events, beside, area.y, area.bottom + EVENTS_GAP)


def span_of_points(series: Series) -> TimeSpan:
    """From the first point to the last, or a single day's year without any."""
    days = [point.on for point in series.points] or [date(1970, 1, 1)]
    return TimeSpan(min(days), max(days))


def _plot(series: Series, layout: _Layout, span: TimeSpan, bounds: tuple[float, float]) -> Plot:
    """As far left as the widest number on the axis allows."""
    widths = [text_width(series.axis_label(value), layout.letters) for value in nice_ticks(*bounds)]
    left, right = tidy(max(widths) + TICK_GUTTER), layout.width - layout.gutter
    across = DateScale(span, left + PAD, right - PAD)
    return Plot(layout.width, left, right, layout.letters, narrow=False, across=across)


def _column(band: LedBand, plot: Plot, area: Box) -> Box:
    """Bands that reach the first or last day reach the edge of the plot too."""
    span = plot.across.span
    x = plot.left if band.starts_on <= span.first else plot.across(band.starts_on)
    right = plot.right if band.ends_on >= span.last else plot.across(band.ends_on)
    return Box(tidy(x), area.y, tidy(max(0.0, right - x)), area.height)


def _band_shape(band: LedBand, plot: Plot, area: Box) -> Shape:
    return Shape(band.lead, tidy(_column(band, plot, area).x + 7), area.y - 12, 5)


def _band_labels(bands: Sequence[LedBand], plot: Plot, area: Box) -> Iterable[Text]:
    for band in bands:
        place = _column(band, plot, area)
        words = shorten(band.label, place.width - 20, plot.letters, strong=True)
        if words:
            yield Text(
                tidy(place.x + 18), centred(area.y - 12, plot.letters), words, plot.letters, TextLook.STRONG
            )


def _marks(
    series: Series,
    plot: Plot,
    area: Box,
    size: ControlSize,
    bounds: tuple[float, float] | None,
    behind: Sequence[SeriesPoint],
) -> SeriesMarks:
    marks = series_marks(
        series,
        plot,
        area,
        bounds=bounds,
        most_labels=MOST_LABELS,
        scale=LAYOUTS[size].scale,
        column=LAYOUTS[size].column,
        behind=behind,
    )
    return _small(marks) if size is ControlSize.SMALL else marks


def _small(marks: SeriesMarks) -> SeriesMarks:
    """A small multiple keeps mean and wash, and leaves the words to its caption."""
    means = tuple(line for line in marks.references if line.look is LineLook.MEAN)
    return replace(marks, references=means, ends=EndLabels((), ()), labels=())
