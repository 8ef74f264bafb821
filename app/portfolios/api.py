"""JSON of portfolios."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends

from app.dependencies import Cursor, Limit, OrganizationByIdToRead, SessionDep, SignedIn
from app.portfolios.portfolio import portfolio, stretch
from app.portfolios.queries import readings
from app.portfolios.schemas import PortfolioPublic, Wanted
from app.web.pagination import PAGE_SIZE, After

router = APIRouter(tags=["portfolios"])


@router.get("/portfolios/{organization_id}", response_model=PortfolioPublic)
def show_portfolio(
    session: SessionDep,
    actor: SignedIn,
    organization: OrganizationByIdToRead,
    wanted: Annotated[Wanted, Depends()],
    cursor: Cursor = None,
    limit: Limit = PAGE_SIZE,
) -> dict[str, Any]:
    role = wanted.role_of(organization.type)
    rows = readings(session, organization.key, role, actor, wanted)
    page = stretch(rows, After.parse(cursor), limit)
    return {
        "organization_id": organization.key,
        "role": role,
        "overall": portfolio(rows),
        "items": page.lines,
        "next": page.next,
    }
