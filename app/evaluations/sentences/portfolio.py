"""Many initiatives side by side: counted, never ranked, and what differs between them named."""

from app.evaluations.sentences.figures import signed, together
from app.evaluations.sentences.lists import all_of
from app.evaluations.sentences.missing import why
from app.evaluations.sentences.process import OUTSIDE
from app.i18n import N_, _, ngettext
from app.i18n.labels import label
from app.measurement.association import Association
from app.measurement.missing import Missing
from app.measurement.portfolio import Context, LeadCount, Pairing, Portfolio
from app.vocabulary import Lead, PhaseKind

CONTEXTS: dict[Context, str] = {
    Context.COUNTRY: N_("country"),
    Context.SECTOR: N_("sector"),
    Context.ORGANIZATION_TYPE: N_("type of organization"),
}


def portfolio(found: Portfolio) -> str:
    """How many co-produce by their logs, and in what they are not alike."""
    if not found.initiatives:
        return _("There is no initiative to count.")
    text = ngettext(
        "By the log {together} of {count} initiative co-produces, {balanced} in full; no cell: {unknown}.",
        "By the log {together} of {count} initiatives co-produce, {balanced} in full; no cell: {unknown}.",
        found.initiatives,
    )
    inside = sum(count for number, count in found.by_cell.items() if number not in OUTSIDE)
    counted = text.format(
        together=inside,
        count=found.initiatives,
        balanced=found.balanced,
        unknown=len(found.without_cell),
    )
    return together(counted, _differing(found))


def group(name: str, found: Portfolio) -> str:
    """One country, sector or type of organization; `name` is its word for readers."""
    return _("{group}: {sentence}").format(group=name, sentence=portfolio(found))


def lead_count(kind: PhaseKind, found: LeadCount) -> str:
    """Who led one kind of phase, in how many of them."""
    return _(
        "{kind}: citizens led in {citizens} of {count}, both together in {together}, professionals in "
        "{professionals}; in {missing} the log cannot tell."
    ).format(
        kind=label(kind),
        count=len(found.initiatives) + found.missing,
        citizens=found.by_lead[Lead.CITIZENS],
        together=found.by_lead[Lead.TOGETHER],
        professionals=found.by_lead[Lead.PROFESSIONALS],
        missing=found.missing,
    )


def pairing(found: Pairing) -> str:
    """Process beside outcome, and how many lack either."""
    return together(association(found.association), _left_out(len(found.left_out)))


def association(found: Association | Missing) -> str:
    """How far two orders agree; no cause follows."""
    if isinstance(found, Missing):
        return why(found)
    return together(_rho(found), _("This shows an order in common, not a cause."))


def _rho(found: Association) -> str:
    if isinstance(found.interval, Missing):
        return _("Rank correlation over {n} initiatives: {rho}. No interval can be given.").format(
            n=found.n, rho=signed(found.rho)
        )
    text = (
        _("Rank correlation over {n} initiatives: {rho}, between {low} and {high}; it may as well be none.")
        if found.interval.low <= 0 <= found.interval.high
        else _("Rank correlation over {n} initiatives: {rho}, between {low} and {high}.")
    )
    return text.format(
        n=found.n,
        rho=signed(found.rho),
        low=signed(found.interval.low),
        high=signed(found.interval.high),
    )


def _left_out(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "{count} initiative is left out, since one of the two values lacks.",
        "{count} initiatives are left out, since one of the two values lacks.",
        count,
    ).format(count=count)


def _differing(found: Portfolio) -> str:
    if not found.differing:
        return ""
    return _("They differ in {contexts}, and were not picked to be compared.").format(
        contexts=all_of(_(CONTEXTS[context]) for context in found.differing)
    )
