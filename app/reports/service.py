"""Writing of report templates."""

from sqlmodel import Session

from app.database.editing import edit
from app.organizations.models import Organization
from app.reports.models import ReportTemplate
from app.reports.schemas import ReportTemplateCreate


def keep_template(session: Session, organization: Organization, new: ReportTemplateCreate) -> ReportTemplate:
    template = ReportTemplate(organization_id=organization.key, **new.model_dump(mode="json"))
    session.add(template)
    session.flush()
    return template


def edit_template(
    session: Session, template: ReportTemplate, change: ReportTemplateCreate, version: int | None
) -> ReportTemplate:
    return edit(session, template, change, version)
