"""Findings with nothing said that a test does not care about, and indicators to speak of."""

from datetime import date
from typing import Any

from sqlmodel import Session

from app.findings.models import Finding
from app.findings.schemas import FindingCreate
from app.findings.service import write_finding
from app.indicators.models import Indicator
from app.indicators.schemas import IndicatorCreate
from app.indicators.service import define_indicator
from app.initiatives.models import Initiative
from tests.support.world import World

PAGE = "/initiatives/good-neighbours/findings"

TYPED = {
    "found_on": "2025-03-01",
    "question": "Do people feel less lonely?",
    "judgement": "They say so since spring. A warm spring would explain it as well.",
    "strength": "weak",
}
"""The least that the form takes."""


def make_finding(session: Session, world: World, found_on: date = date(2025, 3, 1), **given: Any) -> Finding:
    fields = TYPED | {"found_on": found_on}
    return write_finding(session, world.initiative, FindingCreate.model_validate(fields | given))


def make_indicator(session: Session, initiative: Initiative, name: str = "Loneliness") -> Indicator:
    new = {
        "name": name,
        "level": "outcome",
        "direction": "down",
        "frequency": "monthly",
        "aggregation": "per_period",
        "effect_service": "own",
    }
    return define_indicator(session, initiative, IndicatorCreate.model_validate(new))
