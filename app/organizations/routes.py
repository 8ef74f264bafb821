"""Pages of organizations: one's own, and what they are."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.access import may_administer
from app.accounts.models import Person
from app.database.idempotency import once
from app.dependencies import OrganizationToAdminister, OrganizationToRead, SessionDep, SignedIn
from app.i18n import _
from app.i18n.countries import countries, country_name
from app.organizations import service
from app.organizations.invitations import is_over
from app.organizations.models import Organization
from app.organizations.people import former_members_of, members_of, pending_invitations
from app.organizations.queries import (
    archived_organizations_of,
    initiatives_led_by,
    organizations_with,
)
from app.organizations.schemas import OrganizationCreate, OrganizationUpdate
from app.refusals import Absent
from app.web.answers import inside, saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/organizations")
NEW, EDIT, ARCHIVE = "organizations/new.html", "organizations/edit.html", "organizations/archive.html"


@router.get("")
def list_organizations(request: Request, session: SessionDep, actor: SignedIn) -> Response:
    return render(
        request,
        "organizations/list.html",
        organizations=organizations_with(session, actor.organization_ids),
        archived=archived_organizations_of(session, actor.person_id),
        roles=actor.roles,
    )


@router.get("/new")
def ask_for_organization(
    request: Request,
    actor: SignedIn,
    next: str = "",  # noqa: A002  # the word of the address
) -> Response:
    """`next` is where to go on, such as an invitation that waits for an organization."""
    return render(request, NEW, form=Form.showing({"next": next}), countries=countries())


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
    page = f"/organizations/{organization.slug}"
    return saved(request, inside(form["next"], page), _("Saved. You administer it."))


@router.get("/{slug}")
def show_organization(
    request: Request, session: SessionDep, actor: SignedIn, organization: OrganizationToRead
) -> Response:
    return render(
        request,
        "organizations/organization.html",
        organization=organization,
        country=country_name(organization.country),
        members=members_of(session, organization.key),
        administers=may_administer(actor, organization.key),
        by_mail=request.app.state.settings.has_mail,
        **_for_administrators(session, organization),
    )


@router.get("/{slug}/edit")
def ask_for_changes(request: Request, actor: SignedIn, organization: OrganizationToAdminister) -> Response:
    return render(
        request, EDIT, form=Form.showing(organization), organization=organization, countries=countries()
    )


@router.post("/{slug}/edit")
def edit_organization(
    request: Request, session: SessionDep, organization: OrganizationToAdminister, form: FormDep
) -> Response:
    with form.or_again(request, EDIT, organization=organization, countries=countries()):
        service.edit_organization(session, organization, form.read(OrganizationUpdate), form.version)
    return saved(request, f"/organizations/{organization.slug}", _("Saved. The organization is changed."))


@router.get("/{slug}/archive")
def ask_before_archiving(
    request: Request, session: SessionDep, organization: OrganizationToAdminister
) -> Response:
    return render(request, ARCHIVE, form=Form(), **_before_archiving(session, organization))


@router.post("/{slug}/archive")
def archive_organization(
    request: Request, session: SessionDep, organization: OrganizationToAdminister, form: FormDep
) -> Response:
    with form.or_again(request, ARCHIVE, **_before_archiving(session, organization)):
        service.archive_organization(session, organization, form.version)
    undo = f"/organizations/{organization.slug}/restore"
    return saved(request, "/organizations", _("The organization is archived."), undo=undo)


@router.post("/{slug}/restore")
def restore_organization(request: Request, session: SessionDep, actor: SignedIn, slug: str) -> Response:
    """By those who administered it. For everybody else it is not there, archived or not."""
    found = [one for one in archived_organizations_of(session, actor.person_id) if one.slug == slug]
    if not found:
        raise Absent
    service.restore_organization(session, found[0])
    return saved(request, f"/organizations/{slug}", _("Brought back, with its people as they were."))


def _for_administrators(session: Session, organization: Organization) -> dict[str, Any]:
    return {
        "former": former_members_of(session, organization.key),
        "invitations": pending_invitations(session, organization.key),
        "is_over": is_over,
    }


def _before_archiving(session: Session, organization: Organization) -> dict[str, Any]:
    return {"organization": organization, "led": initiatives_led_by(session, organization.key)}
