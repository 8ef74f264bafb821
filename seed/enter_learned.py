"""Enters what a story tells of proposals, obstacles, incidents and stories, by the schemas and services."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from app.clock import today
from app.database.audit import act_as
from app.initiatives.models import Initiative
from app.learning.kinds import INCIDENTS, OBSTACLES, PROPOSALS, STORIES, Kind
from app.learning.queries import measures_of
from app.vocabulary import EntryKind
from seed import story
from seed.entries import Phases
from seed.hands import Hands

KINDS: Mapping[EntryKind, Kind] = {kind.entry: kind for kind in (PROPOSALS, OBSTACLES, INCIDENTS, STORIES)}


def enter_learned(
    session: Session, initiative: Initiative, told: story.Story, phases: Phases, hands: Hands
) -> None:
    """After the indicators, on which stories may bear."""
    named = {name: str(number) for number, name in measures_of(session, initiative.key).items()}
    for learned in sorted(told.learned, key=lambda known: known.happened_on):
        if learned.happened_on <= today():
            act_as(session, hands.of(learned))
            kind = KINDS[learned.kind]
            kind.log(session, initiative, kind.rules.model_validate(_fields(learned, phases, named)))


def _fields(learned: story.Learned, phases: Phases, indicators: Mapping[str, str]) -> dict[str, Any]:
    placed = {"phase_id": phases[learned.phase].key} if learned.phase else {}
    bearing = {"indicator_id": indicators[learned.indicator]} if learned.indicator else {}
    return {**learned.fields, **placed, **bearing}
