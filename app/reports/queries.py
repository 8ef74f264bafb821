"""Reads of report templates."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from app.initiatives.queries import partnerships_of
from app.organizations.models import Organization
from app.reports.models import ReportTemplate
from app.vocabulary import PartnershipRole

WHOSE = {PartnershipRole.LEAD, PartnershipRole.FUNDER}
"""Those who hand a report on, and those it is handed to."""


def templates_of(
    session: Session, organization_id: int, *, archived: bool = False
) -> Sequence[ReportTemplate]:
    archived_at = col(ReportTemplate.archived_at)
    return session.exec(
        select(ReportTemplate)
        .where(ReportTemplate.organization_id == organization_id)
        .where(archived_at.is_not(None) if archived else archived_at.is_(None))
        .order_by(ReportTemplate.name, col(ReportTemplate.id))
    ).all()


def templates_for(session: Session, initiative_id: int) -> Sequence[tuple[ReportTemplate, Organization]]:
    """What those who lead or fund the initiative today want in its reports."""
    partners = partnerships_of(session, initiative_id)
    whose = {partner.organization_id for partner in partners if partner.role in WHOSE}
    return session.exec(
        select(ReportTemplate, Organization)
        .join(Organization, col(Organization.id) == ReportTemplate.organization_id)
        .where(col(ReportTemplate.organization_id).in_(whose))
        .where(col(ReportTemplate.archived_at).is_(None), col(Organization.archived_at).is_(None))
        .order_by(Organization.name, ReportTemplate.name, col(ReportTemplate.id))
    ).all()
