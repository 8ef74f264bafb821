"""What the pages of an activity show around its form and its entry."""

from typing import Any

from sqlmodel import Session

from app.activities.models import Activity
from app.evidence.queries import files_of
from app.initiatives.models import Initiative, Phase
from app.initiatives.pages import frame, phase_choices
from app.vocabulary import EntryKind

FORM = "activities/form.html"
ENTRY = "activities/entry.html"


def form_page(session: Session, initiative: Initiative, activity: Activity | None = None) -> dict[str, Any]:
    """The context of `activities/form.html`, but for its form and the entry that it copies."""
    return {"activity": activity, **around(session, initiative)}


def entry_page(session: Session, initiative: Initiative, activity: Activity) -> dict[str, Any]:
    """The context of `activities/entry.html`; `outside` is the phase whose dates do not hold its day."""
    phase = session.get_one(Phase, activity.phase_id)
    outside = phase if is_outside(activity, phase) else None
    return {
        "activity": activity,
        "outside": outside,
        "files": files_of(session, initiative.key, EntryKind.ACTIVITY, activity.key),
        **around(session, initiative),
    }


def is_outside(activity: Activity, phase: Phase) -> bool:
    """Said as a remark, never refused: phases begin and end less sharply than their dates."""
    is_early = activity.happened_on < phase.starts_on
    return is_early or (phase.ends_on is not None and activity.happened_on > phase.ends_on)


def around(session: Session, initiative: Initiative) -> dict[str, Any]:
    """The frame, and the phases: id as text → name."""
    return {**frame(session, initiative), "phases": phase_choices(session, initiative)}
