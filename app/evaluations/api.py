"""The evaluation document over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from app.clock import today
from app.dependencies import InitiativeByIdToRead, SessionDep
from app.evaluations.as_json import as_json
from app.evaluations.document import evaluate
from app.fields import Day

router = APIRouter(tags=["evaluations"])
AsOf = Annotated[Day | None, Query(description="The day to look from; today when left out")]


@router.get("/initiatives/{initiative_id}/evaluation")
def show_evaluation(
    session: SessionDep, initiative: InitiativeByIdToRead, as_of: AsOf = None
) -> dict[str, Any]:
    return as_json(evaluate(session, initiative, as_of or today()))
