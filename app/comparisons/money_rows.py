"""Money of both, a currency by itself: nothing is converted, and nothing added."""

from collections.abc import Iterable

from app.comparisons.compared import Compared, Comparison
from app.comparisons.row import Figures, Row
from app.evaluations.figures import Figure
from app.evaluations.money_rows import MoneyRow, money_rows
from app.i18n import _
from app.i18n.labels import label
from app.vocabulary import Currency


def cost_rows(found: Comparison) -> list[Row]:
    left, right = _by_currency(found.left), _by_currency(found.right)
    return [
        row
        for currency in sorted(left | right)
        for row in _rows(left.get(currency), right.get(currency), label(currency))
    ]


def _by_currency(one: Compared) -> dict[Currency, MoneyRow]:
    return {money.currency: money for money in money_rows(one.evaluation, one.links)}


def _rows(left: MoneyRow | None, right: MoneyRow | None, currency: str) -> list[Row]:
    spent = _("{currency}: what was spent").format(currency=currency)
    covered = _("{currency}: break-even").format(currency=currency)
    return [Row(spent, _spent(left), _spent(right)), Row(covered, _covered(left), _covered(right))]


def _spent(money: MoneyRow | None) -> Figures:
    return _lines(money.natures) if money else _nothing()


def _covered(money: MoneyRow | None) -> Figures:
    """The sentence says itself which benefits it counts."""
    return [figure for _name, figure in money.covered] if money else _nothing()


def _lines(named: Iterable[tuple[str, Figure]]) -> Figures:
    return [
        Figure(_("{subject}: {reason}").format(subject=name, reason=figure.text), figure.href)
        for name, figure in named
    ]


def _nothing() -> Figures:
    return [Figure(_("Nothing is logged in this currency. That is not zero."))]
