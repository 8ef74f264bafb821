"""JSON routes of what teams answer to warnings."""

from typing import Annotated

from fastapi import APIRouter, Depends

from app.access import Right
from app.database.idempotency import once
from app.dependencies import (
    Cursor,
    IdempotencyKey,
    IfMatch,
    InitiativeByIdToLog,
    InitiativeByIdToRead,
    Limit,
    SessionDep,
    row_with,
)
from app.evaluations import service
from app.evaluations.answer_queries import answers_of
from app.evaluations.models import WarningAnswer
from app.evaluations.schemas import WarningAnswerCreate, WarningAnswerPublic
from app.web.pagination import PAGE_SIZE, After, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["evaluations"])
AnswerToRead = Annotated[WarningAnswer, Depends(row_with(WarningAnswer, Right.READ))]
AnswerToLog = Annotated[WarningAnswer, Depends(row_with(WarningAnswer, Right.LOG))]


@router.get("/initiatives/{initiative_id}/warning-answers", response_model=Page[WarningAnswerPublic])
def list_answers(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[WarningAnswer]:
    return answers_of(session, initiative.key, After.parse(cursor), limit)


@router.post(
    "/initiatives/{initiative_id}/warning-answers", status_code=201, response_model=WarningAnswerPublic
)
def answer_warning(
    session: SessionDep, initiative: InitiativeByIdToLog, new: WarningAnswerCreate, key: IdempotencyKey = None
) -> WarningAnswer:
    return once(
        session,
        key,
        WarningAnswer,
        new,
        lambda: service.answer_warning(session, initiative, new),
        below=initiative,
    )


@router.get("/warning-answers/{row_id}", response_model=WarningAnswerPublic)
def show_answer(answer: AnswerToRead) -> WarningAnswer:
    return answer


@router.patch("/warning-answers/{row_id}", response_model=WarningAnswerPublic)
def edit_answer(
    session: SessionDep, answer: AnswerToLog, patch: Patch, if_match: IfMatch = None
) -> WarningAnswer:
    change = patched(WarningAnswerCreate, answer, patch)
    return service.edit_answer(session, answer, change, version_in(if_match))
