"""The page of everything that is due in the initiatives somebody takes part in."""

from fastapi import APIRouter, Request, Response

from app.clock import today
from app.dependencies import Cursor, SessionDep, SignedIn
from app.evaluations.due import due_for
from app.initiatives.queries import Wanted, initiatives_read_by
from app.measurement.thresholds import DEFAULT
from app.web.pagination import AfterId
from app.web.templating import render

router = APIRouter()
INITIATIVES = 50
"""Looked through for one page."""


@router.get("/due")
def list_what_is_due(
    request: Request, session: SessionDep, actor: SignedIn, cursor: Cursor = None
) -> Response:
    page = initiatives_read_by(session, actor, Wanted(), AfterId.parse(cursor), INITIATIVES)
    groups = due_for(session, actor, page.items, today())
    return render(request, "evaluations/due.html", groups=groups, next=page.next, limits=DEFAULT)
