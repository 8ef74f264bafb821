"""Rows of a log with nothing said that a test does not care about."""

from datetime import date
from decimal import Decimal
from typing import Any

from app.activities.models import Activity
from app.costs.models import Benefit, Cost
from app.indicators.models import Indicator, Observation
from app.initiatives.models import Initiative, Phase
from app.vocabulary import (
    Aggregation,
    Aim,
    Certainty,
    CitizenRole,
    CostNature,
    CostStage,
    Currency,
    Decision,
    Direction,
    EffectService,
    Frequency,
    IndicatorLevel,
    Level,
)


def activity(phase: Phase, happened_on: date, **fields: Any) -> Activity:
    """Led and decided together, ten hours a side."""
    given: dict[str, Any] = {
        "title": "Exchange",
        "citizen_role": CitizenRole.CO_LED,
        "decision": Decision.JOINTLY,
        "level": Level.GROUP,
        "citizens": 8,
        "professionals": 2,
        "citizen_hours": Decimal(10),
        "professional_hours": Decimal(10),
        "entered_on": happened_on,
    }
    return Activity(
        initiative_id=phase.initiative_id, phase_id=phase.key, happened_on=happened_on, **(given | fields)
    )


def cost(initiative: Initiative, spent_on: date, amount: str, **fields: Any) -> Cost:
    given: dict[str, Any] = {
        "currency": Currency.GBP,
        "stage": CostStage.RUNNING,
        "nature": CostNature.CASH,
    }
    return Cost(initiative_id=initiative.key, spent_on=spent_on, amount=Decimal(amount), **(given | fields))


def benefit(initiative: Initiative, received_on: date, amount: str, **fields: Any) -> Benefit:
    given: dict[str, Any] = {
        "currency": Currency.GBP,
        "certainty": Certainty.CONFIRMED,
        "service": "Housing",
    }
    return Benefit(
        initiative_id=initiative.key, received_on=received_on, amount=Decimal(amount), **(given | fields)
    )


def indicator(initiative: Initiative, **fields: Any) -> Indicator:
    """An outcome of the aim that the world's initiative declares."""
    given: dict[str, Any] = {
        "name": "Loneliness",
        "level": IndicatorLevel.OUTCOME,
        "aim": Aim.QUALITY,
        "direction": Direction.DOWN,
        "frequency": Frequency.IRREGULAR,
        "aggregation": Aggregation.PER_PERIOD,
        "effect_service": EffectService.OWN,
    }
    return Indicator(initiative_id=initiative.key, **(given | fields))


def observation(measure: Indicator, observed_on: date, value: str, **fields: Any) -> Observation:
    return Observation(
        initiative_id=measure.initiative_id,
        indicator_id=measure.key,
        observed_on=observed_on,
        value=Decimal(value),
        **fields,
    )
