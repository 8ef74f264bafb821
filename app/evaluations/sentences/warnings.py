"""What a reader should check before concluding: one heading and one reason a rule."""

from app.evaluations.sentences.figures import together
from app.i18n import N_, _, ngettext
from app.i18n.formats import format_month, format_percent
from app.measurement.thresholds import DEFAULT
from app.measurement.warnings import LogWarning
from app.vocabulary import Side, WarningRule

REASONS: dict[WarningRule, str] = {
    WarningRule.LATE_ENTRIES: N_("Memory fades within a month. A late entry can still be right."),
    WarningRule.ONE_SIDED_LOG: N_("The time of the other side is likely to be missing in part."),
    WarningRule.NO_ASSESSMENT: N_("Nobody has logged that the work was assessed, together or alone."),
    WarningRule.CLAIM_WITHOUT_EVIDENCE: N_("A missing log is not proof; it is a reason to ask."),
    WarningRule.CONSULTATION_ONLY: N_("Being asked is not planning together."),
    WarningRule.CITIZENS_WORKED_PROFESSIONALS_DECIDED: N_("Hours are not influence."),
    WarningRule.NOBODY_ACCOUNTABLE: N_("If this phase fails, nobody answers."),
    WarningRule.PROPOSALS_WAITING: N_("Whoever asks and hears nothing asks no more."),
    WarningRule.NOBODY_ANSWERED_FOR: N_("Where all are responsible, nobody may be."),
    WarningRule.CITIZENS_NOT_TOLD: N_("They may have been told without an entry; it is a reason to ask."),
}


def heading(warning: LogWarning, phase: str = "") -> str:
    """`phase` is the name of the phase that the warning is about, if it is about one."""
    return _HEADINGS[warning.rule](warning, phase)


def reason(warning: LogWarning) -> str:
    return _(REASONS[warning.rule])


def told(warning: LogWarning, phase: str = "") -> str:
    """Heading and reason where they cannot stand apart."""
    return together(_("{heading}.").format(heading=heading(warning, phase)), reason(warning))


def _late(warning: LogWarning, phase: str) -> str:
    return ngettext(
        "{count} activity was entered more than {days} days after it happened",
        "{count} activities were entered more than {days} days after they happened",
        warning.count,
    ).format(count=warning.count, days=DEFAULT.late_entry_days)


def _one_sided(warning: LogWarning, phase: str) -> str:
    share = format_percent(warning.count / warning.of)
    by_citizens = warning.side is Side.CITIZENS
    text = (
        _("{share} of the entries come from citizens")
        if by_citizens
        else _("{share} of the entries come from professionals")
    )
    return text.format(share=share)


def _no_assessment(warning: LogWarning, phase: str) -> str:
    if warning.since is None:
        return _("No assessment is logged")
    return _("No assessment is logged since {month}").format(month=format_month(warning.since))


def _unevidenced(warning: LogWarning, phase: str) -> str:
    return _("{phase}: claimed, and the log does not bear it out").format(phase=phase)


def _consulted(warning: LogWarning, phase: str) -> str:
    return _("In planning, citizens were consulted and never more")


def _worked(warning: LogWarning, phase: str) -> str:
    return _("Citizens gave nearly all the hours, and professionals took the decisions")


def _nobody(warning: LogWarning, phase: str) -> str:
    return _("{phase}: nobody is named who answers for it").format(phase=phase)


def _waiting(warning: LogWarning, phase: str) -> str:
    return ngettext(
        "{count} proposal is open for more than {days} days",
        "{count} proposals are open for more than {days} days",
        warning.count,
    ).format(count=warning.count, days=DEFAULT.answer_days)


def _unowned(warning: LogWarning, phase: str) -> str:
    return ngettext(
        "Nobody answers for {count} of {of} incident",
        "Nobody answers for {count} of {of} incidents",
        warning.of,
    ).format(count=warning.count, of=warning.of)


def _untold(warning: LogWarning, phase: str) -> str:
    return ngettext(
        "Citizens were not told of {count} of {of} incident within {days} days",
        "Citizens were not told of {count} of {of} incidents within {days} days",
        warning.of,
    ).format(count=warning.count, of=warning.of, days=DEFAULT.telling_days)


_HEADINGS = {
    WarningRule.LATE_ENTRIES: _late,
    WarningRule.ONE_SIDED_LOG: _one_sided,
    WarningRule.NO_ASSESSMENT: _no_assessment,
    WarningRule.CLAIM_WITHOUT_EVIDENCE: _unevidenced,
    WarningRule.CONSULTATION_ONLY: _consulted,
    WarningRule.CITIZENS_WORKED_PROFESSIONALS_DECIDED: _worked,
    WarningRule.NOBODY_ACCOUNTABLE: _nobody,
    WarningRule.PROPOSALS_WAITING: _waiting,
    WarningRule.NOBODY_ANSWERED_FOR: _unowned,
    WarningRule.CITIZENS_NOT_TOLD: _untold,
}
