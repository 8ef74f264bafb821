"""Pages of contributions: the list, one with its other explanations, and the forms."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.clock import today
from app.contributions import sentences, service
from app.contributions.models import Contribution
from app.contributions.queries import contributions_of, explanations_of
from app.contributions.schemas import ContributionCreate
from app.database.idempotency import once
from app.dependencies import (
    About,
    Cursor,
    InitiativeToEvaluate,
    InitiativeToRead,
    RowId,
    SessionDep,
    row_of,
)
from app.i18n import _
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.learning.queries import measures_of
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.pagination import PAGE_SIZE, After
from app.web.patches import patched
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/contributions")
FORM = "contributions/form.html"


@router.get("")
def list_contributions(
    request: Request, session: SessionDep, initiative: InitiativeToRead, cursor: Cursor = None
) -> Response:
    page = contributions_of(session, initiative.key, After.parse(cursor), PAGE_SIZE)
    return render(
        request,
        "contributions/list.html",
        page=page,
        explanations=explanations_of(session, (row.key for row in page.items)),
        say=sentences,
        **around(session, initiative),
    )


@router.get("/new")
def ask_for_contribution(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, indicator_id: About = None
) -> Response:
    form = Form.showing({"claimed_on": today(), "indicator_id": indicator_id})
    return render(request, FORM, form=form, contribution=None, **around(session, initiative))


@router.post("")
def claim_contribution(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, form: FormDep
) -> Response:
    with form.or_again(request, FORM, contribution=None, **around(session, initiative)):
        new = form.read(ContributionCreate)
        contribution = once(
            session,
            form.idempotency_key,
            Contribution,
            new,
            lambda: service.claim_contribution(session, initiative, new),
            below=initiative,
        )
    return saved(
        request, address(initiative, contribution.key), _("Saved. Now consider what else may explain it.")
    )


@router.get("/{row_id}")
def show_contribution(
    request: Request, session: SessionDep, initiative: InitiativeToRead, row_id: RowId
) -> Response:
    contribution = row_of(session, Contribution, initiative, row_id)
    return render(
        request,
        "contributions/contribution.html",
        contribution=contribution,
        explanations=explanations_of(session, [row_id])[row_id],
        say=sentences,
        **around(session, initiative),
    )


@router.get("/{row_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, row_id: RowId
) -> Response:
    contribution = row_of(session, Contribution, initiative, row_id)
    form = Form.showing(contribution)
    return render(request, FORM, form=form, contribution=contribution, **around(session, initiative))


@router.post("/{row_id}/edit")
def edit_contribution(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, row_id: RowId, form: FormDep
) -> Response:
    contribution = row_of(session, Contribution, initiative, row_id)
    with form.or_again(request, FORM, contribution=contribution, **around(session, initiative)):
        words = form.read(ContributionCreate).model_dump(exclude_unset=True)
        change = patched(ContributionCreate, contribution, words)
        service.edit_contribution(session, contribution, change, form.version)
    return saved(request, address(initiative, row_id), _("Saved. The contribution is changed."))


def address(initiative: Initiative, row_id: int) -> str:
    return f"/initiatives/{initiative.slug}/contributions/{row_id}"


def around(session: Session, initiative: Initiative) -> dict[str, Any]:
    """The frame, and the names of the initiative's indicators by id."""
    return {**frame(session, initiative), "measures": measures_of(session, initiative.key)}
