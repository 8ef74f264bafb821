"""Reads for choosing what to compare."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, select

from app.access import Actor
from app.initiatives.models import Initiative
from app.initiatives.queries import ids_read_by

MOST_LISTED = 200
"""Initiatives in a list to choose from; whoever may read more narrows it by name."""


def to_choose_from(
    session: Session, actor: Actor, part_of_name: str, chosen: Sequence[str]
) -> Mapping[str, str]:
    """Slug → name of what the actor may read, by name; those already chosen are always there."""
    readable = select(Initiative.slug, Initiative.name).where(
        col(Initiative.id).in_(ids_read_by(actor)), col(Initiative.archived_at).is_(None)
    )
    by_name = readable.order_by(Initiative.name, Initiative.slug)
    listed = by_name.where(col(Initiative.name).icontains(part_of_name, autoescape=True)).limit(MOST_LISTED)
    named = by_name.where(col(Initiative.slug).in_([slug for slug in chosen if slug]))
    return {**dict(session.exec(named).all()), **dict(session.exec(listed).all())}
