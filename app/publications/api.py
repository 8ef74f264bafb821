"""JSON routes of publications. The content is the bytes as they are kept."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from app.access import Right
from app.database.idempotency import once
from app.dependencies import (
    Cursor,
    IdempotencyKey,
    IfMatch,
    InitiativeByIdToEvaluate,
    InitiativeByIdToRead,
    Limit,
    SessionDep,
    row_with,
)
from app.publications import service
from app.publications.dependencies import PublishedDep
from app.publications.models import Publication
from app.publications.queries import publications_of
from app.publications.reading_routes import content_of
from app.publications.schemas import (
    PublicationCreate,
    PublicationPublic,
    PublicationReachChange,
    PublicationWithdrawal,
)
from app.web.pagination import PAGE_SIZE, AfterId, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["publications"])
PublicationToRead = Annotated[Publication, Depends(row_with(Publication, Right.READ))]
PublicationToEvaluate = Annotated[Publication, Depends(row_with(Publication, Right.EVALUATE))]


@router.get("/initiatives/{initiative_id}/publications", response_model=Page[PublicationPublic])
def list_publications(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Publication]:
    return publications_of(session, initiative.key, AfterId.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/publications", status_code=201, response_model=PublicationPublic)
def publish(
    session: SessionDep,
    initiative: InitiativeByIdToEvaluate,
    new: PublicationCreate,
    key: IdempotencyKey = None,
) -> Publication:
    return once(
        session,
        key,
        Publication,
        new,
        lambda: service.publish(session, initiative, new),
        below=initiative,
    )


@router.get("/publications/{row_id}", response_model=PublicationPublic)
def show_publication(publication: PublicationToRead) -> Publication:
    return publication


@router.get("/publications/{row_id}/content")
def show_content(request: Request, found: PublishedDep) -> Response:
    return content_of(request, found)


@router.patch("/publications/{row_id}", response_model=PublicationPublic)
def change_reach(
    session: SessionDep, publication: PublicationToEvaluate, patch: Patch, if_match: IfMatch = None
) -> Publication:
    change = patched(PublicationReachChange, publication, patch)
    return service.change_reach(session, publication, change, version_in(if_match))


@router.post("/publications/{row_id}/withdraw", response_model=PublicationPublic)
def withdraw(
    session: SessionDep,
    publication: PublicationToEvaluate,
    withdrawal: PublicationWithdrawal,
    if_match: IfMatch = None,
) -> Publication:
    return service.withdraw(session, publication, withdrawal, version_in(if_match))
