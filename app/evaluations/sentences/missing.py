"""Why a result is missing, as a sentence: what there is and what is needed."""

from app.i18n import N_, _
from app.i18n.formats import format_number
from app.measurement.missing import Missing, MissingReason

SENTENCES: dict[MissingReason, str] = {
    MissingReason.TOO_FEW_ACTIVITIES: N_("Too few activities: {have} of {need} needed."),
    MissingReason.TOO_FEW_HOURS: N_("Too few hours: {have} of {need} needed."),
    MissingReason.TOO_FEW_VIEWS: N_("Too few answers: {need} needed."),
    MissingReason.TOO_FEW_POINTS: N_("Too few points: {have} of {need} needed."),
    MissingReason.TOO_FEW_POINTS_BEFORE: N_("Too few points before the change: {have} of {need} needed."),
    MissingReason.TOO_FEW_POINTS_AFTER: N_("Too few points after the change: {have} of {need} needed."),
    MissingReason.TOO_FEW_PAIRS: N_("Too few matched pairs: {have} of {need} needed."),
    MissingReason.TOO_FEW_PEOPLE: N_("Too few people: {need} needed."),
    MissingReason.TOO_FEW_INITIATIVES: N_("Too few initiatives: {have} of {need} needed."),
    MissingReason.TOO_FEW_ENTRIES: N_("Too few entries: {have} of {need} needed."),
    MissingReason.NOT_RECORDED: N_("Nobody has recorded this. That is not zero."),
    MissingReason.NO_BASELINE: N_("There is no baseline to compare with."),
    MissingReason.NO_TARGET: N_("No target is set."),
    MissingReason.NO_OBSERVATION: N_("No data yet. That is not zero."),
    MissingReason.NO_DIRECTION: N_("Neither way is better, so there is nothing to judge."),
    MissingReason.TARGET_IS_BASELINE: N_("The target equals the baseline: there is no way to measure."),
    MissingReason.TARGET_AGAINST_DIRECTION: N_("The target lies on the worse side of the baseline."),
    MissingReason.NO_VARIATION: N_("All values are equal: there are no limits to draw."),
    MissingReason.NO_INTERVAL: N_("No interval can be given."),
    MissingReason.UNEVEN_SPACING: N_("The points are not evenly spaced."),
    MissingReason.CHANGE_NOT_CLEAR: N_("The change is not clear enough to divide a cost by it."),
    MissingReason.NO_DENOMINATOR: N_("Nobody has recorded how many people took part."),
    MissingReason.NO_BENEFIT: N_("No benefit of this kind is logged."),
    MissingReason.NO_COST: N_("No cost is logged."),
    MissingReason.NO_PROPOSAL: N_("No proposal is logged. That is not zero."),
    MissingReason.NO_ANSWER: N_("No proposal is answered yet."),
    MissingReason.NO_INCIDENT: N_("No incident is logged. That is not zero."),
    MissingReason.FACTOR_NOT_STATED: N_(
        "Attribution and deadweight are stated for {have} of {need} benefits, and needed for all."
    ),
    MissingReason.NO_RATE: N_("No rate with a source is set."),
    MissingReason.NOT_REACHED: N_("Not reached in {have} months."),
    MissingReason.MASKED: N_("Hidden, since few people stand behind it."),
}


def why(missing: Missing) -> str:
    """Counts of people are not told here: a small one must stay untold."""
    return _(SENTENCES[missing.reason]).format(
        have=format_number(missing.have), need=format_number(missing.need)
    )


def too_few_for_trend(missing: Missing) -> str:
    """What is said where a trend would stand."""
    return _("Too few points to show a trend: {have} of {need} needed.").format(
        have=missing.have, need=missing.need
    )
