"""What a row of the list says of an indicator, short enough for a cell of a table."""

from datetime import date

from app.i18n import N_, _, ngettext
from app.i18n.formats import format_day, format_percent
from app.indicators.models import Indicator
from app.indicators.sentences import value
from app.measurement.missing import Missing, MissingReason
from app.measurement.movement import Movement, sign
from app.measurement.progress import Change, Progress

UP, DOWN, LEVEL = 1, -1, 0
SINCE: dict[tuple[Movement, int], str] = {
    (Movement.IMPROVED, UP): N_("{difference} higher than {baseline} on {day}: the way that is better"),
    (Movement.IMPROVED, DOWN): N_("{difference} lower than {baseline} on {day}: the way that is better"),
    (Movement.WORSE, UP): N_("{difference} higher than {baseline} on {day}: the way that is worse"),
    (Movement.WORSE, DOWN): N_("{difference} lower than {baseline} on {day}: the way that is worse"),
    (Movement.UNDIRECTED, UP): N_("{difference} higher than {baseline} on {day}"),
    (Movement.UNDIRECTED, DOWN): N_("{difference} lower than {baseline} on {day}"),
    (Movement.SAME, LEVEL): N_("The same as on {day}: {baseline}"),
}
NO_WAY: dict[MissingReason, str] = {
    MissingReason.NO_BASELINE: N_("{target}, but no baseline to measure the way from"),
    MissingReason.NO_OBSERVATION: N_("{target}, no value yet"),
    MissingReason.TARGET_IS_BASELINE: N_("{target}, which is the baseline: there is no way to measure"),
    MissingReason.TARGET_AGAINST_DIRECTION: N_("{target}, on the worse side of the baseline"),
}


def since_baseline(row: Indicator, found: Change | Missing) -> str:
    if isinstance(found, Change):
        return _(SINCE[found.movement, sign(found.difference)]).format(
            difference=value(row, abs(found.difference)), **_baseline(row)
        )
    if row.baseline_value is None:
        return _("No baseline")
    return _("Baseline {baseline} on {day}").format(**_baseline(row))


def to_target(row: Indicator, made: Progress | Missing) -> str:
    """Below 0 leads away, and more than the whole way is said as it is."""
    if row.target_value is None:
        return _("No target")
    target = value(row, row.target_value)
    if isinstance(made, Missing):
        return _(NO_WAY[made.reason]).format(target=target)
    if made.value < 0:
        return _("Away from {target}").format(target=target)
    text = (
        _("Reached: {share} of the way to {target}")
        if made.value >= 1
        else _("{share} of the way to {target}")
    )
    return text.format(share=format_percent(made.value), target=target)


def late(expected: date, as_of: date) -> str:
    days = (as_of - expected).days
    text = ngettext("expected by {day}, {days} day late", "expected by {day}, {days} days late", days)
    return text.format(day=format_day(expected), days=days)


def _baseline(row: Indicator) -> dict[str, str]:
    """A baseline has a date: the schema asks for it."""
    assert row.baseline_value is not None
    assert row.baseline_on is not None
    return {"baseline": value(row, row.baseline_value), "day": format_day(row.baseline_on)}
