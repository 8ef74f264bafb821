"""The forms of other explanations, below the contribution that they stand beside."""

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.clock import today
from app.contributions import service
from app.contributions.models import Contribution, Explanation
from app.contributions.routes import address, around
from app.contributions.schemas import ExplanationCreate
from app.database.idempotency import once
from app.dependencies import InitiativeToEvaluate, RowId, SessionDep, row_of
from app.i18n import _
from app.initiatives.models import Initiative
from app.refusals import Absent
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.patches import patched
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/contributions/{contribution_id}/explanations")
FORM = "contributions/explanation_form.html"


@router.get("/new")
def ask_for_explanation(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, contribution_id: RowId
) -> Response:
    contribution = row_of(session, Contribution, initiative, contribution_id)
    page = {"contribution": contribution, "explanation": None, **around(session, initiative)}
    return render(request, FORM, form=Form.showing({"considered_on": today()}), **page)


@router.post("")
def consider_explanation(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToEvaluate,
    contribution_id: RowId,
    form: FormDep,
) -> Response:
    contribution = row_of(session, Contribution, initiative, contribution_id)
    page = {"contribution": contribution, "explanation": None, **around(session, initiative)}
    with form.or_again(request, FORM, **page):
        new = form.read(ExplanationCreate)
        once(
            session,
            form.idempotency_key,
            Explanation,
            new,
            lambda: service.consider_explanation(session, contribution, new),
            below=contribution,
        )
    return saved(request, address(initiative, contribution_id), _("Saved. The explanation is considered."))


@router.get("/{row_id}/edit")
def ask_for_changes(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToEvaluate,
    contribution_id: RowId,
    row_id: RowId,
) -> Response:
    contribution, explanation = _both(session, initiative, contribution_id, row_id)
    page = {"contribution": contribution, "explanation": explanation, **around(session, initiative)}
    return render(request, FORM, form=Form.showing(explanation), **page)


@router.post("/{row_id}/edit")
def edit_explanation(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToEvaluate,
    contribution_id: RowId,
    row_id: RowId,
    form: FormDep,
) -> Response:
    contribution, explanation = _both(session, initiative, contribution_id, row_id)
    page = {"contribution": contribution, "explanation": explanation, **around(session, initiative)}
    with form.or_again(request, FORM, **page):
        words = form.read(ExplanationCreate).model_dump(exclude_unset=True)
        change = patched(ExplanationCreate, explanation, words)
        service.edit_explanation(session, explanation, change, form.version)
    return saved(request, address(initiative, contribution_id), _("Saved. The explanation is changed."))


def _both(
    session: Session, initiative: Initiative, contribution_id: int, row_id: int
) -> tuple[Contribution, Explanation]:
    explanation = row_of(session, Explanation, initiative, row_id)
    if explanation.contribution_id != contribution_id:
        raise Absent
    return row_of(session, Contribution, initiative, contribution_id), explanation
