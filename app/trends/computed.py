"""How a trend was computed: the method used, its arithmetic, and why no stronger one is."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from app.i18n import _, ngettext
from app.i18n.formats import format_number
from app.indicators import sentences
from app.measurement.control_chart import LIMITS_FACTOR, SCREENING_FACTOR, ControlPart, Limits, clipped
from app.measurement.missing import Missing, MissingReason
from app.measurement.run_chart import RunChart
from app.measurement.thresholds import DEFAULT
from app.measurement.trend import Trend as Slope
from app.trends.document import Trend
from app.vocabulary import Respondents


@dataclass(frozen=True, slots=True)
class Computed:
    """`method` names it in a few words; `steps` can be done again by hand; `stronger` were not used."""

    method: str
    steps: tuple[str, ...]
    stronger: tuple[str, ...]
    has_limits: bool


def computed(trend: Trend) -> Computed | None:
    """None without a value: nothing is computed then."""
    if not trend.entered:
        return None
    part = _newest(trend)
    return Computed(
        method=_method(trend),
        steps=tuple(filter(None, _steps(trend))),
        stronger=tuple(_stronger(trend)),
        has_limits=part is not None and isinstance(part.limits, Limits),
    )


def _newest(trend: Trend) -> ControlPart | None:
    drawn = not sentences.is_cumulative(trend.row) and trend.found.control_chart
    return trend.found.control_chart[-1] if drawn else None


def _method(trend: Trend) -> str:
    part = _newest(trend)
    if part is not None and isinstance(part.limits, Limits):
        return _("Control chart (XmR), limits on trial") if part.limits.trial else _("Control chart (XmR)")
    if isinstance(trend.found.run_chart, RunChart):
        return _("Run chart")
    return _("The newest value beside the baseline")


def _steps(trend: Trend) -> Iterator[str]:
    if sentences.is_cumulative(trend.row):
        yield _("Each value counts everything so far; runs are read from what each period added.")
    if isinstance(trend.found.run_chart, RunChart):
        yield _runs(trend, trend.found.run_chart)
    part = _newest(trend)
    if part is not None and isinstance(part.limits, Limits):
        yield from _limits(trend, part, part.limits)
    if isinstance(trend.found.trend, Slope):
        yield _slope(trend, trend.found.trend)


def _limits(trend: Trend, part: ControlPart, found: Limits) -> Iterator[str]:
    """Mean, moving range, limits, in the order of the arithmetic."""
    row, steps = trend.row, _numbers_of_steps(part)
    if trend.rebases:
        yield _("The series was begun anew, so these are the limits of its newest part.")
    if row.limits_from_first:
        yield _("Mean and limits rest on the first {points} points of the part.").format(points=found.points)
    yield _("The mean of {points} points is {mean}.").format(
        points=found.points, mean=_exact(trend, found.mean)
    )
    yield _screening(trend, found, steps)
    yield _("From one value to the next there are {range} on average, without regard to the sign.").format(
        range=_exact(trend, found.moving_range)
    )
    yield _(
        "Limits: {mean} − {factor} × {range} = {lower}, and {mean} + {factor} × {range} = {upper}."
    ).format(
        mean=_exact(trend, found.mean),
        factor=format_number(LIMITS_FACTOR),
        range=_exact(trend, found.moving_range),
        lower=_exact(trend, found.lower),
        upper=_exact(trend, found.upper),
    )
    if clipped(found, trend.record) != (found.lower, found.upper):
        yield _("The picture cuts the limits to the smallest and largest possible value.")


def _screening(trend: Trend, found: Limits, steps: int) -> str:
    if not trend.screened:
        return _("No step is left out of the average, however large.")
    if not found.screened:
        return _("No step is so large, {factor} times the average, that it is left out.").format(
            factor=format_number(SCREENING_FACTOR)
        )
    return ngettext(
        "{count} of {steps} steps is left out: it is {factor} times the average or more.",
        "{count} of {steps} steps are left out: each is {factor} times the average or more.",
        found.screened,
    ).format(count=found.screened, steps=steps, factor=format_number(SCREENING_FACTOR))


def _numbers_of_steps(part: ControlPart) -> int:
    return sum(len(list(pairwise(stretch))) for stretch in part.stretches)


def _runs(trend: Trend, found: RunChart) -> str:
    middle = _("The median of {points} points is {median}.").format(
        points=found.points, median=_exact(trend, found.median)
    )
    if isinstance(found.rules, Missing):
        return middle
    told = _("The longest run on one side of it has {run} points (up to {limit} by chance).").format(
        run=found.rules.longest_run, limit=found.rules.longest_run_limit
    )
    return f"{middle} {told}"


def _slope(trend: Trend, found: Slope) -> str:
    text = (
        _(
            "Slow change (Theil-Sen, by date): {slope} a year, between {low} and {high}. "
            "It may as well be level."
        )
        if found.interval.low <= 0 <= found.interval.high
        else _("Slow change (Theil-Sen, by date): {slope} a year, between {low} and {high}.")
    )
    return text.format(
        slope=_signed(trend, found.slope),
        low=_signed(trend, found.interval.low),
        high=_signed(trend, found.interval.high),
    )


def _stronger(trend: Trend) -> Iterator[str]:
    """What would say more, and what it lacks here."""
    have = len(trend.found.points)
    if sentences.is_cumulative(trend.row):
        yield _("Control limits: none are drawn for values that count everything so far.")
    else:
        yield from _limits_lacking(trend, have)
    if have < DEFAULT.run_rules_points:
        yield _("Rules for runs: {have} of {need} points.").format(have=have, need=DEFAULT.run_rules_points)
    if have < DEFAULT.trend_points:
        yield _("Slow change: {have} of {need} points.").format(have=have, need=DEFAULT.trend_points)
    yield _(
        "Interrupted series: it needs {need} evenly spaced points on each side of a change that was dated "
        "beforehand, and still cannot tell what else happened then. There are {have} points in all."
    ).format(need=DEFAULT.segmented_points, have=have)
    if trend.row.respondents is not Respondents.NO_PEOPLE:
        yield _("Matched pairs: Tandem keeps no values of single people.")
    yield _("Comparison group: none is recorded.")


def _limits_lacking(trend: Trend, have: int) -> Iterator[str]:
    part = _newest(trend)
    found = part.limits if part else None
    if isinstance(found, Limits):
        if found.trial:
            yield _("Firm control limits: {have} of {need} points.").format(
                have=found.points, need=DEFAULT.firm_points
            )
    elif found is not None and found.reason is MissingReason.NO_VARIATION:
        yield _("Control limits: all values are equal, so there are none to draw.")
    else:
        points = found.have if found else have
        yield _("Control limits: {have} of {need} points.").format(have=points, need=DEFAULT.trial_points)


def _exact(trend: Trend, number: Decimal) -> str:
    """Two places more than the values have, so that the sum can be done again."""
    return format_number(number, trend.row.decimals + 2)


def _signed(trend: Trend, number: float) -> str:
    text = format_number(Decimal(str(number)), trend.row.decimals + 1)
    return f"+{text}" if number > 0 else text
