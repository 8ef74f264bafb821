"""JSON of an organization's report templates."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends

from app.database.editing import archive
from app.database.idempotency import once
from app.dependencies import (
    IdempotencyKey,
    IfMatch,
    OrganizationByIdToAdminister,
    OrganizationByIdToRead,
    SessionDep,
    row_of_organization,
)
from app.reports import service
from app.reports.models import ReportTemplate
from app.reports.queries import templates_of
from app.reports.schemas import ReportTemplateCreate, ReportTemplatePublic
from app.web.patches import Patch, patched, version_in

router = APIRouter(tags=["reports"])
TemplateToRead = Annotated[ReportTemplate, Depends(row_of_organization(ReportTemplate))]
TemplateToKeep = Annotated[ReportTemplate, Depends(row_of_organization(ReportTemplate, administers=True))]


@router.get("/organizations/{organization_id}/report-templates", response_model=list[ReportTemplatePublic])
def list_templates(session: SessionDep, organization: OrganizationByIdToRead) -> Sequence[ReportTemplate]:
    return templates_of(session, organization.key)


@router.post(
    "/organizations/{organization_id}/report-templates", status_code=201, response_model=ReportTemplatePublic
)
def keep_template(
    session: SessionDep,
    organization: OrganizationByIdToAdminister,
    new: ReportTemplateCreate,
    key: IdempotencyKey = None,
) -> ReportTemplate:
    return once(
        session,
        key,
        ReportTemplate,
        new,
        lambda: service.keep_template(session, organization, new),
        below=organization,
    )


@router.get("/report-templates/{row_id}", response_model=ReportTemplatePublic)
def show_template(template: TemplateToRead) -> ReportTemplate:
    return template


@router.patch("/report-templates/{row_id}", response_model=ReportTemplatePublic)
def edit_template(
    session: SessionDep, template: TemplateToKeep, patch: Patch, if_match: IfMatch = None
) -> ReportTemplate:
    change = patched(ReportTemplateCreate, template, patch)
    return service.edit_template(session, template, change, version_in(if_match))


@router.delete("/report-templates/{row_id}", status_code=204)
def archive_template(session: SessionDep, template: TemplateToKeep, if_match: IfMatch = None) -> None:
    """Its organization's administrators bring it back on their page of report templates."""
    archive(session, template, version_in(if_match))
