"""The page of what an initiative cost: here, since beside the costs stand citizens' hours from the log."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.clock import today
from app.costs.queries import Wanted, benefits_of, costs_of
from app.costs.routes import around
from app.dependencies import Cursor, InitiativeToRead, SessionDep
from app.evaluations.document import evaluate
from app.evaluations.links import Links
from app.evaluations.time_rows import time_block
from app.initiatives.models import Initiative
from app.web.pagination import PAGE_SIZE, After
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/costs")


@router.get("")
def list_costs(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    cursor: Cursor = None,
    ids: str = "",
    stage: str = "",
    nature: str = "",
    currency: str = "",
) -> Response:
    wanted = Wanted.parse(ids, stage, nature, currency)
    return render(
        request,
        "costs/list.html",
        wanted=wanted,
        costs=costs_of(session, initiative.key, After.parse(cursor), PAGE_SIZE, wanted),
        **({} if wanted.is_narrowed else _whole(session, initiative)),
        **around(session, initiative),
    )


def _whole(session: Session, initiative: Initiative) -> dict[str, Any]:
    """Sums and benefits, which the entries behind one number do without; the own currency comes first."""
    evaluation = evaluate(session, initiative, today())
    totals = [money.totals for money in evaluation.costs if money.totals]
    return {
        "totals": sorted(totals, key=lambda sums: sums.currency is not initiative.currency),
        "time": time_block(evaluation, Links(initiative.slug)),
        "benefits": benefits_of(session, initiative.key, None, PAGE_SIZE),
    }
