"""The page on which an evaluator begins a series anew, or says which points its limits rest on."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from sqlmodel import Session

from app.accounts.queries import names_of_people
from app.database.idempotency import once
from app.dependencies import InitiativeToEvaluate, RowId, SessionDep, row_of
from app.i18n import _
from app.indicators.models import Indicator, Rebase
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.trends import service
from app.trends.queries import rebases_of
from app.trends.schemas import LimitsBasis, RebaseCreate
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/indicators/{indicator_id}")
PAGE = "trends/rebase.html"
Filled = Annotated[str, Query(max_length=40, description="The day that the form is filled in with")]


@router.get("/rebase")
def ask_for_rebase(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToEvaluate,
    indicator_id: RowId,
    rebased_on: Filled = "",
) -> Response:
    indicator = row_of(session, Indicator, initiative, indicator_id)
    form = Form({"rebased_on": [rebased_on]})
    return render(
        request, PAGE, form=form, limits=_basis(indicator), **_around(session, initiative, indicator)
    )


@router.post("/rebase")
def rebase(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToEvaluate,
    indicator_id: RowId,
    form: FormDep,
) -> Response:
    indicator = row_of(session, Indicator, initiative, indicator_id)
    around = _around(session, initiative, indicator)
    with form.or_again(request, PAGE, limits=_basis(indicator), **around):
        new = form.read(RebaseCreate)
        once(
            session,
            form.idempotency_key,
            Rebase,
            new,
            lambda: service.rebase(session, indicator, new),
            below=indicator,
        )
    return saved(request, _address(initiative, indicator), _("Saved. From that day the limits are new ones."))


@router.post("/limits")
def rest_limits(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToEvaluate,
    indicator_id: RowId,
    form: FormDep,
) -> Response:
    indicator = row_of(session, Indicator, initiative, indicator_id)
    around = _around(session, initiative, indicator)
    with form.or_again(request, PAGE, limits=form, **around):
        service.rest_limits_on(session, indicator, form.read(LimitsBasis), form.version)
    return saved(request, _address(initiative, indicator), _("Saved. The limits rest on these points."))


def _basis(indicator: Indicator) -> Form:
    return Form.showing({"limits_from_first": indicator.limits_from_first})


def _around(session: Session, initiative: Initiative, indicator: Indicator) -> dict[str, Any]:
    rebases = rebases_of(session, indicator.key)
    authors = names_of_people(session, [rebase.created_by_id for rebase in rebases])
    return {"indicator": indicator, "rebases": rebases, "authors": authors, **frame(session, initiative)}


def _address(initiative: Initiative, indicator: Indicator) -> str:
    return f"/initiatives/{initiative.slug}/indicators/{indicator.key}"
