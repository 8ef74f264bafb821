"""JSON routes of proposals, obstacles, incidents and stories."""

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
from app.learning import service
from app.learning.models import Incident, Obstacle, Proposal, Story
from app.learning.queries import entries_of
from app.learning.schemas import (
    IncidentCreate,
    IncidentPublic,
    ObstacleCreate,
    ObstaclePublic,
    ProposalCreate,
    ProposalPublic,
    StoryCreate,
    StoryPublic,
)
from app.web.pagination import PAGE_SIZE, After, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["learning"])
ProposalToRead = Annotated[Proposal, Depends(row_with(Proposal, Right.READ))]
ProposalToLog = Annotated[Proposal, Depends(row_with(Proposal, Right.LOG))]
ObstacleToRead = Annotated[Obstacle, Depends(row_with(Obstacle, Right.READ))]
ObstacleToLog = Annotated[Obstacle, Depends(row_with(Obstacle, Right.LOG))]
IncidentToRead = Annotated[Incident, Depends(row_with(Incident, Right.READ))]
IncidentToLog = Annotated[Incident, Depends(row_with(Incident, Right.LOG))]
StoryToRead = Annotated[Story, Depends(row_with(Story, Right.READ))]
StoryToLog = Annotated[Story, Depends(row_with(Story, Right.LOG))]


@router.get("/initiatives/{initiative_id}/proposals", response_model=Page[ProposalPublic])
def list_proposals(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Proposal]:
    return entries_of(session, Proposal, initiative.key, After.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/proposals", status_code=201, response_model=ProposalPublic)
def log_proposal(
    session: SessionDep, initiative: InitiativeByIdToLog, new: ProposalCreate, key: IdempotencyKey = None
) -> Proposal:
    return once(
        session, key, Proposal, new, lambda: service.log_proposal(session, initiative, new), below=initiative
    )


@router.get("/proposals/{row_id}", response_model=ProposalPublic)
def show_proposal(proposal: ProposalToRead) -> Proposal:
    return proposal


@router.patch("/proposals/{row_id}", response_model=ProposalPublic)
def edit_proposal(
    session: SessionDep, proposal: ProposalToLog, patch: Patch, if_match: IfMatch = None
) -> Proposal:
    change = patched(ProposalCreate, proposal, patch)
    return service.edit_proposal(session, proposal, change, version_in(if_match))


@router.get("/initiatives/{initiative_id}/obstacles", response_model=Page[ObstaclePublic])
def list_obstacles(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Obstacle]:
    return entries_of(session, Obstacle, initiative.key, After.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/obstacles", status_code=201, response_model=ObstaclePublic)
def log_obstacle(
    session: SessionDep, initiative: InitiativeByIdToLog, new: ObstacleCreate, key: IdempotencyKey = None
) -> Obstacle:
    return once(
        session, key, Obstacle, new, lambda: service.log_obstacle(session, initiative, new), below=initiative
    )


@router.get("/obstacles/{row_id}", response_model=ObstaclePublic)
def show_obstacle(obstacle: ObstacleToRead) -> Obstacle:
    return obstacle


@router.patch("/obstacles/{row_id}", response_model=ObstaclePublic)
def edit_obstacle(
    session: SessionDep, obstacle: ObstacleToLog, patch: Patch, if_match: IfMatch = None
) -> Obstacle:
    change = patched(ObstacleCreate, obstacle, patch)
    return service.edit_obstacle(session, obstacle, change, version_in(if_match))


@router.get("/initiatives/{initiative_id}/incidents", response_model=Page[IncidentPublic])
def list_incidents(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Incident]:
    return entries_of(session, Incident, initiative.key, After.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/incidents", status_code=201, response_model=IncidentPublic)
def log_incident(
    session: SessionDep, initiative: InitiativeByIdToLog, new: IncidentCreate, key: IdempotencyKey = None
) -> Incident:
    return once(
        session, key, Incident, new, lambda: service.log_incident(session, initiative, new), below=initiative
    )


@router.get("/incidents/{row_id}", response_model=IncidentPublic)
def show_incident(incident: IncidentToRead) -> Incident:
    return incident


@router.patch("/incidents/{row_id}", response_model=IncidentPublic)
def edit_incident(
    session: SessionDep, incident: IncidentToLog, patch: Patch, if_match: IfMatch = None
) -> Incident:
    change = patched(IncidentCreate, incident, patch)
    return service.edit_incident(session, incident, change, version_in(if_match))


@router.get("/initiatives/{initiative_id}/stories", response_model=Page[StoryPublic])
def list_stories(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Story]:
    return entries_of(session, Story, initiative.key, After.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/stories", status_code=201, response_model=StoryPublic)
def log_story(
    session: SessionDep, initiative: InitiativeByIdToLog, new: StoryCreate, key: IdempotencyKey = None
) -> Story:
    return once(
        session, key, Story, new, lambda: service.log_story(session, initiative, new), below=initiative
    )


@router.get("/stories/{row_id}", response_model=StoryPublic)
def show_story(story: StoryToRead) -> Story:
    return story


@router.patch("/stories/{row_id}", response_model=StoryPublic)
def edit_story(session: SessionDep, story: StoryToLog, patch: Patch, if_match: IfMatch = None) -> Story:
    change = patched(StoryCreate, story, patch)
    return service.edit_story(session, story, change, version_in(if_match))
