"""JSON routes of the activity log."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from app.access import Right
from app.activities import service
from app.activities.models import Activity
from app.activities.queries import Wanted, activities_of
from app.activities.schemas import ActivityCreate, ActivityPublic
from app.database.idempotency import once
from app.dependencies import (
    Cursor,
    IdempotencyKey,
    IfMatch,
    InitiativeByIdToLog,
    InitiativeByIdToRead,
    Limit,
    SessionDep,
    SignedIn,
    row_with,
)
from app.initiatives.queries import partnerships_of
from app.web.addresses import LARGEST_ID
from app.web.pagination import PAGE_SIZE, After, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["activities"])
ActivityToRead = Annotated[Activity, Depends(row_with(Activity, Right.READ))]
ActivityToLog = Annotated[Activity, Depends(row_with(Activity, Right.LOG))]


@router.get("/initiatives/{initiative_id}/activities", response_model=Page[ActivityPublic])
def list_activities(
    session: SessionDep,
    initiative: InitiativeByIdToRead,
    phase_id: Annotated[int | None, Query(ge=1, le=LARGEST_ID)] = None,
    cursor: Cursor = None,
    limit: Limit = PAGE_SIZE,
) -> Page[Activity]:
    wanted = Wanted(phase_id=phase_id)
    return activities_of(session, initiative.key, wanted, After.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/activities", status_code=201, response_model=ActivityPublic)
def log_activity(
    session: SessionDep,
    actor: SignedIn,
    initiative: InitiativeByIdToLog,
    new: ActivityCreate,
    key: IdempotencyKey = None,
) -> Activity:
    side = service.side_of(actor, partnerships_of(session, initiative.key))
    return once(
        session,
        key,
        Activity,
        new,
        lambda: service.log_activity(session, initiative, new, side=side),
        below=initiative,
    )


@router.get("/activities/{row_id}", response_model=ActivityPublic)
def show_activity(activity: ActivityToRead) -> Activity:
    return activity


@router.patch("/activities/{row_id}", response_model=ActivityPublic)
def edit_activity(
    session: SessionDep, activity: ActivityToLog, patch: Patch, if_match: IfMatch = None
) -> Activity:
    change = patched(ActivityCreate, activity, patch)
    return service.edit_activity(session, activity, change, version_in(if_match))
