"""Pages of one initiative as a whole: the overview, and the evaluation on a day."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.clock import today
from app.dependencies import InitiativeToRead, SessionDep
from app.evaluations.overview import overview
from app.evaluations.page import evaluation_page
from app.evaluations.schemas import Period
from app.evaluations.sentences import costs, outcomes, picture, process
from app.fields import EMPTY_MEANS_ALL
from app.indicators.sentences import people
from app.initiatives.pages import frame
from app.journal.places import seen_at
from app.refusals import Invalid
from app.web.forms import UNPROCESSABLE, Form
from app.web.strips import strip_words
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}")
SENTENCES = {
    "process": process,
    "outcomes": outcomes,
    "costs": costs,
    "picture": picture,
}
AsTyped = Annotated[str, Query(max_length=40)]
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
    starts_on: AsTyped = "",
    as_of: AsTyped = "",
    indicator: Chosen = None,
) -> Response:
    """A period that cannot be is refused beside its field, above the whole as it stands today."""
    form = Form({"starts_on": [starts_on], "as_of": [as_of]})
    try:
        period = form.read(Period)
    except Invalid as invalid:
        form.errors, period = invalid.errors, Period()
    return render(
        request,
        "evaluations/evaluation.html",
        status=UNPROCESSABLE if form.errors else 200,
        form=form,
        page=evaluation_page(session, initiative, period, indicator),
        words=strip_words(),
        say=SENTENCES,
        **frame(session, initiative),
    )
