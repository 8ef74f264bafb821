"""JSON routes of contributions, and of the explanations beside them."""

from typing import Annotated

from fastapi import APIRouter, Depends

from app.access import Right
from app.contributions import service
from app.contributions.models import Contribution, Explanation
from app.contributions.queries import contributions_of, explanations_of
from app.contributions.schemas import (
    ContributionCreate,
    ContributionPublic,
    ExplanationCreate,
    ExplanationPublic,
)
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
from app.web.pagination import PAGE_SIZE, After, Page
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["contributions"])
ContributionToRead = Annotated[Contribution, Depends(row_with(Contribution, Right.READ))]
ContributionToEvaluate = Annotated[Contribution, Depends(row_with(Contribution, Right.EVALUATE))]
ExplanationToRead = Annotated[Explanation, Depends(row_with(Explanation, Right.READ))]
ExplanationToEvaluate = Annotated[Explanation, Depends(row_with(Explanation, Right.EVALUATE))]


@router.get("/initiatives/{initiative_id}/contributions", response_model=Page[ContributionPublic])
def list_contributions(
    session: SessionDep, initiative: InitiativeByIdToRead, cursor: Cursor = None, limit: Limit = PAGE_SIZE
) -> Page[Contribution]:
    return contributions_of(session, initiative.key, After.parse(cursor), limit)


@router.post("/initiatives/{initiative_id}/contributions", status_code=201, response_model=ContributionPublic)
def claim_contribution(
    session: SessionDep,
    initiative: InitiativeByIdToEvaluate,
    new: ContributionCreate,
    key: IdempotencyKey = None,
) -> Contribution:
    return once(
        session,
        key,
        Contribution,
        new,
        lambda: service.claim_contribution(session, initiative, new),
        below=initiative,
    )


@router.get("/contributions/{row_id}", response_model=ContributionPublic)
def show_contribution(contribution: ContributionToRead) -> Contribution:
    return contribution


@router.patch("/contributions/{row_id}", response_model=ContributionPublic)
def edit_contribution(
    session: SessionDep, contribution: ContributionToEvaluate, patch: Patch, if_match: IfMatch = None
) -> Contribution:
    change = patched(ContributionCreate, contribution, patch)
    return service.edit_contribution(session, contribution, change, version_in(if_match))


@router.get("/contributions/{row_id}/explanations", response_model=list[ExplanationPublic])
def list_explanations(session: SessionDep, contribution: ContributionToRead) -> list[Explanation]:
    return explanations_of(session, [contribution.key])[contribution.key]


@router.post("/contributions/{row_id}/explanations", status_code=201, response_model=ExplanationPublic)
def consider_explanation(
    session: SessionDep,
    contribution: ContributionToEvaluate,
    new: ExplanationCreate,
    key: IdempotencyKey = None,
) -> Explanation:
    return once(
        session,
        key,
        Explanation,
        new,
        lambda: service.consider_explanation(session, contribution, new),
        below=contribution,
    )


@router.get("/explanations/{row_id}", response_model=ExplanationPublic)
def show_explanation(explanation: ExplanationToRead) -> Explanation:
    return explanation


@router.patch("/explanations/{row_id}", response_model=ExplanationPublic)
def edit_explanation(
    session: SessionDep, explanation: ExplanationToEvaluate, patch: Patch, if_match: IfMatch = None
) -> Explanation:
    change = patched(ExplanationCreate, explanation, patch)
    return service.edit_explanation(session, explanation, change, version_in(if_match))
