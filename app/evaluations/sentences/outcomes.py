"""What an indicator shows, and what it cannot, as an evaluation says it beside others."""

from decimal import Decimal

from app.evaluations.document import IndicatorResult
from app.evaluations.sentences.figures import together
from app.evaluations.sentences.missing import too_few_for_trend, why
from app.i18n import N_, _
from app.i18n.formats import format_date, format_number
from app.indicators import sentences
from app.measurement.control_chart import Signal
from app.measurement.missing import Missing, MissingReason
from app.measurement.trend import Trend
from app.vocabulary import EffectService

LEVEL = N_("Slope: {slope} a year, between {low} and {high}; it may as well be level.")
LEVEL_ADDED = N_(
    "What a period adds changes by {slope} a year, between {low} and {high}; it may as well stay the same."
)


def value(number: Decimal, result: IndicatorResult) -> str:
    return sentences.value(result.indicator, number)


def people(n: int | None, least: int) -> str:
    """How many people are behind a value; fewer than `least` stay uncounted."""
    return _("n = {n}").format(n=sentences.people(n, least)) if n is not None else ""


def reading(result: IndicatorResult) -> str:
    """What a reader may take from it: how far it came, the newest signal, where it is heading."""
    if result.latest is None:
        return no_data(result)
    if result.is_silent:
        return together(none_within(result), trend(result))
    return " ".join(filter(None, (change(result), way(result), latest_signal(result), trend(result))))


def no_data(result: IndicatorResult) -> str:
    """Missing is not zero, least of all where another service keeps the numbers."""
    name = result.indicator.effect_service_name
    if result.categories:
        return _("Values exist for parts only, and no total is invented.")
    if result.indicator.effect_service is EffectService.OTHER and name:
        return _("No data from {service} yet. That is not zero.").format(service=name)
    return _("No data yet. That is not zero.")


def none_within(result: IndicatorResult) -> str:
    """The newest value lies before the period that is looked at."""
    assert result.latest is not None
    return _("No value in this period. The newest is {value} on {day}.").format(
        value=value(result.latest.value, result), day=format_date(result.latest.on)
    )


def change(result: IndicatorResult) -> str:
    """The newest value beside the baseline, or by itself where there is none."""
    latest, changed = result.latest, result.found.change
    if latest is not None and isinstance(changed, Missing):
        return _("{value} on {day}, without a baseline to compare with.").format(
            value=value(latest.value, result), day=format_date(latest.on)
        )
    return sentences.change(result.indicator, result.found)


def way(result: IndicatorResult) -> str:
    return sentences.way(result.indicator, result.found.progress)


def latest_signal(result: IndicatorResult) -> str:
    found = signals(result)
    return sentences.on_its_day(found[-1]) if found else ""


def signals(result: IndicatorResult) -> tuple[Signal, ...]:
    """Those of periods: values that add up would always look like a run."""
    if sentences.is_cumulative(result.indicator):
        return ()
    every = (found for part in result.found.control_chart for found in part.signals)
    return tuple(found for found in every if result.starts_on is None or found.on >= result.starts_on)


def signal(found: Signal) -> str:
    return sentences.signal(found)


def named(result: IndicatorResult, sentence: str) -> str:
    """A sentence about an indicator among those about others."""
    return _("{indicator}: {sentence}").format(indicator=result.indicator.name, sentence=sentence)


def trend(result: IndicatorResult) -> str:
    """The slope with its interval, and whether it may as well be level."""
    found = result.found.trend
    if isinstance(found, Missing):
        few = found.reason is MissingReason.TOO_FEW_POINTS
        return too_few_for_trend(found) if few else why(found)
    return _slope(found, result).format(
        slope=_signed(found.slope, result),
        low=_signed(found.interval.low, result),
        high=_signed(found.interval.high, result),
    )


def limits_note(result: IndicatorResult) -> str:
    return sentences.limits_note(result.indicator, result.found.control_chart)


def _slope(found: Trend, result: IndicatorResult) -> str:
    """Of values that add up, what each period adds is looked at."""
    level = found.interval.low <= 0 <= found.interval.high
    if sentences.is_cumulative(result.indicator):
        adds = _("What a period adds changes by {slope} a year, between {low} and {high}.")
        return _(LEVEL_ADDED) if level else adds
    return _(LEVEL) if level else _("Slope: {slope} a year, between {low} and {high}.")


def _signed(number: float, result: IndicatorResult) -> str:
    """With its sign; one place more than the values have."""
    text = format_number(Decimal(number), result.indicator.decimals + 1)
    return f"+{text}" if number > 0 else text
