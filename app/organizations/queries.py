"""Reads of organizations and of who belongs to them."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from app.accounts.models import Person
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


def members_of(session: Session, organization_id: int) -> Sequence[tuple[Member, Person]]:
    return session.exec(
        select(Member, Person)
        .join(Person, col(Person.id) == Member.person_id)
        .where(Member.organization_id == organization_id, col(Member.archived_at).is_(None))
        .order_by(Person.name)
    ).all()


def administrators_of(session: Session, organization_id: int) -> Sequence[int]:
    """The ids of the people who administer it."""
    return session.exec(
        select(Member.person_id).where(
            Member.organization_id == organization_id,
            Member.role == MemberRole.ADMIN,
            col(Member.archived_at).is_(None),
        )
    ).all()


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
