"""Pages of the journal, and the one page from which everything is logged."""

from fastapi import APIRouter, Request, Response

from app.activities.forms import another_like, first_form
from app.activities.models import Activity
from app.activities.pages import FORM, form_page
from app.dependencies import Cursor, InitiativeToLog, InitiativeToRead, Like, SessionDep, SignedIn, row_of
from app.indicators.queries import indicators_of
from app.initiatives.pages import frame
from app.journal.pages import journal_page, refused_page
from app.journal.schemas import wanted_in
from app.refusals import Invalid
from app.web.answers import see
from app.web.forms import UNPROCESSABLE, Form
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}")
PAGE = "journal/journal.html"


@router.get("/journal")
def show_journal(
    request: Request,
    session: SessionDep,
    actor: SignedIn,
    initiative: InitiativeToRead,
    cursor: Cursor = None,
) -> Response:
    form = Form({name: request.query_params.getlist(name) for name in request.query_params})
    try:
        wanted = wanted_in(form.typed)
    except Invalid as invalid:
        form.errors = invalid.errors
        page = refused_page(session, actor, initiative)
        return render(request, PAGE, status=UNPROCESSABLE, form=form, **page)
    return render(request, PAGE, form=form, **journal_page(session, actor, initiative, wanted, cursor))


@router.get("/log")
def ask_what_happened(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog, like: Like = None
) -> Response:
    """An activity, unless another kind is chosen."""
    known = row_of(session, Activity, initiative, like) if like else None
    form = another_like(known) if known else first_form(session, actor, initiative.key)
    return render(request, FORM, form=form, like=known, **form_page(session, initiative))


@router.get("/log/observation")
def ask_of_which_indicator(request: Request, session: SessionDep, initiative: InitiativeToLog) -> Response:
    """A value belongs to an indicator; the only one is not asked for."""
    indicators = indicators_of(session, initiative.key)
    if len(indicators) == 1:
        return see(f"/initiatives/{initiative.slug}/indicators/{indicators[0].key}/observations/new")
    return render(request, "journal/observation.html", indicators=indicators, **frame(session, initiative))
