"""Pages of the organizations that take part in an initiative."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.database.idempotency import once
from app.dependencies import InitiativeToManage, InitiativeToRead, RowId, SessionDep, row_of
from app.i18n import _
from app.i18n.labels import labels
from app.initiatives import service
from app.initiatives.models import Initiative, Partnership
from app.initiatives.pages import frame
from app.initiatives.queries import partners_of
from app.initiatives.schemas import PartnershipCreate, PartnershipUpdate
from app.organizations.models import Organization
from app.organizations.queries import organization_by_slug
from app.refusals import Invalid
from app.vocabulary import PartnershipRole
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/partners")
FORM = "initiatives/partner_form.html"


@router.get("")
def show_partners(request: Request, session: SessionDep, initiative: InitiativeToRead) -> Response:
    return render(
        request,
        "initiatives/partners.html",
        partners=partners_of(session, initiative.key),
        **frame(session, initiative),
    )


@router.get("/new")
def ask_for_partner(request: Request, session: SessionDep, initiative: InitiativeToManage) -> Response:
    return render(request, FORM, form=Form(), **_around(session, initiative))


@router.post("")
def add_partner(
    request: Request, session: SessionDep, initiative: InitiativeToManage, form: FormDep
) -> Response:
    with form.or_again(request, FORM, **_around(session, initiative)):
        new = _with_organization(session, form).read(PartnershipCreate)
        once(
            session,
            form.idempotency_key,
            Partnership,
            new,
            lambda: service.add_partner(session, initiative, new),
            below=initiative,
        )
    return saved(request, _partners(initiative), _("Saved. The organization is a partner."))


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


def _partners(initiative: Initiative) -> str:
    return f"/initiatives/{initiative.slug}/partners"


def _around(session: Session, initiative: Initiative, partner: Partnership | None = None) -> dict[str, Any]:
    """The roles leave out the lead: an initiative has one, which registered it."""
    roles = {value: text for value, text in labels(PartnershipRole).items() if value != PartnershipRole.LEAD}
    organization = session.get_one(Organization, partner.organization_id) if partner else None
    return {"initiative": initiative, "partner": partner, "organization": organization, "roles": roles}


def _with_organization(session: Session, form: Form) -> Form:
    """The form with the id for the address that was typed: a list to choose from would show every name."""
    organization = organization_by_slug(session, form["organization_id"].strip())
    if form["organization_id"].strip() and organization is None:
        raise Invalid({"organization_id": _("There is no organization with this address.")})
    return Form(form.typed | {"organization_id": [str(organization.key)] if organization else []})
