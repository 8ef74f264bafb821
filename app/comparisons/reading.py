"""Which initiatives a comparison may be of: those that the reader reads, as everywhere."""

from sqlmodel import Session

from app.access import Actor, Right
from app.dependencies import require
from app.initiatives.models import Initiative
from app.initiatives.queries import initiative_by_slug
from app.refusals import Absent


def to_read(session: Session, actor: Actor, name: str | int) -> Initiative:
    """By slug, or by id; whatever is not there and whatever is not for this reader look alike."""
    found = session.get(Initiative, name) if isinstance(name, int) else initiative_by_slug(session, name)
    if found is None or found.archived_at:
        raise Absent
    require(session, actor, found.key, Right.READ)
    return found
