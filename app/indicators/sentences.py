"""What an indicator shows, and what it cannot show, as plain sentences made from the results."""

from decimal import Decimal

from app.i18n import N_, _
from app.i18n.formats import format_date, format_number, format_percent
from app.indicators.models import Indicator
from app.measurement.control_chart import ControlPart, Limits, Signal, SignalKind
from app.measurement.disclosure import Masked, mask_count
from app.measurement.missing import Missing, MissingReason
from app.measurement.movement import Movement
from app.measurement.outcome import Outcome
from app.measurement.progress import Change, Progress
from app.measurement.thresholds import DEFAULT
from app.vocabulary import Aggregation, EffectService

HIGH, LOW = 1, -1
SIGNALS: dict[tuple[SignalKind, int], str] = {
    (SignalKind.OUTSIDE_LIMITS, HIGH): N_("above the upper limit"),
    (SignalKind.OUTSIDE_LIMITS, LOW): N_("below the lower limit"),
    (SignalKind.TREND, HIGH): N_("in a run of seven or more that rise"),
    (SignalKind.TREND, LOW): N_("in a run of seven or more that fall"),
    (SignalKind.TWO_OF_THREE, HIGH): N_("two of three near the upper limit"),
    (SignalKind.TWO_OF_THREE, LOW): N_("two of three near the lower limit"),
    (SignalKind.SHIFT, HIGH): N_("in a run of seven or more above the mean"),
    (SignalKind.SHIFT, LOW): N_("in a run of seven or more below the mean"),
}
CHANGES: dict[Movement, str] = {
    Movement.IMPROVED: N_("From {baseline} on {begin} to {latest} on {end}: the way that is better."),
    Movement.WORSE: N_("From {baseline} on {begin} to {latest} on {end}: the way that is worse."),
    Movement.SAME: N_("At {latest} on {end}, as on {begin}."),
    Movement.UNDIRECTED: N_("From {baseline} on {begin} to {latest} on {end}."),
}
NO_WAY: dict[MissingReason, str] = {
    MissingReason.NO_TARGET: N_("No target is set."),
    MissingReason.TARGET_IS_BASELINE: N_("The target equals the baseline: there is no way to measure."),
    MissingReason.TARGET_AGAINST_DIRECTION: N_("The target lies on the worse side of the baseline."),
}


def reading(row: Indicator, found: Outcome, *, has_parts: bool = False) -> tuple[str, ...]:
    """What a reader may take from it, and may not: whole sentences, in this order."""
    if isinstance(found.change, Missing) and found.change.reason is MissingReason.NO_OBSERVATION:
        return (no_whole(row, has_parts=has_parts),)
    sentences = (change(row, found), way(row, found.progress), newest_signal(row, found), too_few(row, found))
    return tuple(filter(None, (*sentences, _("This shows order in time, not cause."))))


def no_whole(row: Indicator, *, has_parts: bool) -> str:
    """Missing is not zero, least of all where another service keeps the numbers."""
    if has_parts:
        return _("Values exist for parts only, and no total is invented.")
    if row.effect_service is EffectService.OTHER:
        return _("No data from {service} yet; that is not zero.").format(service=row.effect_service_name)
    return _("No data yet; that is not zero.")


def change(row: Indicator, found: Outcome) -> str:
    """The newest value beside the baseline, in the indicator's own unit."""
    if isinstance(found.change, Change):
        begin = found.change.baseline.on
        return _(CHANGES[found.change.movement]).format(
            baseline=value(row, found.change.baseline.value),
            begin=format_date(begin) if begin else "",
            latest=value(row, found.change.latest.value),
            end=format_date(found.change.latest.on),
        )
    return _("There is no baseline to compare with.")


def way(row: Indicator, made: Progress | Missing) -> str:
    """How much of the way from baseline to target is made."""
    if isinstance(made, Missing):
        return _(NO_WAY[made.reason]) if made.reason in NO_WAY else ""
    target = value(row, made.target.value)
    if made.value >= 1:
        return _("The target of {target} is reached.").format(target=target)
    if made.value < 0:
        return _("That leads away from the target of {target}.").format(target=target)
    return _("That is {share} of the way to the target of {target}.").format(
        share=format_percent(made.value), target=target
    )


def newest_signal(row: Indicator, found: Outcome) -> str:
    """The newest point that chance alone hardly explains; empty when there is none."""
    marked = list(signals(row, found).values())
    return on_its_day(marked[-1]) if marked else ""


def on_its_day(found: Signal) -> str:
    return _("On {day}: {signal}.").format(day=format_date(found.on), signal=signal(found))


def signals(row: Indicator, found: Outcome) -> dict[int, Signal]:
    """Observation id → its signal. What was added to a total has no value of its own to carry one."""
    if is_cumulative(row):
        return {}
    return {one.entry: one for part in found.control_chart for one in part.signals}


def too_few(row: Indicator, found: Outcome) -> str:
    have, need = len(found.points), DEFAULT.trend_points
    if have >= need:
        return ""
    return _("Too few points to show a trend: {have} of {need} needed.").format(have=have, need=need)


def signal(found: Signal) -> str:
    return _(SIGNALS[found.kind, found.side])


def limits_note(row: Indicator, parts: tuple[ControlPart, ...]) -> str:
    """On how many points the limits of the newest part rest, or why there are none."""
    if is_cumulative(row):
        return _("Each value counts everything so far, so no limits are drawn.")
    found = parts[-1].limits if parts else Missing(MissingReason.TOO_FEW_POINTS, 0, DEFAULT.trial_points)
    if isinstance(found, Limits):
        return _limits(row, found)
    if found.reason is MissingReason.NO_VARIATION:
        return _("All values are equal: there are no limits to draw.")
    return _("Too few points for limits: {have} of {need} needed.").format(have=found.have, need=found.need)


def picture_note(*, starts_at_zero: bool, has_signals: bool) -> str:
    """What a reader must know to read the picture right."""
    texts = (
        "" if starts_at_zero else _("The axis does not start at zero, so that change can be seen."),
        _("▲ and ▼ lie outside the limits; a ringed point is part of a run or near a limit.")
        if has_signals
        else "",
    )
    return " ".join(filter(None, texts))


def people(n: int | None, least: int = DEFAULT.disclosure_inside) -> str:
    """How many people are behind a value; few stay uncounted, also inside the organization."""
    if n is None:
        return ""
    shown = mask_count(n, least)
    if isinstance(shown, Masked):
        return _("fewer than {least}").format(least=shown.below)
    return format_number(shown)


def value(row: Indicator, number: Decimal) -> str:
    """With the indicator's own decimals, or more where a value has more."""
    exponent = number.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return format_number(number, max(row.decimals, places))


def is_cumulative(row: Indicator) -> bool:
    return row.aggregation is Aggregation.CUMULATIVE


def _limits(row: Indicator, found: Limits) -> str:
    text = (
        _("Trial limits from {points} points: mean {mean}, limits {lower} and {upper}; firm from {firm}.")
        if found.trial
        else _("Limits from {points} points: mean {mean}, limits {lower} and {upper}.")
    )
    return text.format(
        points=found.points,
        mean=_rounded(row, found.mean),
        lower=_rounded(row, found.lower),
        upper=_rounded(row, found.upper),
        firm=DEFAULT.firm_points,
    )


def _rounded(row: Indicator, number: Decimal) -> str:
    """A computed value: one place more than those that were measured."""
    return format_number(number, row.decimals + 1)
