"""JSON routes of views: who led a phase, as each side sees it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from app.access import Right
from app.clock import today
from app.dependencies import SessionDep, SignedIn, row_with
from app.fields import Day
from app.i18n import _
from app.initiatives.models import Phase
from app.ratings import service
from app.ratings.schemas import PhaseViewsPublic, ViewCreate
from app.ratings.tokens import answerer_hash
from app.ratings.view_answers import views_of
from app.refusals import Invalid

router = APIRouter(tags=["phases"])
AsOf = Annotated[Day | None, Query(description="The day to look from; today when left out")]
PhaseToRead = Annotated[Phase, Depends(row_with(Phase, Right.READ))]
PhaseToLog = Annotated[Phase, Depends(row_with(Phase, Right.LOG))]


@router.get("/phases/{row_id}/views")
def show_views(session: SessionDep, phase: PhaseToRead, as_of: AsOf = None) -> PhaseViewsPublic:
    """Counted by side, from the threshold on, and never one by one: nobody's name is kept with a view."""
    return views_of(session, phase, as_of or today())


@router.post("/phases/{row_id}/views", status_code=201)
def give_view(
    request: Request, session: SessionDep, actor: SignedIn, phase: PhaseToLog, new: ViewCreate
) -> PhaseViewsPublic:
    """Once a day, for each side. It waits until it can be shown together with others."""
    key = request.app.state.settings.signing_key
    who = answerer_hash(key, f"person {actor.person_id}", phase.key, new.side, today())
    if not service.rate(session, phase, new.side, new.rating, who):
        raise Invalid({"rating": _("You gave your view of this phase today already.")})
    return views_of(session, phase, today())
