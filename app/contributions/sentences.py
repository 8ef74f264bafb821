"""How a contribution and the explanations beside it are told: never that anything is proven."""

from collections.abc import Sequence
from datetime import date

from app.contributions.models import Contribution, Explanation
from app.i18n import _, ngettext
from app.i18n.formats import format_day
from app.i18n.labels import label
from app.vocabulary import ExplanationWeight


def judged(contribution: Contribution) -> str:
    if contribution.strength is None or contribution.judged_on is None:
        return _("Nobody has judged it yet.")
    return _("Judged on {day}: {strength}").format(
        day=format_day(contribution.judged_on), strength=label(contribution.strength)
    )


def judged_at(contribution: Contribution, as_of: date) -> str:
    """As it was known on a day, with the words of the judgement."""
    if contribution.judged_on is None or contribution.judged_on > as_of:
        return _("Nobody has judged it yet.")
    return f"{judged(contribution)}. {contribution.judgement}"


def considered(explanations: Sequence[Explanation]) -> str:
    """How many other explanations there are, and how many of them nobody has weighed."""
    if not explanations:
        return _("No other explanation has been considered.")
    count = len(explanations)
    told = ngettext(
        "{count} other explanation has been considered.",
        "{count} other explanations have been considered.",
        count,
    ).format(count=count)
    unweighed = sum(one.weight is ExplanationWeight.OPEN for one in explanations)
    if not unweighed:
        return told
    waiting = ngettext("{count} of them is open.", "{count} of them are open.", unweighed)
    return f"{told} {waiting.format(count=unweighed)}"
