"""Before beside after, of a series and of people: that they differ says nothing of why."""

from app.evaluations.sentences.figures import p_value, rounded, signed, together
from app.evaluations.sentences.missing import why
from app.evaluations.sentences.process import order_not_cause
from app.i18n import N_, _
from app.i18n.formats import format_date, format_number
from app.measurement.disclosure import Masked, Shown, mask_row
from app.measurement.missing import Missing
from app.measurement.movement import Movement
from app.measurement.pairs import EffectSize, PairedChange
from app.measurement.segmented import BeforeAfter, Estimate, Segmented
from app.measurement.thresholds import DEFAULT

MOVED: dict[Movement, str] = {
    Movement.IMPROVED: N_("That is the way that is better."),
    Movement.WORSE: N_("That is the way that is worse."),
    Movement.SAME: N_("The two medians are the same."),
    Movement.UNDIRECTED: N_("Neither way is better."),
}


def before_after(found: BeforeAfter | Missing) -> str:
    """Two medians either side of a day."""
    if isinstance(found, Missing):
        return why(found)
    beside = _(
        "Median {before} over {points_before} points before {day}, {after} over {points_after} points since."
    ).format(
        before=rounded(found.median_before),
        points_before=found.points_before,
        day=format_date(found.changed_on),
        after=rounded(found.median_after),
        points_after=found.points_after,
    )
    return together(beside, _(MOVED[found.movement]), order_not_cause())


def segmented(found: Segmented | Missing) -> str:
    """An interrupted series: the step and the turn, each with its interval."""
    if isinstance(found, Missing):
        return why(found)
    rests_on = _("Change on {day}, with {before} points before it and {after} since.").format(
        day=format_date(found.changed_on), before=found.points_before, after=found.points_after
    )
    return together(rests_on, step(found.level), turn(found.slope), order_not_cause())


def step(found: Estimate) -> str:
    return _estimated(_("Step in level: {value}, between {low} and {high} ({p})."), found)


def turn(found: Estimate) -> str:
    return _estimated(_("Change of slope a period: {value}, between {low} and {high} ({p})."), found)


def paired_change(found: PairedChange | Missing) -> str:
    """Change on matched pairs, its interval only where there are enough, and who is not seen."""
    if isinstance(found, Missing):
        return why(found)
    return together(_mean_change(found), _ways(found), _seen_again(found))


def effect_size(found: EffectSize | Missing) -> str:
    """How large a change is beside the differences between people."""
    if isinstance(found, Missing):
        return why(found)
    return _(
        "Hedges’ g is {g}, in standard deviations of {sd}, with {degrees} degrees of freedom. The size alone "
        "does not say whether it matters."
    ).format(g=signed(found.g), sd=rounded(found.sd), degrees=found.degrees)


def _estimated(text: str, found: Estimate) -> str:
    p = _("no p-value") if isinstance(found.p, Missing) else p_value(found.p)
    told = text.format(
        value=signed(found.value), low=signed(found.interval.low), high=signed(found.interval.high), p=p
    )
    level = found.interval.low <= 0 <= found.interval.high
    return together(told, _("It may as well be none.") if level else "")


def _mean_change(found: PairedChange) -> str:
    text = (
        _("Mean change {mean} over {pairs} matched pairs, between {low} and {high}; median {median}.")
        if found.is_headline
        else _(
            "Mean change {mean} over {pairs} matched pairs, too few for a firm interval ({need} needed); "
            "median {median}."
        )
    )
    return text.format(
        mean=signed(found.mean),
        pairs=found.pairs,
        low=signed(found.interval.low),
        high=signed(found.interval.high),
        median=signed(found.median),
        need=DEFAULT.interval_pairs,
    )


def _ways(found: PairedChange) -> str:
    """How many went which way; few people stay uncounted, and cannot be had back from the others."""
    if found.undirected:
        return ""
    counts = (found.improved, found.same, found.worse)
    improved, same, worse = map(_count, mask_row(counts, DEFAULT.disclosure_inside).cells)
    return _("Better: {improved}; the same: {same}; worse: {worse}.").format(
        improved=improved, same=same, worse=worse
    )


def _seen_again(found: PairedChange) -> str:
    return _("{pairs} of {began} people who began are seen again.").format(
        pairs=found.pairs, began=found.began
    )


def _count(shown: Shown) -> str:
    return _("hidden") if isinstance(shown, Masked) else format_number(shown)
