"""The log form before anything is typed: what can be known beforehand is filled in."""

from collections.abc import Sequence

from app.activities.models import Activity
from app.clock import today
from app.initiatives.models import Phase
from app.web.forms import Form

KEPT = {"phase_id", "citizen_role", "decision", "level", "citizens", "professionals", "support"}
"""What an entry like another one shares with it; the day, the line and the hours are its own."""


def first_form(phases: Sequence[Phase]) -> Form:
    """Of today, and in the phase that runs if it is the only one."""
    running = [phase for phase in phases if _runs_today(phase)]
    return Form.showing({"happened_on": today(), "phase_id": running[0].key if len(running) == 1 else None})


def another_like(activity: Activity) -> Form:
    return Form.showing({"happened_on": today(), **activity.model_dump(include=KEPT)})


def _runs_today(phase: Phase) -> bool:
    return phase.starts_on <= today() and (phase.ends_on is None or phase.ends_on >= today())
