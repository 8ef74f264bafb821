"""JSON routes of locked periods; lifted with DELETE /locks/{row_id}, as everything is archived."""

from fastapi import APIRouter

from app.database.idempotency import once
from app.dependencies import (
    Cursor,
    IdempotencyKey,
    InitiativeByIdToEvaluate,
    InitiativeByIdToRead,
    Limit,
    SessionDep,
)
from app.indicators import locks
from app.indicators.locks import LockCreate, LockPublic, page_of_locks
from app.indicators.models import PeriodLock
from app.web.pagination import PAGE_SIZE, AfterId, Page

router = APIRouter(prefix="/initiatives/{initiative_id}/locks", tags=["indicators and observations"])


@router.get("", response_model=Page[LockPublic])
def list_locks(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[PeriodLock]:
    return page_of_locks(session, initiative.key, AfterId.parse(cursor), limit)


@router.post("", status_code=201, response_model=LockPublic)
def lock_period(
    session: SessionDep, initiative: InitiativeByIdToEvaluate, new: LockCreate, key: IdempotencyKey = None
) -> PeriodLock:
    return once(
        session,
        key,
        PeriodLock,
        new,
        lambda: locks.lock_period(session, initiative, new),
        below=initiative,
    )
