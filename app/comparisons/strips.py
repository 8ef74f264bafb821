"""The lead strips of both on one axis of time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.charts.lanes import StripPhase, span_of
from app.charts.scales import date_ticks
from app.charts.strip import Strip, strip
from app.charts.strip_axis import StripAxis, strip_axis
from app.charts.strip_sizes import SMALL
from app.comparisons.compared import Compared, Comparison
from app.evaluations.phase_rows import strip_phases
from app.i18n.formats import format_month_short
from app.web.strips import strip_words

WIDTH = 320
"""Pixels that a strip takes up on a phone, where there are fewest."""
PIXELS_A_TICK = 64


@dataclass(frozen=True, slots=True)
class Strips:
    left: Strip
    right: Strip
    axis: StripAxis


def strips(found: Comparison) -> Strips:
    left, right = (_drawn(one) for one in found.both)
    span = span_of([*left, *right], max(one.evaluation.until for one in found.both))
    words, grid = strip_words(), [tick.day for tick in date_ticks(span, WIDTH // PIXELS_A_TICK)]
    return Strips(
        left=strip(left, span, words, size=SMALL, grid=grid),
        right=strip(right, span, words, size=SMALL, grid=grid),
        axis=strip_axis(span, format_month_short, width=WIDTH),
    )


def _drawn(one: Compared) -> Sequence[StripPhase]:
    """What lies before the period is not drawn."""
    phases = strip_phases(one.evaluation)
    return [_from(phase, one) for phase in phases if not one.starts_on or phase.ends_on >= one.starts_on]


def _from(phase: StripPhase, one: Compared) -> StripPhase:
    return replace(phase, starts_on=max(phase.starts_on, one.starts_on or phase.starts_on))
