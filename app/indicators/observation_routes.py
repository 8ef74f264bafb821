"""Pages to record and change observations. They are shown on their indicator's page."""

from fastapi import APIRouter, Request, Response

from app.database.idempotency import once
from app.dependencies import InitiativeToLog, InitiativeToRead, RowId, SessionDep, row_of
from app.i18n import _
from app.indicators import service
from app.indicators.models import Indicator, Observation
from app.indicators.pages import indicator_page
from app.indicators.schemas import ObservationCreate
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.web.answers import saved, see
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}")
FORM = "indicators/observation_form.html"


@router.post("/indicators/{indicator_id}/observations")
def record_observation(
    request: Request, session: SessionDep, initiative: InitiativeToLog, indicator_id: RowId, form: FormDep
) -> Response:
    indicator = row_of(session, Indicator, initiative, indicator_id)
    page = indicator_page(session, initiative, indicator)
    with form.or_again(request, "indicators/indicator.html", **page):
        new = form.read(ObservationCreate)
        observation = once(
            session,
            form.idempotency_key,
            Observation,
            new,
            lambda: service.record_observation(session, indicator, new),
            below=indicator,
        )
    return saved(request, _address(initiative, observation), _("Saved. The value is in the log."))


@router.get("/observations/{observation_id}")
def show_observation(session: SessionDep, initiative: InitiativeToRead, observation_id: RowId) -> Response:
    return see(_address(initiative, row_of(session, Observation, initiative, observation_id)))


@router.get("/observations/{observation_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToLog, observation_id: RowId
) -> Response:
    observation = row_of(session, Observation, initiative, observation_id)
    indicator = row_of(session, Indicator, initiative, observation.indicator_id)
    form = Form.showing(observation)
    return render(
        request,
        FORM,
        form=form,
        observation=observation,
        indicator=indicator,
        **frame(session, initiative),
    )


@router.post("/observations/{observation_id}/edit")
def edit_observation(
    request: Request, session: SessionDep, initiative: InitiativeToLog, observation_id: RowId, form: FormDep
) -> Response:
    row = row_of(session, Observation, initiative, observation_id)
    indicator = row_of(session, Indicator, initiative, row.indicator_id)
    around = {"observation": row, "indicator": indicator, **frame(session, initiative)}
    with form.or_again(request, FORM, **around):
        service.edit_observation(session, row, form.read(ObservationCreate), form.version)
    return saved(request, _address(initiative, row), _("Saved. The value is changed."))


def _address(initiative: Initiative, observation: Observation) -> str:
    page = f"/initiatives/{initiative.slug}/indicators/{observation.indicator_id}"
    return f"{page}#observation-{observation.key}"
