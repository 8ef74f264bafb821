"""Reads of views and rating links. Nobody gets to see a single view: they leave here to be counted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from app.clock import today
from app.initiatives.models import Initiative, Phase
from app.measurement import records
from app.organizations.models import Organization
from app.ratings.models import RatingLink, View
from app.vocabulary import Side


@dataclass(frozen=True, slots=True)
class Asked:
    """What an open rating link asks about."""

    link: RatingLink
    phase: Phase
    initiative: Initiative


def asked_by(session: Session, link_id: int) -> Asked | None:
    """None once the link is revoked or over, or whatever it asks about is archived."""
    found = session.exec(
        select(RatingLink, Phase, Initiative)
        .join(Phase, col(Phase.id) == RatingLink.phase_id)
        .join(Initiative, col(Initiative.id) == RatingLink.initiative_id)
        .join(Organization, col(Organization.id) == Initiative.organization_id)
        .where(
            RatingLink.id == link_id,
            col(RatingLink.ends_on).is_(None) | (col(RatingLink.ends_on) >= today()),
            *(col(table.archived_at).is_(None) for table in (RatingLink, Phase, Initiative, Organization)),
        )
    ).first()
    return Asked(*found) if found else None


def rating_links_of(session: Session, initiative_id: int) -> Sequence[RatingLink]:
    """All of them, the revoked too, the newest first."""
    return session.exec(
        select(RatingLink)
        .where(RatingLink.initiative_id == initiative_id)
        .order_by(col(RatingLink.id).desc())
    ).all()


def answers_by_link(session: Session, initiative_id: int) -> Mapping[int, int]:
    """How many answers came by each link, of those that got any."""
    rows = session.execute(
        sa.select(col(View.rating_link_id), sa.func.count())
        .where(
            col(View.initiative_id) == initiative_id,
            col(View.rating_link_id).is_not(None),
            col(View.archived_at).is_(None),
        )
        .group_by(col(View.rating_link_id))
    )
    return {row[0]: row[1] for row in rows}


def answers_shown_of(session: Session, link: RatingLink) -> int:
    return (
        session.scalar(
            sa.select(sa.func.count())
            .select_from(View)
            .where(col(View.rating_link_id) == link.key, col(View.batch).is_not(None))
        )
        or 0
    )


def waiting(session: Session, phase_id: int, side: Side) -> Sequence[View]:
    """Counted, but not shown yet: too few so far to be shown together."""
    return session.exec(
        select(View)
        .where(
            View.phase_id == phase_id,
            View.side == side,
            col(View.batch).is_(None),
            col(View.archived_at).is_(None),
            counted(),
        )
        .order_by(col(View.id))
    ).all()


def latest_batch(session: Session, phase_id: int, side: Side) -> int:
    return (
        session.scalar(
            sa.select(sa.func.max(View.batch)).where(col(View.phase_id) == phase_id, col(View.side) == side)
        )
        or 0
    )


def shown_views(session: Session, initiative_ids: Iterable[int]) -> dict[int, list[records.View]]:
    """What counts of each initiative's views, dated by when it began to be shown."""
    found: dict[int, list[records.View]] = defaultdict(list)
    rows = session.execute(
        sa.select(
            col(View.initiative_id),
            col(View.phase_id),
            col(View.side),
            col(View.rating),
            col(View.shown_on),
            col(View.batch),
        )
        .where(
            col(View.initiative_id).in_(list(initiative_ids)),
            col(View.batch).is_not(None),
            col(View.archived_at).is_(None),
            counted(),
        )
        .order_by(col(View.id))
    )
    for initiative_id, *values in rows:
        found[initiative_id].append(records.View(*values))
    return found


def counted() -> sa.ColumnElement[bool]:
    """Not by a link whose answers are left out."""
    left_out = sa.select(col(RatingLink.id)).where(col(RatingLink.left_out_because) != "")
    return col(View.rating_link_id).is_(None) | col(View.rating_link_id).not_in(left_out)
