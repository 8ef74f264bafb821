"""What it cost and what came of it, in each currency by itself."""

from decimal import Decimal

from babel import numbers

from app.evaluations.money import ANNUAL_RATE, Money
from app.evaluations.sentences.missing import why
from app.i18n import N_, _, ngettext
from app.i18n.formats import format_money, format_month
from app.i18n.locale import babel_locale
from app.measurement.break_even import BreakEven
from app.measurement.missing import Missing, MissingReason
from app.vocabulary import Certainty, Currency

COVERED: dict[Certainty, str] = {
    Certainty.CONFIRMED: N_("Confirmed benefits cover the costs from {month} on."),
    Certainty.CLAIMED: N_("Claimed benefits cover the costs from {month} on."),
    Certainty.EXPECTED: N_("Expected benefits cover the costs from {month} on."),
}
NONE_LOGGED: dict[Certainty, str] = {
    Certainty.CONFIRMED: N_("No confirmed benefit is logged."),
    Certainty.CLAIMED: N_("No claimed benefit is logged."),
    Certainty.EXPECTED: N_("No expected benefit is logged."),
}


def amount(number: Decimal, currency: Currency) -> str:
    """Whole units: cents would only be noise here."""
    return format_money(number, currency.value, whole=True)


def spent(money: Money) -> str:
    """Cash and goods beside each other; volunteers' time is never added."""
    if money.totals is None:
        return _("No cost is logged.")
    total = money.totals.total
    if not total.in_kind:
        return _("{cash} in cash up to this day.").format(cash=amount(total.cash, money.currency))
    return _("{cash} in cash and {in_kind} in kind up to this day.").format(
        cash=amount(total.cash, money.currency), in_kind=amount(total.in_kind, money.currency)
    )


def break_even(found: BreakEven | Missing, certainty: Certainty) -> str:
    """From when benefits of one certainty cover the costs for good, or why that cannot be said."""
    if isinstance(found, BreakEven):
        return _(COVERED[certainty]).format(month=format_month(found.month))
    if found.reason is MissingReason.NO_BENEFIT:
        return _(NONE_LOGGED[certainty])
    if found.reason is MissingReason.NOT_REACHED:
        return not_recovered(int(found.have), certainty)
    return why(found)


def not_recovered(months: int, certainty: Certainty) -> str:
    texts = {
        Certainty.CONFIRMED: ngettext(
            "Costs not recovered in {months} month, counting confirmed benefits.",
            "Costs not recovered in {months} months, counting confirmed benefits.",
            months,
        ),
        Certainty.CLAIMED: ngettext(
            "Costs not recovered in {months} month, counting claimed benefits.",
            "Costs not recovered in {months} months, counting claimed benefits.",
            months,
        ),
        Certainty.EXPECTED: ngettext(
            "Costs not recovered in {months} month, counting expected benefits.",
            "Costs not recovered in {months} months, counting expected benefits.",
            months,
        ),
    }
    return texts[certainty].format(months=months)


def how_counted() -> str:
    """What stands under the money: sums as entered, break-even discounted, time kept apart."""
    return _(
        "Lines add up the entries as they are, in prices of their day. Break-even discounts both sides at "
        "{rate} a year. Volunteers’ time is kept apart from both."
    ).format(rate=numbers.format_percent(ANNUAL_RATE, locale=babel_locale(), decimal_quantization=False))
