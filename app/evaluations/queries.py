"""Reads for the overview and the evaluation page, beside the log that is measured."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlmodel import Session, col, select

from app.activities.models import Activity
from app.organizations.models import Member
from app.vocabulary import MemberRole, Support


def activities_with(session: Session, ids: Iterable[int]) -> Sequence[Activity]:
    """In order of time."""
    return session.exec(
        select(Activity)
        .where(col(Activity.id).in_(list(ids)))
        .order_by(col(Activity.happened_on), col(Activity.id))
    ).all()


def people_by_role(session: Session, organization_id: int) -> dict[MemberRole, int]:
    rows = session.execute(
        sa.select(col(Member.role), sa.func.count())
        .where(col(Member.organization_id) == organization_id, col(Member.archived_at).is_(None))
        .group_by(col(Member.role))
    )
    found = {row[0]: row[1] for row in rows}
    return {role: found[role] for role in MemberRole if role in found}


def activities_paid(session: Session, initiative_id: int) -> frozenset[int]:
    """Ids of those for which citizens were paid. What was offered is a JSON list of words."""
    offered = sa.cast(col(Activity.support), sa.String)
    return frozenset(
        session.scalars(
            sa.select(col(Activity.id)).where(
                col(Activity.initiative_id) == initiative_id,
                col(Activity.archived_at).is_(None),
                offered.contains(f'"{Support.PAYMENT}"'),
            )
        )
    )
