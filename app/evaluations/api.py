"""The evaluation document over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from app.dependencies import InitiativeByIdToRead, SessionDep
from app.evaluations.as_json import as_json
from app.evaluations.document import evaluate
from app.evaluations.schemas import Period

router = APIRouter(tags=["evaluations"])


@router.get("/initiatives/{initiative_id}/evaluation")
def show_evaluation(
    session: SessionDep, initiative: InitiativeByIdToRead, period: Annotated[Period, Query()]
) -> dict[str, Any]:
    return as_json(evaluate(session, initiative, period.last, starts_on=period.starts_on))
