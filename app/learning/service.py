"""Writing of proposals, obstacles, incidents and stories."""

from typing import TypeVar

from sqlmodel import Session

from app.database.editing import edit
from app.evidence.service import delete_files
from app.i18n import _
from app.initiatives.models import Initiative, Phase
from app.learning.models import Incident, Obstacle, Proposal, Story
from app.learning.queries import measures_of
from app.learning.schemas import IncidentCreate, ObstacleCreate, ProposalCreate, StoryCreate
from app.refusals import Invalid
from app.vocabulary import Consent, EntryKind

Entry = TypeVar("Entry", Proposal, Obstacle, Incident, Story)


def log_proposal(session: Session, initiative: Initiative, new: ProposalCreate) -> Proposal:
    _check_phase(session, initiative.key, new.phase_id)
    return _added(session, Proposal(initiative_id=initiative.key, **new.model_dump()))


def log_obstacle(session: Session, initiative: Initiative, new: ObstacleCreate) -> Obstacle:
    _check_phase(session, initiative.key, new.phase_id)
    return _added(session, Obstacle(initiative_id=initiative.key, **new.model_dump()))


def log_incident(session: Session, initiative: Initiative, new: IncidentCreate) -> Incident:
    _check_phase(session, initiative.key, new.phase_id)
    return _added(session, Incident(initiative_id=initiative.key, **new.model_dump()))


def log_story(session: Session, initiative: Initiative, new: StoryCreate) -> Story:
    _check_phase(session, initiative.key, new.phase_id)
    _check_indicator(session, initiative.key, new.indicator_id)
    return _added(session, Story(initiative_id=initiative.key, **_taken_back(new).model_dump()))


def edit_proposal(
    session: Session, proposal: Proposal, change: ProposalCreate, version: int | None
) -> Proposal:
    """Its words as well as its answer."""
    _check_moved(session, proposal, change.phase_id)
    return edit(session, proposal, change, version)


def edit_obstacle(
    session: Session, obstacle: Obstacle, change: ObstacleCreate, version: int | None
) -> Obstacle:
    _check_moved(session, obstacle, change.phase_id)
    return edit(session, obstacle, change, version)


def edit_incident(
    session: Session, incident: Incident, change: IncidentCreate, version: int | None
) -> Incident:
    _check_moved(session, incident, change.phase_id)
    return edit(session, incident, change, version)


def edit_story(session: Session, story: Story, change: StoryCreate, version: int | None) -> Story:
    _check_moved(session, story, change.phase_id)
    if change.indicator_id != story.indicator_id:
        _check_indicator(session, story.initiative_id, change.indicator_id)
    edit(session, story, _taken_back(change), version)
    if story.consent is Consent.WITHDRAWN:
        delete_files(session, story.initiative_id, EntryKind.STORY, story.key)
    return story


def _added(session: Session, entry: Entry) -> Entry:
    session.add(entry)
    session.flush()
    return entry


def _taken_back(story: StoryCreate) -> StoryCreate:
    """Words whose consent is withdrawn are gone, here and, as they never were in it, from the audit log."""
    return story.model_copy(update={"text": ""}) if story.consent is Consent.WITHDRAWN else story


def _check_moved(session: Session, entry: Entry, phase_id: int | None) -> None:
    if phase_id != entry.phase_id:
        _check_phase(session, entry.initiative_id, phase_id)


def _check_phase(session: Session, initiative_id: int, phase_id: int | None) -> None:
    """A phase of another initiative is refused like one that does not exist."""
    if phase_id is None:
        return
    phase = session.get(Phase, phase_id)
    if phase is None or phase.archived_at or phase.initiative_id != initiative_id:
        raise Invalid({"phase_id": _("Choose a phase of this initiative.")})


def _check_indicator(session: Session, initiative_id: int, indicator_id: int | None) -> None:
    if indicator_id is not None and indicator_id not in measures_of(session, initiative_id):
        raise Invalid({"indicator_id": _("Choose an indicator of this initiative.")})
