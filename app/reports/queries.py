"""Reads of report templates. Archived ones are left out."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from app.reports.models import ReportTemplate


def templates_of(session: Session, organization_ids: Sequence[int]) -> Sequence[ReportTemplate]:
    return session.exec(
        select(ReportTemplate)
        .where(col(ReportTemplate.organization_id).in_(organization_ids))
        .where(col(ReportTemplate.archived_at).is_(None))
        .order_by(ReportTemplate.name, col(ReportTemplate.id))
    ).all()
