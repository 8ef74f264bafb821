"""Keeps, lists and removes a person's own views of a portfolio."""

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode

from sqlmodel import Session, col, select

from app.i18n import _
from app.portfolios.models import SavedView
from app.portfolios.wanted import NARROWING
from app.refusals import Invalid

MOST_VIEWS, LONGEST_NAME, LONGEST_QUERY = 30, 80, 1000
KEPT = {*NARROWING, "role", "sort", "group", "into"}


def views_of(session: Session, person_id: int, organization_id: int) -> Sequence[SavedView]:
    return session.exec(
        select(SavedView)
        .where(SavedView.person_id == person_id, SavedView.organization_id == organization_id)
        .order_by(SavedView.name, col(SavedView.id))
    ).all()


def save_view(session: Session, person_id: int, organization_id: int, name: str, query: str) -> SavedView:
    """The same name again means the filters of now."""
    name, query = " ".join(name.split()), _known(query)
    if not name or len(name) > LONGEST_NAME or not name.isprintable() or len(query) > LONGEST_QUERY:
        raise Invalid({"name": _("Give the view a name of at most 80 letters.")})
    own = {view.name: view for view in views_of(session, person_id, organization_id)}
    if name not in own and len(own) >= MOST_VIEWS:
        raise Invalid({"name": _("There are 30 views already. Remove one first.")})
    view = own.get(name) or SavedView(
        person_id=person_id, organization_id=organization_id, name=name, query=query
    )
    view.query = query
    session.add(view)
    session.flush()
    return view


def forget_view(session: Session, person_id: int, organization_id: int, view_id: int | None) -> None:
    """Their own alone: of others' views nobody learns even that they are there."""
    found = (view for view in views_of(session, person_id, organization_id) if view.id == view_id)
    for view in found:
        session.delete(view)


def _known(query: str) -> str:
    """Filters alone: an address that somebody made up leads nowhere else."""
    return urlencode(
        [(name, value) for name, value in parse_qsl(query) if name in KEPT and value.isprintable()]
    )
