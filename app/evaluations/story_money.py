"""The panel of money: what was spent, and what came of it by how sure it is, added up over time."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from babel.numbers import format_compact_currency

from app.charts.scales import next_month
from app.charts.story import Absent, MoneyLine
from app.charts.story import Money as MoneyPanel
from app.evaluations.money import Money
from app.i18n import N_, _
from app.i18n.locale import babel_locale
from app.measurement.break_even import Month
from app.vocabulary import Certainty, Currency

NAMES: dict[Certainty, str] = {
    Certainty.EXPECTED: N_("Expected {amount}"),
    Certainty.CLAIMED: N_("Claimed {amount}"),
    Certainty.CONFIRMED: N_("Confirmed {amount}"),
}


def money_panel(money: Money | None, until: date) -> MoneyPanel | Absent:
    months = [month for month in money.plain.months if month.starts_on <= until] if money else []
    if money is None or not months:
        return Absent(_("Money, added up"), _("No cost is logged. That is not zero."))
    return MoneyPanel(
        title=_("Money, added up"),
        unit=_("costs in cash and kind, and benefits"),
        lines=tuple(_lines(months, money.currency, until)),
        axis_label=lambda value: compact(Decimal(value), money.currency),
    )


def compact(amount: Decimal, currency: Currency) -> str:
    """£2.71M: exact sums are in the table."""
    return format_compact_currency(
        amount, currency.value, locale=babel_locale(), fraction_digits=0 if abs(amount) < 1_000_000 else 2
    )


def _lines(months: list[Month], currency: Currency, until: date) -> Iterator[MoneyLine]:
    costs = [(_end(month, until), month.cumulative_cost) for month in months]
    yield _line(None, _("Costs {amount}"), costs, currency)
    for certainty in Certainty:
        gained = [(_end(month, until), month.cumulative_benefits[certainty]) for month in months]
        if gained[-1][1]:
            yield _line(certainty, _(NAMES[certainty]), gained, currency)


def _line(
    certainty: Certainty | None, name: str, points: list[tuple[date, Decimal]], currency: Currency
) -> MoneyLine:
    return MoneyLine(
        certainty,
        name.format(amount=compact(points[-1][1], currency)),
        tuple((day, float(amount)) for day, amount in points),
    )


def _end(month: Month, until: date) -> date:
    """A month's sum is reached on its last day."""
    return min(next_month(month.starts_on) - timedelta(days=1), until)
