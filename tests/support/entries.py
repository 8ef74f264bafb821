"""Entries for tests that need some in the log."""

from datetime import date
from typing import Any

from sqlmodel import Session

from app.activities.models import Activity
from app.activities.schemas import ActivityCreate
from app.activities.service import log_activity
from app.vocabulary import CitizenRole, Decision
from tests.support.world import World


def make_activity(
    session: Session, world: World, happened_on: date = date(2025, 4, 12), **changed: Any
) -> Activity:
    fields = {
        "phase_id": world.delivery.key,
        "happened_on": happened_on,
        "title": "Exchange of the mentors",
        "citizen_role": CitizenRole.CO_LED,
        "decision": Decision.JOINTLY,
    }
    return log_activity(session, world.initiative, ActivityCreate.model_validate(fields | changed))
