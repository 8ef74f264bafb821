"""What must be said beside one value: entered late, at the end of its scale, below the total before it."""

from datetime import timedelta

from app.i18n import N_, _
from app.i18n.formats import format_day
from app.indicators import sentences
from app.indicators.models import Indicator, Observation
from app.measurement.bounds import Bound, near_bound
from app.measurement.thresholds import DEFAULT
from app.vocabulary import Direction

BOUNDS: dict[tuple[Bound, Direction], str] = {
    (Bound.CEILING, Direction.UP): N_("Near the top of the scale: getting better could hardly show."),
    (Bound.CEILING, Direction.DOWN): N_("Near the top of the scale: getting worse could hardly show."),
    (Bound.CEILING, Direction.NEUTRAL): N_("Near the top of the scale: a rise could hardly show."),
    (Bound.FLOOR, Direction.UP): N_("Near the bottom of the scale: getting worse could hardly show."),
    (Bound.FLOOR, Direction.DOWN): N_("Near the bottom of the scale: getting better could hardly show."),
    (Bound.FLOOR, Direction.NEUTRAL): N_("Near the bottom of the scale: a fall could hardly show."),
}


def remarks(indicator: Indicator, row: Observation, before: Observation | None) -> tuple[str, ...]:
    """Whole sentences; `before` is the value before it of the same part, if there is one."""
    return tuple(filter(None, (late(row), at_a_bound(indicator, row), falling(indicator, row, before))))


def late(row: Observation) -> str:
    """Nobody remembers a day exactly that is more than a month ago."""
    entered = row.entered_on
    if entered - row.observed_on <= timedelta(days=DEFAULT.late_entry_days):
        return ""
    return _("Entered late, on {day}.").format(day=format_day(entered))


def at_a_bound(indicator: Indicator, row: Observation) -> str:
    bound = near_bound(row.value, indicator.minimum, indicator.maximum)
    return _(BOUNDS[bound, indicator.direction]) if bound else ""


def falling(indicator: Indicator, row: Observation, before: Observation | None) -> str:
    """Everything so far cannot become less: one of the two is wrong, and which one people must say."""
    if before is None or not sentences.is_cumulative(indicator) or row.value >= before.value:
        return ""
    return _("A total so far does not fall: on {day} it was {value}.").format(
        day=format_day(before.observed_on), value=sentences.value(indicator, before.value)
    )
