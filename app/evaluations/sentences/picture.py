"""The large picture read aloud: one sentence a panel."""

from datetime import date

from app.evaluations.document import Evaluation, IndicatorResult
from app.evaluations.money import Money
from app.evaluations.sentences import costs, outcomes, process
from app.i18n import _
from app.i18n.formats import format_date


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


def silence(since: date) -> str:
    """Why the picture ends before the day it is drawn for."""
    return _("Nothing is logged after {day}.").format(day=format_date(since))
