"""Indicators and series of values for tests of this package."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlmodel import Session

from app.indicators.models import Indicator, Observation
from app.indicators.observation_schemas import ObservationCreate
from app.indicators.recording import record_observation
from app.indicators.schemas import IndicatorCreate
from app.indicators.service import define_indicator
from app.initiatives.models import Initiative
from app.measurement.months import add_months
from app.vocabulary import Aggregation, Aim, Direction, Frequency, IndicatorLevel

LONELINESS: dict[str, Any] = {
    "name": "Loneliness",
    "level": IndicatorLevel.OUTCOME,
    "aim": Aim.QUALITY,
    "unit": "points",
    "direction": Direction.DOWN,
    "minimum": 3,
    "maximum": 9,
    "decimals": 1,
    "frequency": Frequency.MONTHLY,
    "aggregation": Aggregation.PER_PERIOD,
}
BASELINE = {"baseline_value": "6.4", "baseline_on": "2024-01-01"}
TARGET = {"target_value": "5.4", "target_on": "2025-12-31"}


def define(session: Session, initiative: Initiative, **changed: Any) -> Indicator:
    return define_indicator(session, initiative, IndicatorCreate.model_validate(LONELINESS | changed))


def observe(
    session: Session, indicator: Indicator, value: str, on: date = date(2024, 2, 1), **more: Any
) -> Observation:
    new = {"observed_on": on, "value": Decimal(value), **more}
    return record_observation(session, indicator, ObservationCreate.model_validate(new))


def each_month(session: Session, indicator: Indicator, values: Sequence[str]) -> list[Observation]:
    """From February 2024 on."""
    first = date(2024, 2, 1)
    return [
        observe(session, indicator, value, add_months(first, place)) for place, value in enumerate(values)
    ]
