"""What a series of values shows by itself: runs, limits, signals and slow change."""

from app.evaluations.sentences.figures import p_value, rounded, signed, together
from app.evaluations.sentences.missing import too_few_for_trend, why
from app.i18n import N_, _, ngettext
from app.i18n.formats import format_date
from app.indicators import sentences
from app.indicators.models import Indicator
from app.measurement.control_chart import Assurance, ControlPart, Limits, Signal
from app.measurement.missing import Missing, MissingReason
from app.measurement.run_chart import RunChart, RunRules
from app.measurement.trend import Trend

ASSURANCES: dict[Assurance, str] = {
    Assurance.CONSISTENTLY_MET: N_("As things stand, values keep meeting the target."),
    Assurance.CONSISTENTLY_MISSED: N_("As things stand, values keep missing the target."),
    Assurance.HIT_OR_MISS: N_("As things stand, values meet the target at times and miss it at times."),
}


def run_chart(found: RunChart | Missing) -> str:
    """The median, and what the runs about it say."""
    if isinstance(found, Missing):
        return why(found)
    middle = _("Median {median} over {points} points.").format(
        median=rounded(found.median), points=found.points
    )
    return together(middle, run_rules(found.rules))


def run_rules(found: RunRules | Missing) -> str:
    """Quiet runs are no proof that nothing changed."""
    if isinstance(found, Missing):
        return _("Too few points to read runs: {have} of {need} needed.").format(
            have=found.have, need=found.need
        )
    text = (
        _(
            "Unusual for chance: of {useful} points off the median the longest run is {run} (at most {limit} "
            "expected), crossings {crossings} (at least {least})."
        )
        if found.is_unusual
        else _(
            "As chance would have it: of {useful} points off the median the longest run is {run} (at most "
            "{limit} expected), crossings {crossings} (at least {least}). A slow change can go unseen."
        )
    )
    return text.format(
        useful=found.useful,
        run=found.longest_run,
        limit=found.longest_run_limit,
        crossings=found.crossings,
        least=found.crossings_limit,
    )


def control_part(row: Indicator, found: ControlPart) -> str:
    """One part between two rebasings: its limits, what stands out, and whether it will meet the target."""
    limits = sentences.limits_note(row, (found,))
    if sentences.is_cumulative(row) or isinstance(found.limits, Missing):
        return limits
    return together(limits, _signals(found, found.limits), assurance(found.assurance))


def assurance(found: Assurance | Missing) -> str:
    return why(found) if isinstance(found, Missing) else _(ASSURANCES[found])


def signal(found: Signal) -> str:
    """One point that chance alone hardly explains."""
    return _("On {day}: {signal}.").format(day=format_date(found.on), signal=sentences.signal(found))


def trend(found: Trend | Missing) -> str:
    """Slow change with its interval, over which points, and whether it may as well be none."""
    if isinstance(found, Missing):
        few = found.reason is MissingReason.TOO_FEW_POINTS
        return too_few_for_trend(found) if few else why(found)
    text = _("Over {points} points from {begin} to {end}: {slope} a year, between {low} and {high} ({p}).")
    return together(
        text.format(
            points=found.points,
            begin=format_date(found.begins_on),
            end=format_date(found.ends_on),
            slope=signed(found.slope),
            low=signed(found.interval.low),
            high=signed(found.interval.high),
            p=p_value(found.p),
        ),
        _("It may as well be level.") if found.interval.low <= 0 <= found.interval.high else "",
    )


def _signals(part: ControlPart, found: Limits) -> str:
    if not part.signals:
        return _("No point stands out.")
    return ngettext(
        "{count} of {points} points stands out.", "{count} of {points} points stand out.", len(part.signals)
    ).format(count=len(part.signals), points=len(part.entries))
