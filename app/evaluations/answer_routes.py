"""Pages on which a team answers a warning: what was answered before, and the form."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from sqlmodel import Session

from app.clock import today
from app.database.idempotency import once
from app.dependencies import InitiativeToLog, InitiativeToRead, RowId, SessionDep, row_of
from app.evaluations import service
from app.evaluations.answer_queries import answers_to
from app.evaluations.links import Links
from app.evaluations.models import WarningAnswer
from app.evaluations.schemas import WarningAnswerCreate
from app.fields import Id
from app.i18n import _
from app.initiatives.models import Initiative
from app.initiatives.pages import frame, phase_choices
from app.vocabulary import WarningRule
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.patches import patched
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/evaluation/warnings")
PAGE = "evaluations/warning.html"
OfPhase = Annotated[Id | None, Query(description="Where the rule is about one phase")]


@router.get("/{rule}")
def show_warning(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    rule: WarningRule,
    phase_id: OfPhase = None,
) -> Response:
    form = Form.showing({"answered_on": today(), "rule": rule, "phase_id": phase_id})
    return render(request, PAGE, form=form, **_page(session, initiative, rule, phase_id))


@router.post("/{rule}")
def answer_warning(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToLog,
    form: FormDep,
    rule: WarningRule,
    phase_id: OfPhase = None,
) -> Response:
    with form.or_again(request, PAGE, **_page(session, initiative, rule, phase_id)):
        new = form.read(WarningAnswerCreate)
        once(
            session,
            form.idempotency_key,
            WarningAnswer,
            new,
            lambda: service.answer_warning(session, initiative, new),
            below=initiative,
        )
    return saved(request, _back(initiative), _("Saved. The answer stands beside the warning."))


@router.get("/answers/{row_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToLog, row_id: RowId
) -> Response:
    answer = row_of(session, WarningAnswer, initiative, row_id)
    page = _page(session, initiative, answer.rule, answer.phase_id, answer)
    return render(request, PAGE, form=Form.showing(answer), **page)


@router.post("/answers/{row_id}/edit")
def edit_answer(
    request: Request, session: SessionDep, initiative: InitiativeToLog, row_id: RowId, form: FormDep
) -> Response:
    answer = row_of(session, WarningAnswer, initiative, row_id)
    with form.or_again(request, PAGE, **_page(session, initiative, answer.rule, answer.phase_id, answer)):
        words = form.read(WarningAnswerCreate).model_dump(exclude_unset=True)
        service.edit_answer(session, answer, patched(WarningAnswerCreate, answer, words), form.version)
    return saved(request, _back(initiative), _("Saved. The answer is changed."))


def _back(initiative: Initiative) -> str:
    return f"{Links(initiative.slug).evaluation}#check"


def _page(
    session: Session,
    initiative: Initiative,
    rule: WarningRule,
    phase_id: int | None,
    answer: WarningAnswer | None = None,
) -> dict[str, Any]:
    """The context of `evaluations/warning.html`; `answer` is the one that is being changed."""
    return {
        "rule": rule,
        "phase_id": phase_id,
        "phase": phase_choices(session, initiative).get(str(phase_id), ""),
        "answer": answer,
        "answers": answers_to(session, initiative.key, rule, phase_id),
        "address": Links(initiative.slug).warning(rule, phase_id),
        **frame(session, initiative),
    }
