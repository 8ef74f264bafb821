"""Pages to see, log, change and archive benefits."""

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
    archived_row_of,
    row_of,
)
from app.i18n import _
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
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
    return render(request, "costs/benefit.html", benefit=benefit, **frame(session, initiative))


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


@router.post("/{benefit_id}/archive")
def archive_benefit(
    request: Request, session: SessionDep, initiative: InitiativeToLog, benefit_id: RowId, form: FormDep
) -> Response:
    row = row_of(session, Benefit, initiative, benefit_id)
    benefit = service.archive_benefit(session, row, form.version)
    path = f"{_address(initiative, benefit)}/archived"
    return saved(request, path, _("Archived. The benefit counts nowhere any more."))


@router.get("/{benefit_id}/archived")
def show_archived_benefit(
    request: Request, session: SessionDep, initiative: InitiativeToLog, benefit_id: RowId
) -> Response:
    benefit = archived_row_of(session, Benefit, initiative, benefit_id)
    return render(request, "costs/benefit.html", benefit=benefit, **frame(session, initiative))


@router.post("/{benefit_id}/restore")
def restore_benefit(
    request: Request, session: SessionDep, initiative: InitiativeToLog, benefit_id: RowId
) -> Response:
    benefit = service.restore_benefit(session, archived_row_of(session, Benefit, initiative, benefit_id))
    return saved(request, _address(initiative, benefit), _("Restored. The benefit counts again."))


def _address(initiative: Initiative, benefit: Benefit) -> str:
    return f"/initiatives/{initiative.slug}/benefits/{benefit.key}"
