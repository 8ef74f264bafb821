"""Pages to record and change values. What is stored is shown on the page of its indicator."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.accounts.queries import names_of_people
from app.database.idempotency import once
from app.dependencies import InitiativeToLog, InitiativeToRead, Like, RowId, SessionDep, row_of
from app.i18n import _
from app.indicators import recording
from app.indicators.models import Indicator, Observation
from app.indicators.observation_queries import place_of, statuses_seen, value_before
from app.indicators.observation_schemas import ObservationCreate
from app.indicators.observation_sentences import remarks
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.refusals import Absent
from app.vocabulary import ObservationStatus
from app.web.answers import saved, see
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}")
FORM = "indicators/observation_form.html"


@router.get("/indicators/{indicator_id}/observations/new")
def ask_for_value(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToLog,
    indicator_id: RowId,
    like: Like = None,
) -> Response:
    """A value like another one is of the same group, from the same source, on its own date."""
    indicator = row_of(session, Indicator, initiative, indicator_id)
    known = row_of(session, Observation, initiative, like) if like else None
    form = Form.showing(known.model_dump(include={"category", "source"}) if known else {})
    return render(request, FORM, form=form, **_around(session, initiative, indicator))


@router.post("/indicators/{indicator_id}/observations")
def record_observation(
    request: Request, session: SessionDep, initiative: InitiativeToLog, indicator_id: RowId, form: FormDep
) -> Response:
    indicator = row_of(session, Indicator, initiative, indicator_id)
    with form.or_again(request, FORM, **_around(session, initiative, indicator)):
        new = form.read(ObservationCreate)
        observation = once(
            session,
            form.idempotency_key,
            Observation,
            new,
            lambda: recording.record_observation(session, indicator, new),
            below=indicator,
        )
    return saved(request, _address(session, initiative, observation), _said(session, indicator, observation))


@router.get("/observations/{observation_id}")
def show_observation(
    request: Request, session: SessionDep, initiative: InitiativeToRead, observation_id: RowId
) -> Response:
    observation = row_of(session, Observation, initiative, observation_id)
    if observation.status not in statuses_seen(request.state.rights):
        raise Absent
    return see(_address(session, initiative, observation))


@router.get("/observations/{observation_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToLog, observation_id: RowId
) -> Response:
    observation = row_of(session, Observation, initiative, observation_id)
    indicator = row_of(session, Indicator, initiative, observation.indicator_id)
    around = _around(session, initiative, indicator, observation)
    return render(request, FORM, form=Form.showing(observation), **around)


@router.post("/observations/{observation_id}/edit")
def edit_observation(
    request: Request, session: SessionDep, initiative: InitiativeToLog, observation_id: RowId, form: FormDep
) -> Response:
    row = row_of(session, Observation, initiative, observation_id)
    indicator = row_of(session, Indicator, initiative, row.indicator_id)
    with form.or_again(request, FORM, **_around(session, initiative, indicator, row)):
        recording.edit_observation(session, row, form.read(ObservationCreate), form.version)
    return saved(request, _address(session, initiative, row), _said(session, indicator, row))


def _around(
    session: Session, initiative: Initiative, indicator: Indicator, observation: Observation | None = None
) -> dict[str, Any]:
    """The context of the form; `reviewer` is who returned the value, if somebody did."""
    reviewed_by = observation.reviewed_by_id if observation else None
    return {
        "indicator": indicator,
        "observation": observation,
        "reviewer": names_of_people(session, [reviewed_by]).get(reviewed_by or 0, ""),
        "may_be_draft": observation is None or observation.status is ObservationStatus.DRAFT,
        **frame(session, initiative),
    }


def _said(session: Session, indicator: Indicator, observation: Observation) -> str:
    """That it is stored, and at once what stands beside it from now on."""
    is_draft = observation.status is ObservationStatus.DRAFT
    text = (
        _("Saved as a draft. It counts once you submit it.")
        if is_draft
        else _("Saved. The value is in the log.")
    )
    return " ".join((text, *remarks(indicator, observation, value_before(session, observation))))


def _address(session: Session, initiative: Initiative, observation: Observation) -> str:
    """Where its row stands, on whichever page of the table that is."""
    page = f"/initiatives/{initiative.slug}/indicators/{observation.indicator_id}"
    cursor = place_of(session, observation)
    return f"{page}{f'?cursor={cursor}' if cursor else ''}#observation-{observation.key}"
