"""Pages to see, log and change one cost. The list, with citizens' time beside it, is made by evaluations."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.costs import service
from app.costs.models import Cost
from app.costs.schemas import CostCreate
from app.database.idempotency import once
from app.dependencies import (
    InitiativeToLog,
    InitiativeToRead,
    Like,
    RowId,
    SessionDep,
    row_of,
)
from app.evidence.queries import files_of
from app.i18n import _
from app.i18n.labels import label
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.initiatives.queries import phases_of
from app.vocabulary import EntryKind
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/costs")
FORM = "costs/cost_form.html"
KEPT = {"currency", "note", "nature", "stage", "payer", "phase_id", "is_estimate"}
"""What a cost like another one shares with it."""


@router.get("/new")
def ask_for_cost(
    request: Request, session: SessionDep, initiative: InitiativeToLog, like: Like = None
) -> Response:
    known = row_of(session, Cost, initiative, like) if like else None
    return render(request, FORM, form=_first_form(known), cost=None, **around(session, initiative))


@router.post("")
def record_cost(
    request: Request, session: SessionDep, initiative: InitiativeToLog, form: FormDep
) -> Response:
    with form.or_again(request, FORM, cost=None, **around(session, initiative)):
        new = form.read(CostCreate)
        cost = once(
            session,
            form.idempotency_key,
            Cost,
            new,
            lambda: service.record_cost(session, initiative, new),
            below=initiative,
        )
    return saved(request, _address(initiative, cost), _("Saved. The cost is in the log."))


@router.get("/{cost_id}")
def show_cost(
    request: Request, session: SessionDep, initiative: InitiativeToRead, cost_id: RowId
) -> Response:
    cost = row_of(session, Cost, initiative, cost_id)
    files = files_of(session, initiative.key, EntryKind.COST, cost_id)
    return render(request, "costs/cost.html", cost=cost, files=files, **around(session, initiative))


@router.get("/{cost_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToLog, cost_id: RowId
) -> Response:
    cost = row_of(session, Cost, initiative, cost_id)
    return render(request, FORM, form=Form.showing(cost), cost=cost, **around(session, initiative))


@router.post("/{cost_id}/edit")
def edit_cost(
    request: Request, session: SessionDep, initiative: InitiativeToLog, cost_id: RowId, form: FormDep
) -> Response:
    cost = row_of(session, Cost, initiative, cost_id)
    with form.or_again(request, FORM, cost=cost, **around(session, initiative)):
        service.edit_cost(session, cost, form.read(CostCreate), form.version)
    return saved(request, _address(initiative, cost), _("Saved. The cost is changed."))


def _first_form(like: Cost | None) -> Form:
    """A cost like another one has its own day and amount."""
    return Form.showing(like.model_dump(include=KEPT) if like else {})


def _address(initiative: Initiative, cost: Cost) -> str:
    return f"/initiatives/{initiative.slug}/costs/{cost.key}"


def around(session: Session, initiative: Initiative) -> dict[str, Any]:
    """The frame, and the phases by id: a cost may belong to one."""
    phases = {phase.key: phase.name or label(phase.kind) for phase in phases_of(session, initiative.key)}
    return {**frame(session, initiative), "phases": phases}
