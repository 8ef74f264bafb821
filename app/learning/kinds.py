"""The four kinds of learning: where each is found, what its form asks for, and what writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.database.tables import Editable
from app.fields import Strict
from app.i18n import N_, _
from app.learning import service
from app.learning.models import Incident, Obstacle, Proposal, Story
from app.learning.schemas import (
    IncidentCreate,
    ObstacleCreate,
    ObstacleWords,
    ProposalCreate,
    ProposalWords,
    StoryCreate,
)
from app.refusals import Absent
from app.vocabulary import EntryKind


@dataclass(frozen=True)
class Kind:
    """`path` stands in addresses and in the names of templates; `asks` is what the form asks for.

    `rules` are the complete ones, under which an edit is checked together with what it leaves alone.
    """

    path: str
    entry: EntryKind
    table: type[Editable]
    day: str
    asks: type[Strict]
    rules: type[Strict]
    log: Callable[..., Any]
    edit: Callable[..., Any]
    plural: str
    new: str
    change: str
    lead: str
    nothing: str
    gone: str

    @property
    def heading(self) -> str:
        return _(self.plural)

    @property
    def log_words(self) -> str:
        return _(self.new)

    @property
    def change_words(self) -> str:
        return _(self.change)

    @property
    def about(self) -> str:
        """What belongs there, in a sentence."""
        return _(self.lead)

    @property
    def empty(self) -> str:
        return _(self.nothing)

    @property
    def archived(self) -> str:
        return _(self.gone)


PROPOSALS = Kind(
    path="proposals",
    entry=EntryKind.PROPOSAL,
    table=Proposal,
    day="made_on",
    asks=ProposalWords,
    rules=ProposalCreate,
    log=service.log_proposal,
    edit=service.edit_proposal,
    plural=N_("You said, we did"),
    new=N_("Log a proposal"),
    change=N_("Change the proposal"),
    lead=N_("What people asked for, what became of it, and when they were told."),
    nothing=N_("No proposal is logged yet. That is not zero."),
    gone=N_("Archived proposals"),
)
OBSTACLES = Kind(
    path="obstacles",
    entry=EntryKind.OBSTACLE,
    table=Obstacle,
    day="noticed_on",
    asks=ObstacleWords,
    rules=ObstacleCreate,
    log=service.log_obstacle,
    edit=service.edit_obstacle,
    plural=N_("Obstacles and enablers"),
    new=N_("Log an obstacle or enabler"),
    change=N_("Change the obstacle or enabler"),
    lead=N_("What held the work back or helped it, from when to when."),
    nothing=N_("No obstacle and no enabler is logged yet. That is not zero."),
    gone=N_("Archived obstacles and enablers"),
)
INCIDENTS = Kind(
    path="incidents",
    entry=EntryKind.INCIDENT,
    table=Incident,
    day="happened_on",
    asks=IncidentCreate,
    rules=IncidentCreate,
    log=service.log_incident,
    edit=service.edit_incident,
    plural=N_("Incidents"),
    new=N_("Log an incident"),
    change=N_("Change the incident"),
    lead=N_("What failed, who answered for it, and when citizens were told."),
    nothing=N_("No incident is logged yet. That is not zero."),
    gone=N_("Archived incidents"),
)
STORIES = Kind(
    path="stories",
    entry=EntryKind.STORY,
    table=Story,
    day="told_on",
    asks=StoryCreate,
    rules=StoryCreate,
    log=service.log_story,
    edit=service.edit_story,
    plural=N_("Stories"),
    new=N_("Log a story"),
    change=N_("Change the story"),
    lead=N_("What people tell, in their own words and with their consent."),
    nothing=N_("No story is logged yet."),
    gone=N_("Archived stories"),
)
KINDS = {kind.path: kind for kind in (PROPOSALS, OBSTACLES, INCIDENTS, STORIES)}


def kind_named(kind: str) -> Kind:
    """By the word in an address."""
    if kind not in KINDS:
        raise Absent
    return KINDS[kind]
