"""JSON of portfolios."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends

from app.clock import today
from app.dependencies import Cursor, Limit, OrganizationByIdToRead, SessionDep, SignedIn
from app.portfolios.kept import figures
from app.portfolios.queries import lines
from app.portfolios.schemas import PortfolioPublic
from app.portfolios.wanted import Wanted
from app.web.pagination import PAGE_SIZE

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
    found = figures(session, organization.key, role, wanted, today())
    page = lines(session, organization.key, role, actor, wanted, cursor, limit)
    return {
        "organization_id": organization.key,
        "role": role,
        "overall": found.overall,
        "groups": found.groups,
        "items": page.lines,
        "next": page.next,
    }
