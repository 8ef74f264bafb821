"""JSON routes of findings and of the entries they rest on. The team answers at an address of its own."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends

from app.access import Right
from app.database.idempotency import once
from app.dependencies import (
    About,
    Cursor,
    IdempotencyKey,
    IfMatch,
    InitiativeByIdToEvaluate,
    InitiativeByIdToRead,
    Limit,
    SessionDep,
    row_with,
)
from app.findings import service
from app.findings.ground_queries import grounds_of
from app.findings.ground_service import rest_on
from app.findings.models import Finding, Ground
from app.findings.queries import findings_of
from app.findings.routes import IsOpen
from app.findings.schemas import FindingCreate, FindingPublic, FindingResponse, GroundCreate, GroundPublic
from app.web.pagination import PAGE_SIZE, After, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["findings"])
FindingToRead = Annotated[Finding, Depends(row_with(Finding, Right.READ))]
FindingToEvaluate = Annotated[Finding, Depends(row_with(Finding, Right.EVALUATE))]
FindingToLog = Annotated[Finding, Depends(row_with(Finding, Right.LOG))]


@router.get("/initiatives/{initiative_id}/findings", response_model=Page[FindingPublic])
def list_findings(
    session: SessionDep,
    initiative: InitiativeByIdToRead,
    indicator_id: About = None,
    *,
    is_open: IsOpen = False,
    cursor: Cursor = None,
    limit: Limit = PAGE_SIZE,
) -> Page[Finding]:
    after = After.parse(cursor)
    return findings_of(session, initiative.key, after, limit, indicator_id, is_open=is_open)


@router.post("/initiatives/{initiative_id}/findings", status_code=201, response_model=FindingPublic)
def write_finding(
    session: SessionDep, initiative: InitiativeByIdToEvaluate, new: FindingCreate, key: IdempotencyKey = None
) -> Finding:
    return once(
        session, key, Finding, new, lambda: service.write_finding(session, initiative, new), below=initiative
    )


@router.get("/findings/{row_id}", response_model=FindingPublic)
def show_finding(finding: FindingToRead) -> Finding:
    return finding


@router.patch("/findings/{row_id}", response_model=FindingPublic)
def edit_finding(
    session: SessionDep, finding: FindingToEvaluate, patch: Patch, if_match: IfMatch = None
) -> Finding:
    change = patched(FindingCreate, finding, patch)
    return service.edit_finding(session, finding, change, version_in(if_match))


@router.patch("/findings/{row_id}/response", response_model=FindingPublic)
def respond_to_finding(
    session: SessionDep, finding: FindingToLog, patch: Patch, if_match: IfMatch = None
) -> Finding:
    response = patched(FindingResponse, finding, patch)
    return service.respond_to(session, finding, response, version_in(if_match))


@router.get("/findings/{row_id}/grounds", response_model=list[GroundPublic])
def list_grounds(session: SessionDep, finding: FindingToRead) -> Sequence[Ground]:
    """All of them: a finding names at most 100 entries."""
    return grounds_of(session, finding.key)


@router.post("/findings/{row_id}/grounds", status_code=201, response_model=GroundPublic)
def rest_on_entry(session: SessionDep, finding: FindingToEvaluate, new: GroundCreate) -> Ground:
    """Naming an entry again changes what is said of it, and makes no second ground."""
    return rest_on(session, finding, new)
