"""Comparisons over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from app.comparisons.as_json import as_json
from app.comparisons.compared import comparison
from app.comparisons.reading import to_read
from app.comparisons.schemas import WantedById
from app.dependencies import SessionDep, SignedIn

router = APIRouter(tags=["comparisons"])


@router.get("/comparisons")
def show_comparison(
    session: SessionDep, actor: SignedIn, asked: Annotated[WantedById, Query()]
) -> dict[str, Any]:
    """Two initiatives, or two periods of one: what differs around them, and both evaluation documents."""
    both = to_read(session, actor, asked.left), to_read(session, actor, asked.right)
    return as_json(comparison(session, both, asked))
