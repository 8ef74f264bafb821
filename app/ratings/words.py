"""The one question in words that need no explaining: on the page, on the printed sheet, in both languages."""

from app.i18n import N_, _
from app.vocabulary import PhaseKind, Side

ANSWERS = {
    1: N_("Professionals alone"),
    2: N_("Mostly professionals"),
    3: N_("Both equally"),
    4: N_("Mostly citizens"),
    5: N_("Citizens alone"),
}
IN_PLAIN_WORDS = {
    PhaseKind.COMMISSIONING: N_("Deciding what is needed most"),
    PhaseKind.DESIGN: N_("Working out how to do it"),
    PhaseKind.DELIVERY: N_("Doing it, day by day"),
    PhaseKind.ASSESSMENT: N_("Looking at how it went"),
}
AS_WHOM = {
    Side.CITIZENS: N_("You answer as a citizen: somebody it is for, a relative, a neighbour or a volunteer."),
    Side.PROFESSIONALS: N_("You answer as a professional: somebody who is paid to work on it."),
}
SHOWN_FROM = {
    Side.CITIZENS: N_("Results are shown once at least {n} citizens have answered, and only together."),
    Side.PROFESSIONALS: N_(
        "Results are shown once at least {n} professionals have answered, and only together."
    ),
}


def answers() -> dict[int, str]:
    """The five choices, from professionals alone to citizens alone."""
    return {rating: _(words) for rating, words in ANSWERS.items()}


def in_plain_words(kind: PhaseKind) -> str:
    """What people do in such a phase, for those who do not know our words for it."""
    return _(IN_PLAIN_WORDS[kind])


def as_whom(side: Side) -> str:
    return _(AS_WHOM[side])


def shown_from(side: Side, n: int) -> str:
    return _(SHOWN_FROM[side]).format(n=n)
