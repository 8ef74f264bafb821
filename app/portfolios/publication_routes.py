"""The evaluations published of what an organization takes part in: what a funder reads of an initiative."""

from fastapi import APIRouter, Request, Response

from app.dependencies import Cursor, OrganizationToRead, SessionDep
from app.publications.queries import publications_for
from app.web.pagination import PAGE_SIZE, AfterId
from app.web.templating import render

router = APIRouter(prefix="/portfolios/{slug}/publications")


@router.get("")
def list_publications(
    request: Request, session: SessionDep, organization: OrganizationToRead, cursor: Cursor = None
) -> Response:
    page = publications_for(session, organization.key, AfterId.parse(cursor), PAGE_SIZE)
    return render(request, "portfolios/publications.html", organization=organization, page=page)
