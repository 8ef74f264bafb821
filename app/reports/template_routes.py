"""Pages of an organization's report templates: what stands in the reports that are handed to it, or by it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from app.access import may_administer
from app.database.editing import archive, restore
from app.database.idempotency import once
from app.dependencies import OrganizationToAdminister, OrganizationToRead, RowId, SessionDep, SignedIn
from app.i18n import _
from app.organizations.models import Organization
from app.refusals import Absent, Archived
from app.reports import service
from app.reports.models import ReportTemplate
from app.reports.queries import templates_of
from app.reports.schemas import ReportTemplateCreate
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/organizations/{slug}/report-templates")
FORM = "reports/template.html"


def template_here(
    session: SessionDep, organization: OrganizationToAdminister, row_id: RowId
) -> ReportTemplate:
    """Archived or not, so that a form sent twice is answered twice alike."""
    template = session.get(ReportTemplate, row_id)
    if template is None or template.organization_id != organization.key:
        raise Absent
    return template


TemplateHere = Annotated[ReportTemplate, Depends(template_here)]


def template_in_use(template: TemplateHere) -> ReportTemplate:
    if template.archived_at:
        raise Archived(template)
    return template


TemplateInUse = Annotated[ReportTemplate, Depends(template_in_use)]


@router.get("")
def list_templates(
    request: Request, session: SessionDep, actor: SignedIn, organization: OrganizationToRead
) -> Response:
    administers = may_administer(actor, organization.key)
    return render(
        request,
        "reports/templates.html",
        organization=organization,
        templates=templates_of(session, organization.key),
        archived=templates_of(session, organization.key, archived=True) if administers else [],
        administers=administers,
    )


@router.get("/new")
def ask_for_template(request: Request, organization: OrganizationToAdminister) -> Response:
    return render(request, FORM, form=Form(), organization=organization, kept=None)


@router.post("")
def keep_template(
    request: Request, session: SessionDep, organization: OrganizationToAdminister, form: FormDep
) -> Response:
    with form.or_again(request, FORM, organization=organization, kept=None):
        new = form.read(ReportTemplateCreate)
        once(
            session,
            form.idempotency_key,
            ReportTemplate,
            new,
            lambda: service.keep_template(session, organization, new),
            below=organization,
        )
    return saved(request, address(organization), _("Saved. The report of each initiative offers it."))


@router.get("/{row_id}/edit")
def ask_for_changes(
    request: Request, organization: OrganizationToAdminister, template: TemplateInUse
) -> Response:
    form = Form.showing(template)
    return render(request, FORM, form=form, organization=organization, kept=template)


@router.post("/{row_id}/edit")
def edit_template(
    request: Request,
    session: SessionDep,
    organization: OrganizationToAdminister,
    template: TemplateInUse,
    form: FormDep,
) -> Response:
    with form.or_again(request, FORM, organization=organization, kept=template):
        service.edit_template(session, template, form.read(ReportTemplateCreate), form.version)
    return saved(request, address(organization), _("Saved. The report template is changed."))


@router.post("/{row_id}/archive")
def archive_template(
    request: Request,
    session: SessionDep,
    organization: OrganizationToAdminister,
    template: TemplateHere,
    form: FormDep,
) -> Response:
    if not template.archived_at:
        archive(session, template, form.version)
    undo = f"{address(organization)}/{template.key}/restore"
    said = _("Archived: {title}. No report offers it any more.").format(title=template.name)
    return saved(request, address(organization), said, undo=undo)


@router.post("/{row_id}/restore")
def restore_template(
    request: Request, session: SessionDep, organization: OrganizationToAdminister, template: TemplateHere
) -> Response:
    if template.archived_at:
        restore(session, template)
    return saved(request, address(organization), _("Back again: {title}.").format(title=template.name))


def address(organization: Organization) -> str:
    return f"/organizations/{organization.slug}/report-templates"
