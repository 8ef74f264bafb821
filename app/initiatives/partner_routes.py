"""Pages of the organizations that take part in an initiative, changed and ended by those who lead it."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.access import Right
from app.clock import today, utc_now
from app.dependencies import InitiativeToManage, InitiativeToRead, RowId, SessionDep, row_of
from app.i18n import _
from app.initiatives import service
from app.initiatives.models import Initiative, Partnership
from app.initiatives.pages import frame
from app.initiatives.queries import invitations_of, is_over, partners_of
from app.initiatives.schemas import PartnershipUpdate
from app.organizations.models import Organization
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/partners")
FORM = "initiatives/partner_form.html"


@router.get("")
def show_partners(request: Request, session: SessionDep, initiative: InitiativeToRead) -> Response:
    partners = partners_of(session, initiative.key)
    manages = Right.MANAGE in request.state.rights
    return render(
        request,
        "initiatives/partners.html",
        partners=[pair for pair in partners if not is_over(pair[0])],
        ended=[pair for pair in partners if is_over(pair[0])],
        invitations=invitations_of(session, initiative.key) if manages else [],
        now=utc_now(),
        today=today(),
        **frame(session, initiative),
    )


@router.get("/{partner_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToManage, partner_id: RowId
) -> Response:
    partner = row_of(session, Partnership, initiative, partner_id)
    return render(request, FORM, form=Form.showing(partner), **_around(session, initiative, partner))


@router.post("/{partner_id}/edit")
def edit_partner(
    request: Request, session: SessionDep, initiative: InitiativeToManage, form: FormDep, partner_id: RowId
) -> Response:
    partner = row_of(session, Partnership, initiative, partner_id)
    with form.or_again(request, FORM, **_around(session, initiative, partner)):
        service.edit_partner(session, partner, form.read(PartnershipUpdate), form.version)
    return saved(request, _partners(initiative), _("Saved. The partnership is changed."))


@router.post("/{partner_id}/ending")
def end_partnership(
    request: Request, session: SessionDep, initiative: InitiativeToManage, partner_id: RowId
) -> Response:
    partner = row_of(session, Partnership, initiative, partner_id)
    with Form.showing(partner).or_again(request, FORM, **_around(session, initiative, partner)):
        service.end_partnership(session, partner)
    return saved(request, _partners(initiative), _("Ended. Its people see nothing here any more."))


def _partners(initiative: Initiative) -> str:
    return f"/initiatives/{initiative.slug}/partners"


def _around(session: Session, initiative: Initiative, partner: Partnership) -> dict[str, Any]:
    organization = session.get_one(Organization, partner.organization_id)
    return {"initiative": initiative, "partner": partner, "organization": organization}
