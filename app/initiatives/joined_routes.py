"""What an organization takes part in, on its own side: its lines of the partnerships, and the way out."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.access import may_administer
from app.dependencies import OrganizationToAdminister, OrganizationToRead, RowId, SessionDep, SignedIn
from app.i18n import _
from app.initiatives import service
from app.initiatives.queries import partnerships_joined_by, reads
from app.organizations.models import Organization
from app.refusals import Absent
from app.web.answers import saved
from app.web.forms import Form
from app.web.templating import render

router = APIRouter(prefix="/organizations/{slug}/partnerships")
LEAVE = "initiatives/leave.html"


@router.get("")
def show_partnerships(
    request: Request, session: SessionDep, actor: SignedIn, organization: OrganizationToRead
) -> Response:
    joined = partnerships_joined_by(session, organization.key)
    return render(
        request,
        "initiatives/joined.html",
        organization=organization,
        joined=joined,
        readable=reads(session, actor, [initiative.key for _partnership, initiative in joined]),
        administers=may_administer(actor, organization.key),
    )


@router.get("/{partnership_id}/ending")
def ask_to_leave(
    request: Request, session: SessionDep, organization: OrganizationToAdminister, partnership_id: RowId
) -> Response:
    around = _around(session, organization, partnership_id)
    return render(request, LEAVE, form=Form(), **around)


@router.post("/{partnership_id}/ending")
def leave(
    request: Request, session: SessionDep, organization: OrganizationToAdminister, partnership_id: RowId
) -> Response:
    around = _around(session, organization, partnership_id)
    with Form().or_again(request, LEAVE, **around):
        service.end_partnership(session, around["partnership"])
    message = _("Ended. Your people see nothing of it any more.")
    return saved(request, f"/organizations/{organization.slug}/partnerships", message)


def _around(session: Session, organization: Organization, partnership_id: int) -> dict[str, Any]:
    joined = partnerships_joined_by(session, organization.key)
    found = next((pair for pair in joined if pair[0].key == partnership_id), None)
    if found is None:
        raise Absent
    return {"organization": organization, "partnership": found[0], "initiative": found[1]}
