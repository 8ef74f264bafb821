"""What a person types, and rows of learning with nothing said that a test does not care about."""

from datetime import date
from typing import Any

from sqlmodel import Session

from app.learning.models import Incident, Obstacle, Proposal, Story
from app.learning.schemas import IncidentCreate, ObstacleCreate, ProposalCreate, StoryCreate
from app.learning.service import log_incident, log_obstacle, log_proposal, log_story
from tests.support.world import World

PAGE = "/initiatives/good-neighbours/learning"

TYPED: dict[str, dict[str, str]] = {
    "proposals": {"made_on": "2025-03-01", "side": "citizens", "text": "A bench at the bus stop"},
    "obstacles": {
        "noticed_on": "2025-03-01",
        "influence": "obstacle",
        "kind": "red_tape",
        "text": "Permits take eleven weeks",
    },
    "incidents": {"happened_on": "2025-03-01", "text": "The bus did not come", "answered_by": "Chair"},
    "stories": {
        "told_on": "2025-03-01",
        "text": "I know my neighbours again",
        "consent": "inside",
        "strength": "one_voice",
    },
}
"""The least that each form takes, by the word in its address."""


def make_proposal(session: Session, world: World, made_on: date = date(2025, 3, 1), **given: Any) -> Proposal:
    fields = {"made_on": made_on, "side": "citizens", "text": "A bench at the bus stop"}
    return log_proposal(session, world.initiative, ProposalCreate.model_validate(fields | given))


def make_obstacle(
    session: Session, world: World, noticed_on: date = date(2025, 3, 1), **given: Any
) -> Obstacle:
    fields = TYPED["obstacles"] | {"noticed_on": noticed_on}
    return log_obstacle(session, world.initiative, ObstacleCreate.model_validate(fields | given))


def make_incident(
    session: Session, world: World, happened_on: date = date(2025, 3, 1), **given: Any
) -> Incident:
    fields = {"happened_on": happened_on, "text": "The bus did not come"}
    return log_incident(session, world.initiative, IncidentCreate.model_validate(fields | given))


def make_story(session: Session, world: World, told_on: date = date(2025, 3, 1), **given: Any) -> Story:
    fields = TYPED["stories"] | {"told_on": told_on}
    return log_story(session, world.initiative, StoryCreate.model_validate(fields | given))
