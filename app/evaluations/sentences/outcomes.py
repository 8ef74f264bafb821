"""What an indicator shows, and what it cannot: progress, change, signals and trend as sentences."""

from decimal import Decimal

from app.evaluations.document import IndicatorResult
from app.evaluations.sentences.missing import too_few_for_trend, why
from app.i18n import N_, _, ngettext
from app.i18n.formats import format_date, format_number, format_percent
from app.measurement.control_chart import Limits, Signal, SignalKind
from app.measurement.disclosure import Masked, mask_count
from app.measurement.missing import Missing, MissingReason
from app.measurement.thresholds import DEFAULT
from app.measurement.trend import Trend
from app.vocabulary import EffectService

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


def value(number: Decimal, result: IndicatorResult) -> str:
    return format_number(number, result.indicator.decimals)


def people(n: int | None) -> str:
    """How many people are behind a value; few stay uncounted, also inside the organization."""
    if n is None:
        return _("n not recorded")
    shown = mask_count(n, DEFAULT.disclosure_inside)
    if isinstance(shown, Masked):
        return _("n fewer than {least}").format(least=shown.below)
    return _("n = {n}").format(n=format_number(shown))


def reading(result: IndicatorResult) -> str:
    """What a reader may take from the indicator, in one to three sentences."""
    if result.latest is None:
        return no_data(result)
    return " ".join(filter(None, (progress(result), latest_signal(result), trend(result))))


def no_data(result: IndicatorResult) -> str:
    """Missing is not zero, least of all where another service keeps the numbers."""
    name = result.indicator.effect_service_name
    if result.categories:
        return _("Values exist for parts only, and no total is invented.")
    if result.indicator.effect_service is EffectService.OTHER and name:
        return _("No data from {service} yet. That is not zero.").format(service=name)
    return _("No data yet. That is not zero.")


def progress(result: IndicatorResult) -> str:
    """How much of the way from baseline to target is made, or why that cannot be said."""
    made = result.found.progress
    if isinstance(made, Missing):
        return why(made)
    if made.value < 0:
        return _("Further from the target than the baseline was.")
    return _("{share} of the way from baseline to target.").format(share=format_percent(made.value))


def change(result: IndicatorResult) -> str:
    """Two values beside each other."""
    changed = result.found.change
    if isinstance(changed, Missing):
        return why(changed)
    return _("{name} went from {baseline} to {latest}.").format(
        name=result.indicator.name,
        baseline=value(changed.baseline.value, result),
        latest=value(changed.latest.value, result),
    )


def latest_signal(result: IndicatorResult) -> str:
    """The newest point that chance alone hardly explains; empty when there is none."""
    found = signals(result)
    if not found:
        return ""
    newest = found[-1]
    return _("On {day}: {signal}.").format(day=format_date(newest.on), signal=signal(newest))


def signals(result: IndicatorResult) -> tuple[Signal, ...]:
    return tuple(found for part in result.found.control_chart for found in part.signals)


def signal(found: Signal) -> str:
    return _(SIGNALS[found.kind, found.side])


def trend(result: IndicatorResult) -> str:
    """The slope with its interval, and whether it may as well be level."""
    found = result.found.trend
    if isinstance(found, Missing):
        few = found.reason is MissingReason.TOO_FEW_POINTS
        return too_few_for_trend(found) if few else why(found)
    text = _slope(found)
    return text.format(
        slope=_signed(found.slope, result),
        low=_signed(found.interval.low, result),
        high=_signed(found.interval.high, result),
    )


def limits_note(limits: Limits | Missing) -> str:
    """On how many points the limits rest, and whether they are firm."""
    if isinstance(limits, Missing):
        return _("No limits are drawn. {why}").format(why=why(limits))
    if limits.trial:
        return ngettext(
            "Trial limits: {points} point, {need} are needed for firm ones.",
            "Trial limits: {points} points, {need} are needed for firm ones.",
            limits.points,
        ).format(points=limits.points, need=DEFAULT.firm_points)
    return _("Limits rest on {points} points.").format(points=limits.points)


def _slope(found: Trend) -> str:
    level = found.interval.low <= 0 <= found.interval.high
    return (
        _("By {slope} a year, between {low} and {high}: it may as well be level.")
        if level
        else _("By {slope} a year, between {low} and {high}.")
    )


def _signed(number: float, result: IndicatorResult) -> str:
    """With its sign; one place more than the values have."""
    text = format_number(round(Decimal(number), 6), result.indicator.decimals + 1)
    return f"+{text}" if number > 0 else text
