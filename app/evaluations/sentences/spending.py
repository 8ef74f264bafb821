"""Sums of money told whole: cash and goods beside each other, volunteers' time apart."""

from decimal import Decimal

from babel import numbers

from app.evaluations.sentences import costs
from app.evaluations.sentences.figures import rounded, together
from app.evaluations.sentences.lists import all_of
from app.evaluations.sentences.missing import why
from app.i18n import N_, _, ngettext
from app.i18n.formats import format_date, format_money, format_month, format_number
from app.i18n.labels import label
from app.i18n.locale import babel_locale
from app.measurement.break_even import BreakEven, CashFlow, Month
from app.measurement.cost import Converted, CostTotals, Natures, Rate, UnitCost
from app.measurement.missing import Missing, MissingReason
from app.vocabulary import Certainty, Currency

BY_MONTH: dict[Certainty, str] = {
    Certainty.CONFIRMED: N_("By {month}: costs {cost}, confirmed benefits {benefits}, both discounted."),
    Certainty.CLAIMED: N_("By {month}: costs {cost}, claimed benefits {benefits}, both discounted."),
    Certainty.EXPECTED: N_("By {month}: costs {cost}, expected benefits {benefits}, both discounted."),
}


def natures(found: Natures, currency: Currency) -> str:
    """Three sums side by side, and no sum of all three."""
    return _("{cash} in cash and {in_kind} in kind; volunteers’ time, {time}, is kept apart.").format(
        cash=costs.amount(found.cash, currency),
        in_kind=costs.amount(found.in_kind, currency),
        time=costs.amount(found.volunteer_time, currency),
    )


def totals(found: CostTotals) -> str:
    """Everything recorded in one currency, and how much of it is estimated."""
    count = len(found.entries)
    counted = ngettext("Up to {day}, in {count} entry:", "Up to {day}, in {count} entries:", count)
    return together(
        counted.format(day=format_date(found.as_of), count=count),
        natures(found.total, found.currency),
        _estimated(found),
    )


def per_participant(found: UnitCost | Missing) -> str:
    return _each(found, _("Per participant ({units}): {cash} in cash, {full} with goods."))


def per_hour(found: UnitCost | Missing) -> str:
    return _each(found, _("Per participant-hour ({units}): {cash} in cash, {full} with goods."))


def per_outcome(found: UnitCost | Missing) -> str:
    """Money beside what changed; that it changed for the money is not shown."""
    text = _("Per unit of outcome ({units}): {cash} in cash, {full} with goods. This shows no cause.")
    return _each(found, text)


def converted(found: Converted | Missing) -> str:
    """About how much in one currency, by which dated rates."""
    if isinstance(found, Missing):
        return why(found)
    total = costs.amount(found.amount, found.currency)
    if not found.rates:
        return _("{amount} in all, and nothing to convert.").format(amount=total)
    rates = all_of(_rate(currency, rate, found.currency) for currency, rate in found.rates.items())
    return _("About {amount} in all, with {rates}.").format(amount=total, rates=rates)


def cash_flow(found: CashFlow) -> str:
    """From when benefits cover the costs, for each certainty by itself, and what is left out."""
    count = len(found.months)
    if not count:
        return _("No cost and no benefit is logged.")
    spans = ngettext(
        "{count} month in {currency}, discounted at {rate} a year.",
        "{count} months in {currency}, discounted at {rate} a year.",
        count,
    ).format(count=count, currency=found.currency.value, rate=_yearly(found.annual_rate))
    covered = (_covered(certainty, found.break_even[certainty]) for certainty in Certainty)
    return together(spans, *covered, _left_out(len(found.without_factors)))


def month(found: Month, certainty: Certainty, currency: Currency) -> str:
    """What costs and benefits of one certainty add up to by a month."""
    told = _(BY_MONTH[certainty]).format(
        month=format_month(found.starts_on),
        cost=costs.amount(found.cumulative_cost, currency),
        benefits=costs.amount(found.cumulative_benefits[certainty], currency),
    )
    return together(told, _("That month is planned and has not come.") if found.is_planned else "")


def _covered(certainty: Certainty, found: BreakEven | Missing) -> str:
    """With the certainty before what is missing for any of them."""
    told = costs.break_even(found, certainty)
    if isinstance(found, BreakEven) or found.reason in {MissingReason.NO_BENEFIT, MissingReason.NOT_REACHED}:
        return told
    return _("{certainty}: {sentence}").format(certainty=label(certainty), sentence=told)


def _estimated(found: CostTotals) -> str:
    if not found.estimated.full:
        return ""
    return _("Of cash and goods, {amount} is estimated.").format(
        amount=costs.amount(found.estimated.full, found.currency)
    )


def _each(found: UnitCost | Missing, text: str) -> str:
    if isinstance(found, Missing):
        return why(found)
    first = text.format(
        units=format_number(found.units),
        cash=format_money(found.cash, found.currency.value),
        full=format_money(found.full, found.currency.value),
    )
    if found.cash == found.cash_without_set_up:
        return first
    rest = _("Without the set-up: {cash} in cash.").format(
        cash=format_money(found.cash_without_set_up, found.currency.value)
    )
    return together(first, rest)


def _rate(currency: Currency, found: Rate, into: Currency) -> str:
    return _("1 {currency} as {rate} {into} on {day} ({source})").format(
        currency=currency.value,
        rate=rounded(found.rate),
        into=into.value,
        day=format_date(found.on),
        source=found.source,
    )


def _yearly(rate: Decimal) -> str:
    return numbers.format_percent(rate, locale=babel_locale(), decimal_quantization=False)


def _left_out(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "{count} benefit is left out: its attribution or deadweight is not stated.",
        "{count} benefits are left out: their attribution or deadweight is not stated.",
        count,
    ).format(count=count)
