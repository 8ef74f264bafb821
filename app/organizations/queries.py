"""Reads of organizations."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, select

from app.organizations.models import Member, Organization
from app.vocabulary import MemberRole
from app.web.pagination import AfterId, Page


def roles_of(session: Session, person_id: int) -> dict[int, MemberRole]:
    """Organization id → the person's role there."""
    rows: Sequence[tuple[int, MemberRole]] = session.exec(  # type: ignore[assignment]  # a role, not a str
        select(Member.organization_id, Member.role)
        .join(Organization, col(Organization.id) == Member.organization_id)
        .where(
            Member.person_id == person_id,
            col(Member.archived_at).is_(None),
            col(Organization.archived_at).is_(None),
        )
        .order_by(col(Member.id))
    ).all()
    return dict(rows)


def organization_by_slug(session: Session, slug: str) -> Organization | None:
    return session.exec(
        select(Organization).where(Organization.slug == slug, col(Organization.archived_at).is_(None))
    ).first()


def organizations_with(session: Session, ids: Sequence[int]) -> Sequence[Organization]:
    """The organizations with these ids, by name."""
    return session.exec(
        select(Organization)
        .where(col(Organization.id).in_(ids), col(Organization.archived_at).is_(None))
        .order_by(Organization.name)
    ).all()


def archived_organizations_of(session: Session, person_id: int) -> Sequence[Organization]:
    """What the person administered until it was archived, and may bring back."""
    return session.exec(
        select(Organization)
        .join(Member, col(Member.organization_id) == Organization.id)
        .where(
            Member.person_id == person_id,
            Member.role == MemberRole.ADMIN,
            col(Member.archived_at).is_(None),
            col(Organization.archived_at).is_not(None),
        )
        .order_by(Organization.name)
    ).all()


def initiatives_led_by(session: Session, organization_id: int) -> int:
    """How many go on. The table goes by its name: it belongs to a package that knows this one."""
    initiative = SQLModel.metadata.tables["initiative"].c
    led: sa.Select[int] = sa.select(sa.func.count(initiative.id)).where(
        initiative.organization_id == organization_id, initiative.archived_at.is_(None)
    )
    return session.scalars(led).one()


def organizations_after(
    session: Session, ids: Sequence[int], after: AfterId | None, limit: int
) -> Page[Organization]:
    """The organizations with these ids in order of registration, as many as `limit`."""
    rows = session.exec(
        select(Organization)
        .where(
            col(Organization.id).in_(ids),
            col(Organization.archived_at).is_(None),
            col(Organization.id) > (after.id if after else 0),
        )
        .order_by(col(Organization.id))
        .limit(limit + 1)
    ).all()
    shown = rows[:limit]
    return Page(shown, str(shown[-1].key) if len(rows) > limit else None)


def slug_is_taken(session: Session, slug: str) -> bool:
    return session.exec(select(Organization.id).where(Organization.slug == slug)).first() is not None
