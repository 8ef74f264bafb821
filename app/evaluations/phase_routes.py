"""The page of the phases. Phases and claims themselves are written by the package of initiatives."""

from fastapi import APIRouter, Request, Response

from app.clock import today
from app.dependencies import InitiativeToRead, SessionDep
from app.evaluations.phases_page import phases_page
from app.initiatives.pages import frame, phase_name
from app.web.templating import render

router = APIRouter()


@router.get("/initiatives/{slug}/phases")
def show_phases(request: Request, session: SessionDep, initiative: InitiativeToRead) -> Response:
    return render(
        request,
        "initiatives/phases.html",
        page=phases_page(session, initiative, today()),
        phase_name=phase_name,
        **frame(session, initiative),
    )
