"""Pages of organizations: one's own, what they are, and who belongs to them."""

from typing import Any

from fastapi import APIRouter, Request, Response

from app.access import may_administer
from app.accounts.models import Person
from app.database.idempotency import once
from app.dependencies import OrganizationToAdminister, OrganizationToRead, SessionDep, SignedIn
from app.i18n import _
from app.i18n.countries import countries, country_name
from app.organizations import service
from app.organizations.models import Organization
from app.organizations.queries import members_of, organizations_with
from app.organizations.schemas import MemberCreate, OrganizationCreate, OrganizationUpdate
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/organizations")
NEW, EDIT, PAGE = "organizations/new.html", "organizations/edit.html", "organizations/organization.html"


@router.get("")
def list_organizations(request: Request, session: SessionDep, actor: SignedIn) -> Response:
    organizations = organizations_with(session, actor.organization_ids)
    return render(request, "organizations/list.html", organizations=organizations, roles=actor.roles)


@router.get("/new")
def ask_for_organization(request: Request, actor: SignedIn) -> Response:
    return render(request, NEW, form=Form(), countries=countries())


@router.post("")
def found_organization(request: Request, session: SessionDep, actor: SignedIn, form: FormDep) -> Response:
    with form.or_again(request, NEW, countries=countries()):
        new = form.read(OrganizationCreate)
        founder = session.get_one(Person, actor.person_id)
        organization = once(
            session,
            form.idempotency_key,
            Organization,
            new,
            lambda: service.found_organization(session, new, founder),
        )
    return saved(request, f"/organizations/{organization.slug}", _("Saved. You administer it."))


@router.get("/{slug}")
def show_organization(
    request: Request, session: SessionDep, actor: SignedIn, organization: OrganizationToRead
) -> Response:
    administers = may_administer(actor, organization.key)
    return render(request, PAGE, form=Form(), administers=administers, **_inside(session, organization))


@router.get("/{slug}/edit")
def ask_for_changes(request: Request, actor: SignedIn, organization: OrganizationToAdminister) -> Response:
    return render(request, EDIT, form=Form.showing(organization), organization=organization)


@router.post("/{slug}/edit")
def edit_organization(
    request: Request, session: SessionDep, organization: OrganizationToAdminister, form: FormDep
) -> Response:
    with form.or_again(request, EDIT, organization=organization):
        service.edit_organization(session, organization, form.read(OrganizationUpdate), form.version)
    return saved(request, f"/organizations/{organization.slug}", _("Saved. The organization is changed."))


@router.post("/{slug}/members")
def take_in_member(
    request: Request, session: SessionDep, organization: OrganizationToAdminister, form: FormDep
) -> Response:
    with form.or_again(request, PAGE, administers=True, **_inside(session, organization)):
        service.take_in(session, organization, form.read(MemberCreate))
    return saved(request, f"/organizations/{organization.slug}", _("Saved. The person belongs to it now."))


def _inside(session: SessionDep, organization: Organization) -> dict[str, Any]:
    return {
        "organization": organization,
        "country": country_name(organization.country),
        "members": members_of(session, organization.key),
    }
