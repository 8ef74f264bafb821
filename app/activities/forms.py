"""The log form before anything is typed: what can be known beforehand is filled in."""

from collections.abc import Sequence

from sqlmodel import Session

from app.access import Actor
from app.activities.models import Activity
from app.activities.queries import last_entered_by
from app.clock import today
from app.initiatives.models import Phase
from app.initiatives.queries import phases_of
from app.web.forms import Form

KEPT = {"phase_id", "citizen_role", "decision", "level", "support"}
"""What an entry like another one shares with it; day, line, people and hours are its own."""


def first_form(session: Session, actor: Actor, initiative_id: int) -> Form:
    """Of today, in the phase and at the level at which this person logged last."""
    last = last_entered_by(session, initiative_id, actor.person_id)
    phases = phases_of(session, initiative_id)
    return Form.showing(
        {
            "happened_on": today(),
            "phase_id": _likely_phase(phases, last.phase_id if last else None),
            "level": last.level if last else None,
        }
    )


def another_like(activity: Activity) -> Form:
    return Form.showing({"happened_on": today(), **activity.model_dump(include=KEPT)})


def _likely_phase(phases: Sequence[Phase], last: int | None) -> int | None:
    """The one logged in last; else the one that runs today, the youngest of several; else the only one."""
    ids = [phase.key for phase in phases]
    if last in ids:
        return last
    running = [phase.key for phase in phases if _runs_today(phase)]
    return running[-1] if running else ids[0] if len(ids) == 1 else None


def _runs_today(phase: Phase) -> bool:
    return phase.starts_on <= today() and (phase.ends_on is None or phase.ends_on >= today())
