"""Costs and benefits in words, a currency each, with the entries behind them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.evaluations.document import Evaluation
from app.evaluations.figures import Figure
from app.evaluations.links import Links
from app.evaluations.money import Money
from app.evaluations.sentences import costs
from app.evaluations.sentences.missing import why
from app.i18n import _
from app.i18n.labels import label
from app.measurement.cost import UnitCost
from app.measurement.missing import Missing
from app.vocabulary import Certainty, CostNature, Currency


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """`natures` stand side by side and are never one sum; `covered` says when benefits cover costs."""

    currency: Currency
    natures: Sequence[tuple[str, Figure]]
    per_participant: str
    covered: Sequence[tuple[str, Figure]]


def money_rows(evaluation: Evaluation, links: Links) -> list[MoneyRow]:
    return [
        MoneyRow(
            currency=money.currency,
            natures=[(label(nature), _nature(money, nature, links)) for nature in CostNature],
            per_participant=_each(money.per_participant, money.currency),
            covered=[(label(certainty), _covered(money, certainty, links)) for certainty in Certainty],
        )
        for money in evaluation.costs
    ]


def _nature(money: Money, nature: CostNature, links: Links) -> Figure:
    total = getattr(money.totals.total, nature.value) if money.totals else None
    if not total:
        return Figure(_("Nothing is logged. That is not zero."))
    return Figure(costs.amount(total, money.currency), f"{links.costs()}?nature={nature}")


def _each(found: UnitCost | Missing, currency: Currency) -> str:
    return why(found) if isinstance(found, Missing) else costs.amount(found.cash, currency)


def _covered(money: Money, certainty: Certainty, links: Links) -> Figure:
    return Figure(costs.break_even(money.flow.break_even[certainty], certainty), links.costs())
