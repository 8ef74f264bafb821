"""Forms of phases, and of the claims on who leads them. Where they are read is right of here."""

from typing import Any

from fastapi import APIRouter, Request, Response

from app.clock import today
from app.database.idempotency import once
from app.dependencies import (
    InitiativeToLog,
    InitiativeToManage,
    RowId,
    SessionDep,
    row_of,
)
from app.i18n import _
from app.initiatives import service
from app.initiatives.models import Claim, Initiative, Phase
from app.initiatives.pages import phase_name
from app.initiatives.schemas import ClaimCreate, PhaseCreate, PhaseWithClaim
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/phases")
PHASE = "initiatives/phase_form.html"
CLAIM = "initiatives/claim_form.html"


@router.get("/new")
def ask_for_phase(request: Request, initiative: InitiativeToManage) -> Response:
    return render(request, PHASE, form=Form(), initiative=initiative, phase=None)


@router.post("")
def add_phase(
    request: Request, session: SessionDep, initiative: InitiativeToManage, form: FormDep
) -> Response:
    with form.or_again(request, PHASE, initiative=initiative, phase=None):
        new = form.read(PhaseWithClaim)
        once(
            session,
            form.idempotency_key,
            Phase,
            new,
            lambda: service.begin_phase(session, initiative, new),
            below=initiative,
        )
    return saved(request, _phases(initiative), _("Saved. The phase is added."))


@router.get("/{phase_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToManage, phase_id: RowId
) -> Response:
    phase = row_of(session, Phase, initiative, phase_id)
    return render(request, PHASE, form=Form.showing(phase), **_around(initiative, phase))


@router.post("/{phase_id}/edit")
def edit_phase(
    request: Request, session: SessionDep, initiative: InitiativeToManage, form: FormDep, phase_id: RowId
) -> Response:
    phase = row_of(session, Phase, initiative, phase_id)
    with form.or_again(request, PHASE, **_around(initiative, phase)):
        service.edit_phase(session, phase, form.read(PhaseCreate), form.version)
    return saved(request, _phases(initiative), _("Saved. The phase is changed."))


@router.get("/{phase_id}/claims/new")
def ask_for_claim(
    request: Request, session: SessionDep, initiative: InitiativeToLog, phase_id: RowId
) -> Response:
    phase = row_of(session, Phase, initiative, phase_id)
    return render(request, CLAIM, form=Form.showing({"claimed_on": today()}), **_around(initiative, phase))


@router.post("/{phase_id}/claims")
def claim_lead(
    request: Request, session: SessionDep, initiative: InitiativeToLog, form: FormDep, phase_id: RowId
) -> Response:
    phase = row_of(session, Phase, initiative, phase_id)
    with form.or_again(request, CLAIM, **_around(initiative, phase)):
        new = form.read(ClaimCreate)
        once(
            session,
            form.idempotency_key,
            Claim,
            new,
            lambda: service.claim_lead(session, phase, new),
            below=phase,
        )
    return saved(request, _phases(initiative), _("Saved. The claim before it stays in history."))


def _phases(initiative: Initiative) -> str:
    return f"/initiatives/{initiative.slug}/phases"


def _around(initiative: Initiative, phase: Phase) -> dict[str, Any]:
    return {"initiative": initiative, "phase": phase, "name": phase_name(phase)}
