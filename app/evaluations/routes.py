"""Pages of one initiative as a whole: the overview, and the evaluation on a day."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.clock import today
from app.dependencies import InitiativeToRead, SessionDep
from app.evaluations.overview import overview
from app.evaluations.sentences import costs, outcomes, process, warnings
from app.fields import EMPTY_MEANS_ALL, Day
from app.initiatives.pages import frame
from app.web.strips import strip_words
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}")
SENTENCES = {"process": process, "outcomes": outcomes, "costs": costs, "warnings": warnings}
AsOf = Annotated[Day | None, EMPTY_MEANS_ALL, Query()]


@router.get("")
def show_initiative(request: Request, session: SessionDep, initiative: InitiativeToRead) -> Response:
    return render(
        request,
        "evaluations/overview.html",
        page=overview(session, initiative, today()),
        words=strip_words(),
        say=SENTENCES,
        **frame(session, initiative),
    )
