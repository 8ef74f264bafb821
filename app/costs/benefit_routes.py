"""Pages to see, log and change benefits."""

from fastapi import APIRouter, Request, Response

from app.costs import service
from app.costs.models import Benefit
from app.costs.queries import benefits_of
from app.costs.schemas import BenefitCreate
from app.database.idempotency import once
from app.dependencies import (
    Cursor,
    InitiativeToLog,
    InitiativeToRead,
    RowId,
    SessionDep,
    row_of,
)
from app.evidence.queries import files_of
from app.i18n import _
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.vocabulary import EntryKind
from app.web.addresses import ids_in
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.pagination import PAGE_SIZE, After
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/benefits")
FORM = "costs/benefit_form.html"


@router.get("")
def list_benefits(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    cursor: Cursor = None,
    ids: str = "",
) -> Response:
    page = benefits_of(session, initiative.key, After.parse(cursor), PAGE_SIZE, ids_in(ids))
    return render(request, "costs/benefits.html", benefits=page, ids=ids, **frame(session, initiative))


@router.get("/new")
def ask_for_benefit(request: Request, session: SessionDep, initiative: InitiativeToLog) -> Response:
    return render(request, FORM, form=Form(), benefit=None, **frame(session, initiative))


@router.post("")
def record_benefit(
    request: Request, session: SessionDep, initiative: InitiativeToLog, form: FormDep
) -> Response:
    with form.or_again(request, FORM, benefit=None, **frame(session, initiative)):
        new = form.read(BenefitCreate)
        benefit = once(
            session,
            form.idempotency_key,
            Benefit,
            new,
            lambda: service.record_benefit(session, initiative, new),
            below=initiative,
        )
    return saved(request, _address(initiative, benefit), _("Saved. The benefit is in the log."))


@router.get("/{benefit_id}")
def show_benefit(
    request: Request, session: SessionDep, initiative: InitiativeToRead, benefit_id: RowId
) -> Response:
    benefit = row_of(session, Benefit, initiative, benefit_id)
    files = files_of(session, initiative.key, EntryKind.BENEFIT, benefit_id)
    around = frame(session, initiative)
    return render(request, "costs/benefit.html", benefit=benefit, files=files, **around)


@router.get("/{benefit_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToLog, benefit_id: RowId
) -> Response:
    benefit = row_of(session, Benefit, initiative, benefit_id)
    form = Form.showing(benefit)
    return render(request, FORM, form=form, benefit=benefit, **frame(session, initiative))


@router.post("/{benefit_id}/edit")
def edit_benefit(
    request: Request, session: SessionDep, initiative: InitiativeToLog, benefit_id: RowId, form: FormDep
) -> Response:
    benefit = row_of(session, Benefit, initiative, benefit_id)
    with form.or_again(request, FORM, benefit=benefit, **frame(session, initiative)):
        service.edit_benefit(session, benefit, form.read(BenefitCreate), form.version)
    return saved(request, _address(initiative, benefit), _("Saved. The benefit is changed."))


def _address(initiative: Initiative, benefit: Benefit) -> str:
    return f"/initiatives/{initiative.slug}/benefits/{benefit.key}"
