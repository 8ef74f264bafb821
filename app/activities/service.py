"""Writing of the activity log."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from app.access import Actor, Right, rights
from app.activities.models import Activity
from app.activities.schemas import ActivityCreate
from app.clock import today
from app.database.editing import edit
from app.initiatives.models import Initiative, Partnership
from app.initiatives.service import check_phase
from app.vocabulary import MemberRole, Side


def log_activity(
    session: Session,
    initiative: Initiative,
    new: ActivityCreate,
    *,
    side: Side | None = None,
    entered_on: date | None = None,
) -> Activity:
    """A new entry, of today unless told otherwise; `side` is the one its author stands on, if known.

    Its day may lie outside the dates of its phase: phases begin and end less sharply than their dates.
    """
    check_phase(session, initiative.key, new.phase_id)
    activity = Activity(
        initiative_id=initiative.key,
        entered_on=entered_on or today(),
        entered_by_side=side,
        **new.model_dump(),
    )
    session.add(activity)
    session.flush()
    return activity


def edit_activity(
    session: Session, activity: Activity, change: ActivityCreate, version: int | None
) -> Activity:
    """Who entered it, and when, stays as it was."""
    if change.phase_id != activity.phase_id:
        check_phase(session, activity.initiative_id, change.phase_id)
    return edit(session, activity, change, version)


def side_of(actor: Actor, partnerships: Iterable[Partnership]) -> Side:
    """Citizens, if nothing but being a citizen lets the actor log in this initiative."""
    roles = {
        actor.roles[partner.organization_id]
        for partner in partnerships
        if Right.LOG in rights(actor, [(partner.organization_id, partner.role)])
    }
    return Side.CITIZENS if roles == {MemberRole.CITIZEN} else Side.PROFESSIONALS
