"""The cost side of an evaluation: one currency by itself, what was spent, what came of it, month by month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.measurement.break_even import COUNTED, CashFlow, cash_flow
from app.measurement.cost import CostTotals, UnitCost, cost_totals, unit_cost
from app.measurement.missing import Missing
from app.measurement.records import Benefit, Cost
from app.vocabulary import Currency

ANNUAL_RATE = Decimal("0.035")
"""The Green Book's social time preference rate, real, as it stood in December 2025. Pages print it."""
UNDISCOUNTED = Decimal(0)


@dataclass(frozen=True, slots=True)
class Money:
    """One currency up to the day. `flow` is discounted, for the break-even; `plain` adds up the entries.

    `spent` are the costs in cash and in kind that both of them count.
    """

    currency: Currency
    totals: CostTotals | None
    flow: CashFlow
    plain: CashFlow
    per_participant: UnitCost | Missing
    spent: tuple[Cost, ...]
    gained: tuple[Benefit, ...]


def money(
    costs: Sequence[Cost], benefits: Sequence[Benefit], as_of: date, participants: int | None = None
) -> tuple[Money, ...]:
    """Every currency that occurs in a cost or a benefit, in the order of their codes."""
    totals = cost_totals(costs, as_of)
    named = {cost.currency for cost in costs} | {benefit.currency for benefit in benefits}
    return tuple(
        Money(
            currency=currency,
            totals=totals.get(currency),
            flow=cash_flow(costs, benefits, currency, as_of, ANNUAL_RATE),
            plain=cash_flow(costs, benefits, currency, as_of, UNDISCOUNTED),
            per_participant=unit_cost(totals.get(currency), participants),
            spent=tuple(c for c in costs if _is_spent(c, currency, as_of)),
            gained=tuple(b for b in benefits if b.currency is currency and b.received_on <= as_of),
        )
        for currency in sorted(named)
    )


def _is_spent(cost: Cost, currency: Currency, as_of: date) -> bool:
    return cost.currency is currency and cost.nature in COUNTED and cost.spent_on <= as_of
