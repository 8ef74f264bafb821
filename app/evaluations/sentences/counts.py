"""Parts of a whole, and counts of which the small ones are hidden."""

from collections.abc import Iterable

from app.evaluations.sentences.missing import why
from app.i18n import _, ngettext
from app.i18n.formats import format_number, format_percent
from app.measurement.disclosure import Masked, MaskedRow, MaskedTable, Shown
from app.measurement.missing import Missing
from app.measurement.proportions import Proportion


def proportion(found: Proportion | Missing) -> str:
    """Three of ten; a percentage with its interval where there are enough."""
    if isinstance(found, Missing):
        return why(found)
    text = (
        _("{count} of {n} people: {share}, between {low} and {high}.")
        if found.as_percentage
        else _("{count} of {n} people.")
    )
    return text.format(
        count=format_number(found.count),
        n=format_number(found.n),
        share=format_percent(found.share),
        low=format_percent(found.interval.low),
        high=format_percent(found.interval.high),
    )


def masked(shown: Shown) -> str:
    """Whether it is small itself, or hidden to protect a small one, stays untold."""
    if isinstance(shown, Masked):
        return _("Hidden, so that no count below {below} can be told.").format(below=shown.below)
    return ngettext("{count} person.", "{count} people.", shown).format(count=format_number(shown))


def masked_row(found: MaskedRow) -> str:
    return _hidden_among([*found.cells, found.total])


def masked_table(found: MaskedTable) -> str:
    inner = [shown for row in found.cells for shown in row]
    return _hidden_among([*inner, *found.row_totals, *found.column_totals, found.total])


def _hidden_among(counts: Iterable[Shown]) -> str:
    """How many counts are hidden, totals among them, and why."""
    shown = list(counts)
    hidden = [count for count in shown if isinstance(count, Masked)]
    if not hidden:
        return _("All counts are shown, with their totals: {counts}.").format(counts=len(shown))
    return _(
        "Hidden: {hidden} of {counts} counts and totals, so that none below {below} can be worked out."
    ).format(hidden=len(hidden), counts=len(shown), below=hidden[0].below)
