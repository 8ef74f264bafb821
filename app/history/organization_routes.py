"""Pages of the history of an organization, for its administrators: its people, invitations and itself."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import StreamingResponse

from app.dependencies import Cursor, OrganizationToAdminister, SessionDep
from app.history.export import Export
from app.history.kinds import OF_ORGANIZATIONS
from app.history.pages import filters, page_of
from app.history.queries import Wanted, of_organization
from app.web.csv import MEDIA_TYPE
from app.web.downloads import as_attachment
from app.web.templating import render

router = APIRouter(prefix="/organizations/{slug}")
WantedDep = Annotated[Wanted, Depends()]


@router.get("/history")
def show_history(
    request: Request,
    session: SessionDep,
    organization: OrganizationToAdminister,
    wanted: WantedDep,
    cursor: Cursor = None,
) -> Response:
    place = of_organization(organization.key)
    return render(
        request,
        "history/organization.html",
        organization=organization,
        **filters(session, place, OF_ORGANIZATIONS),
        **page_of(session, place, wanted, cursor, with_addresses=True),
    )


@router.get("/history.csv")
def export_as_csv(request: Request, organization: OrganizationToAdminister, wanted: WantedDep) -> Response:
    export = Export(
        request.app.state.database, of_organization(organization.key), wanted, with_addresses=True
    )
    headers = as_attachment(f"{organization.slug}-history.csv")
    return StreamingResponse(export.as_csv(), media_type=MEDIA_TYPE, headers=headers)
