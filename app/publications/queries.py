"""Reads of publications. Withdrawn ones stay: that they were there is part of the record."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from app.initiatives.models import Initiative, Partnership
from app.initiatives.queries import holds
from app.publications.content import Content
from app.publications.models import Publication, PublicationContent
from app.web.pagination import AfterId, Page


def publications_of(
    session: Session, initiative_id: int, after: AfterId | None, limit: int
) -> Page[Publication]:
    """The newest first."""
    rows = session.exec(
        select(Publication)
        .where(Publication.initiative_id == initiative_id, col(Publication.archived_at).is_(None))
        .where(*([col(Publication.id) < after.id] if after else []))
        .order_by(col(Publication.id).desc())
        .limit(limit + 1)
    ).all()
    shown = rows[:limit]
    return Page(shown, str(shown[-1].key) if len(rows) > limit else None)


def all_of(session: Session, initiative_id: int) -> Sequence[Publication]:
    """Every one there ever was, the oldest first: what was once outside cannot be taken back."""
    return session.exec(
        select(Publication).where(Publication.initiative_id == initiative_id).order_by(col(Publication.id))
    ).all()


def publications_for(
    session: Session, organization_id: int, after: AfterId | None, limit: int
) -> Page[tuple[Publication, Initiative]]:
    """Of the initiatives in which the organization takes part, what is not withdrawn, the newest first."""
    own = select(Partnership.initiative_id).where(Partnership.organization_id == organization_id, holds())
    rows = session.exec(
        select(Publication, Initiative)
        .join(Initiative, col(Initiative.id) == Publication.initiative_id)
        .where(col(Initiative.id).in_(own))
        .where(col(Publication.archived_at).is_(None), col(Initiative.archived_at).is_(None))
        .where(col(Publication.withdrawn_at).is_(None))
        .where(*([col(Publication.id) < after.id] if after else []))
        .order_by(col(Publication.id).desc())
        .limit(limit + 1)
    ).all()
    shown = rows[:limit]
    return Page(shown, str(shown[-1][0].key) if len(rows) > limit else None)


def publication_there(session: Session, publication_id: int) -> tuple[Publication, Initiative] | None:
    """With its initiative, unless one of the two is archived."""
    return _there(session, col(Publication.id) == publication_id)


def publication_by_token(session: Session, token: str) -> tuple[Publication, Initiative] | None:
    return _there(session, col(Publication.token) == token)


def publications_with(session: Session, fingerprint: str) -> Sequence[Publication]:
    return session.exec(select(Publication).where(Publication.fingerprint == fingerprint)).all()


def content_in(session: Session, publication: Publication) -> Content:
    return Content(session.get_one(PublicationContent, publication.key).content)


def _there(session: Session, wanted: ColumnElement[bool]) -> tuple[Publication, Initiative] | None:
    found = session.exec(
        select(Publication, Initiative)
        .join(Initiative, col(Initiative.id) == Publication.initiative_id)
        .where(wanted, col(Publication.archived_at).is_(None), col(Initiative.archived_at).is_(None))
    ).first()
    return (found[0], found[1]) if found else None
