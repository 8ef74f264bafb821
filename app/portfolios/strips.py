"""Lead strips of many initiatives on one time axis."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.charts.lanes import StripPhase, span_of
from app.charts.scales import TimeSpan, date_ticks
from app.charts.strip import Strip, strip
from app.charts.strip_axis import StripAxis, strip_axis
from app.charts.strip_sizes import SMALL
from app.clock import today
from app.i18n.formats import format_month_short
from app.i18n.labels import label
from app.portfolios.summaries import PhaseRead
from app.web.strips import strip_words

WIDE, NARROW = 480, 320
"""Pixels that the strips take up in the table, and on a phone."""
PIXELS_A_TICK = 52
"""As the axis has it, so that every line of the grid has its year."""


@dataclass(frozen=True, slots=True)
class StripStack:
    """One small strip an initiative, in the order given; both axes are for all of them."""

    strips: tuple[Strip, ...]
    axis: StripAxis
    narrow_axis: StripAxis
    span: TimeSpan


def stack(phases_of_each: Iterable[Iterable[PhaseRead]]) -> StripStack:
    until = today()
    stacked = [[_strip_phase(phase, until) for phase in phases] for phases in phases_of_each]
    span = span_of((phase for phases in stacked for phase in phases), until)
    words, grid = strip_words(), [tick.day for tick in date_ticks(span, WIDE // PIXELS_A_TICK)]
    return StripStack(
        strips=tuple(strip(phases, span, words, size=SMALL, grid=grid) for phases in stacked),
        axis=_axis(span, WIDE),
        narrow_axis=_axis(span, NARROW),
        span=span,
    )


def _axis(span: TimeSpan, width: int) -> StripAxis:
    return strip_axis(span, format_month_short, width=width, above=True)


def _strip_phase(phase: PhaseRead, until: date) -> StripPhase:
    """A phase without an end goes on until today."""
    kind = label(phase.kind)
    return StripPhase(
        name=phase.name or kind,
        short=kind,
        kind=phase.kind,
        starts_on=phase.starts_on,
        ends_on=phase.ends_on or max(until, phase.starts_on),
        claimed=phase.claimed,
        evidenced=phase.evidenced,
    )
