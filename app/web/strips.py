"""The lead strip in the reader's language: its words, and one phase read aloud."""

from app.charts.lanes import StripPhase
from app.charts.strip import StripWords
from app.i18n import _
from app.i18n.labels import label
from app.vocabulary import Lead


def strip_words() -> StripWords:
    return StripWords(
        leads={lead: label(lead) for lead in Lead},
        not_enough=_("Not enough evidence"),
        no_claim=_("No claim"),
        sentence=read_aloud,
        today=_("today"),
    )


def read_aloud(phase: StripPhase) -> str:
    """Design: claimed Citizens, the log shows Professionals"""
    return _("{phase}: claimed {claimed}, the log shows {evidenced}").format(
        phase=phase.name,
        claimed=label(phase.claimed) if phase.claimed else _("nothing"),
        evidenced=label(phase.evidenced) if phase.evidenced else _("not enough evidence"),
    )
