"""The large picture read aloud: one sentence a panel."""

from app.evaluations.document import Evaluation, IndicatorResult
from app.evaluations.money import Money
from app.evaluations.sentences import costs, outcomes, process


def description(evaluation: Evaluation, indicator: IndicatorResult | None, money: Money | None) -> str:
    """For those who do not see it."""
    return " ".join(
        [
            process.claims_borne_out(evaluation.process.claims),
            *([outcomes.named(indicator, outcomes.change(indicator))] if indicator else []),
            *([costs.spent(money)] if money else []),
            process.order_not_cause(),
        ]
    )
