"""Pages of one initiative as a whole: the overview, and the evaluation on a day."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.clock import today
from app.dependencies import InitiativeToRead, SessionDep
from app.evaluations.overview import overview
from app.evaluations.page import evaluation_page
from app.evaluations.sentences import costs, outcomes, picture, process
from app.fields import EMPTY_MEANS_ALL, Day
from app.indicators.sentences import people
from app.initiatives.pages import frame
from app.journal.places import seen_at
from app.web.strips import strip_words
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}")
SENTENCES = {
    "process": process,
    "outcomes": outcomes,
    "costs": costs,
    "picture": picture,
}
AsOf = Annotated[Day | None, EMPTY_MEANS_ALL, Query()]
Chosen = Annotated[int | None, EMPTY_MEANS_ALL, Query()]


@router.get("")
def show_initiative(request: Request, session: SessionDep, initiative: InitiativeToRead) -> Response:
    return render(
        request,
        "evaluations/overview.html",
        page=overview(session, initiative, today(), request.state.rights),
        seen_at=seen_at,
        people_counted=people,
        words=strip_words(),
        say=SENTENCES,
        **frame(session, initiative),
    )


@router.get("/evaluation")
def show_evaluation(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    as_of: AsOf = None,
    indicator: Chosen = None,
) -> Response:
    return render(
        request,
        "evaluations/evaluation.html",
        page=evaluation_page(session, initiative, as_of or today(), indicator),
        words=strip_words(),
        say=SENTENCES,
        **frame(session, initiative),
    )
