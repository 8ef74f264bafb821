"""Pages to see what is measured, and to define and change indicators."""

from fastapi import APIRouter, Request, Response

from app.clock import today
from app.database.idempotency import once
from app.dependencies import (
    InitiativeToManage,
    InitiativeToRead,
    RowId,
    SessionDep,
    row_of,
)
from app.i18n import _
from app.indicators import sentences, service
from app.indicators.definition import definition_page, first_form, instrument_by
from app.indicators.instrument_list import INSTRUMENTS
from app.indicators.models import Indicator
from app.indicators.pages import indicator_groups
from app.indicators.schemas import IndicatorChange, IndicatorCreate
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/indicators")
FORM = "indicators/form.html"


@router.get("")
def list_indicators(request: Request, session: SessionDep, initiative: InitiativeToRead) -> Response:
    groups = indicator_groups(session, initiative, today())
    return render(
        request,
        "indicators/list.html",
        groups=groups,
        value=sentences.value,
        people=sentences.people,
        **frame(session, initiative),
    )


@router.get("/new")
def ask_for_indicator(
    request: Request, session: SessionDep, initiative: InitiativeToManage, instrument: str | None = None
) -> Response:
    """With the key of an instrument the form comes filled in."""
    chosen = instrument_by(instrument)
    page = definition_page(session, initiative) | {"chosen": chosen}
    return render(request, FORM, form=first_form(chosen), **page)


@router.get("/instruments")
def list_instruments(request: Request, session: SessionDep, initiative: InitiativeToManage) -> Response:
    return render(
        request, "indicators/instruments.html", instruments=INSTRUMENTS, **frame(session, initiative)
    )


@router.post("")
def define_indicator(
    request: Request, session: SessionDep, initiative: InitiativeToManage, form: FormDep
) -> Response:
    with form.or_again(request, FORM, **definition_page(session, initiative)):
        new = form.read(IndicatorCreate)
        indicator = once(
            session,
            form.idempotency_key,
            Indicator,
            new,
            lambda: service.define_indicator(session, initiative, new),
            below=initiative,
        )
    return saved(request, _address(initiative, indicator), _("Saved. The indicator waits for its values."))


@router.get("/{indicator_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToManage, indicator_id: RowId
) -> Response:
    indicator = row_of(session, Indicator, initiative, indicator_id)
    form = Form.showing(indicator)
    return render(request, FORM, form=form, **definition_page(session, initiative, indicator))


@router.post("/{indicator_id}/edit")
def edit_indicator(
    request: Request, session: SessionDep, initiative: InitiativeToManage, indicator_id: RowId, form: FormDep
) -> Response:
    indicator = row_of(session, Indicator, initiative, indicator_id)
    with form.or_again(request, FORM, **definition_page(session, initiative, indicator)):
        service.edit_indicator(session, indicator, form.read(IndicatorChange), form.version)
    return saved(request, _address(initiative, indicator), _("Saved. The indicator is changed."))


def _address(initiative: Initiative, indicator: Indicator) -> str:
    return f"/initiatives/{initiative.slug}/indicators/{indicator.key}"
