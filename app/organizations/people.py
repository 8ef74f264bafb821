"""Reads of who belongs to an organization, and who is invited."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from app.accounts.models import Person
from app.organizations.models import Invitation, Member
from app.vocabulary import MemberRole
from app.web.pagination import AfterId, Page

People = Sequence[tuple[Member, Person]]


def members_of(session: Session, organization_id: int) -> People:
    """By name."""
    now = col(Member.archived_at).is_(None)
    return session.exec(_people(organization_id).where(now).order_by(Person.name)).all()


def former_members_of(session: Session, organization_id: int) -> People:
    """Who left or was removed, the last one first."""
    ended = col(Member.archived_at)
    return session.exec(_people(organization_id).where(ended.is_not(None)).order_by(ended.desc())).all()


def members_after(
    session: Session, organization_id: int, after: AfterId | None, limit: int
) -> Page[tuple[Member, Person]]:
    """In the order in which they came, as many as `limit`."""
    rows = session.exec(
        _people(organization_id)
        .where(col(Member.archived_at).is_(None), col(Member.id) > (after.id if after else 0))
        .order_by(col(Member.id))
        .limit(limit + 1)
    ).all()
    shown = rows[:limit]
    return Page(shown, str(shown[-1][0].key) if len(rows) > limit else None)


def member_with(session: Session, organization_id: int, person_id: int) -> Member | None:
    """The person's membership, also one that has ended."""
    return session.exec(
        select(Member).where(Member.organization_id == organization_id, Member.person_id == person_id)
    ).first()


def administrators_of(session: Session, organization_id: int) -> Sequence[int]:
    """The ids of the people who administer it."""
    return session.exec(
        select(Member.person_id).where(
            Member.organization_id == organization_id,
            Member.role == MemberRole.ADMIN,
            col(Member.archived_at).is_(None),
        )
    ).all()


def pending_invitations(session: Session, organization_id: int) -> Sequence[Invitation]:
    """Those that nobody has accepted or withdrawn, the newest first; some may be too old by now."""
    newest_first = col(Invitation.id).desc()
    return session.exec(select(Invitation).where(*_pending(organization_id)).order_by(newest_first)).all()


def invitations_after(
    session: Session, organization_id: int, after: AfterId | None, limit: int
) -> Page[Invitation]:
    """The pending ones in the order in which they were made, as many as `limit`."""
    rows = session.exec(
        select(Invitation)
        .where(*_pending(organization_id), col(Invitation.id) > (after.id if after else 0))
        .order_by(col(Invitation.id))
        .limit(limit + 1)
    ).all()
    shown = rows[:limit]
    return Page(shown, str(shown[-1].key) if len(rows) > limit else None)


def _people(organization_id: int) -> Select[Member, Person]:
    return (
        select(Member, Person)
        .join(Person, col(Person.id) == Member.person_id)
        .where(Member.organization_id == organization_id)
    )


def _pending(organization_id: int) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Invitation.organization_id) == organization_id,
        col(Invitation.archived_at).is_(None),
        col(Invitation.accepted_at).is_(None),
    )
