"""Pages of portfolios: what an organization funds or leads, side by side."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from app.dependencies import Cursor, OrganizationToRead, SessionDep, SignedIn
from app.organizations.queries import organizations_with
from app.portfolios.page import portfolio_page
from app.portfolios.wanted import Wanted
from app.web.answers import see
from app.web.pagination import PAGE_SIZE
from app.web.templating import render

router = APIRouter(prefix="/portfolios")


@router.get("")
def list_portfolios(request: Request, session: SessionDep, actor: SignedIn) -> Response:
    """Whoever belongs to one organization wants its portfolio at once."""
    organizations = organizations_with(session, actor.organization_ids)
    if len(organizations) == 1:
        return see(f"/portfolios/{organizations[0].slug}")
    return render(request, "portfolios/list.html", organizations=organizations)


@router.get("/{slug}")
def show_portfolio(
    request: Request,
    session: SessionDep,
    actor: SignedIn,
    organization: OrganizationToRead,
    wanted: Annotated[Wanted, Depends()],
    cursor: Cursor = None,
) -> Response:
    return render(
        request,
        "portfolios/portfolio.html",
        **portfolio_page(session, actor, organization, wanted, cursor, PAGE_SIZE),
    )
