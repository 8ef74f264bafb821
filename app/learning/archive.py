"""What of learning can be archived and brought back."""

from typing import Any

from sqlmodel import Session

from app.access import Right
from app.archiving import Archivable
from app.i18n import N_, _
from app.i18n.formats import format_day
from app.learning.models import Incident, Obstacle, Proposal, Story
from app.learning.titles import in_a_line


def _text(session: Session, row: Any) -> str:
    return in_a_line(row.text)


def _story(session: Session, story: Story) -> str:
    """Its day, where its words were taken back."""
    return in_a_line(story.text) or _("Story of {day}").format(day=format_day(story.told_on))


PROPOSALS = Archivable(
    "proposals",
    Proposal,
    Right.LOG,
    N_("Archived proposals"),
    _text,
    listed=lambda row: "learning#proposals",
    shown=lambda row: f"learning/proposals/{row.key}",
)
OBSTACLES = Archivable(
    "obstacles",
    Obstacle,
    Right.LOG,
    N_("Archived obstacles and enablers"),
    _text,
    listed=lambda row: "learning#obstacles",
    shown=lambda row: f"learning/obstacles/{row.key}",
)
INCIDENTS = Archivable(
    "incidents",
    Incident,
    Right.LOG,
    N_("Archived incidents"),
    _text,
    listed=lambda row: "learning#incidents",
    shown=lambda row: f"learning/incidents/{row.key}",
)
STORIES = Archivable(
    "stories",
    Story,
    Right.LOG,
    N_("Archived stories"),
    _story,
    listed=lambda row: "learning#stories",
    shown=lambda row: f"learning/stories/{row.key}",
)
LEARNING = (PROPOSALS, OBSTACLES, INCIDENTS, STORIES)
