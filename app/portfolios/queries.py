"""Reads of portfolios: one statement over the summaries, however many initiatives there are."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel import Session, col

from app.access import Actor
from app.evaluations.models import InitiativeSummary
from app.initiatives.models import DeclaredAim, Initiative, Partnership
from app.initiatives.queries import holds, ids_read_by
from app.portfolios.portfolio import Reading
from app.portfolios.schemas import Wanted
from app.vocabulary import PartnershipRole

# In the order of a Reading.
OF_INITIATIVE: tuple[Any, ...] = (
    Initiative.id,
    Initiative.slug,
    Initiative.name,
    Initiative.country,
    Initiative.sector,
    Initiative.status,
    Initiative.starts_on,
    Initiative.ends_on,
    Initiative.illustrative,
)
OF_SUMMARY: tuple[Any, ...] = (
    Partnership.grant_amount,
    Partnership.grant_currency,
    InitiativeSummary.claims,
    InitiativeSummary.claims_evidenced,
    InitiativeSummary.cell,
    InitiativeSummary.last_entry_on,
    InitiativeSummary.phases,
    InitiativeSummary.outcome,
    InitiativeSummary.cash,
)


def readings(
    session: Session, organization_id: int, role: PartnershipRole, actor: Actor, wanted: Wanted
) -> Sequence[Reading]:
    """The initiatives to which the organization is `role`, in order of their start, which ranks nobody."""
    rows = session.execute(
        sa.select(*OF_INITIATIVE, col(Initiative.id).in_(ids_read_by(actor)), *OF_SUMMARY)
        .join(Partnership, col(Partnership.initiative_id) == Initiative.id)
        .join(InitiativeSummary, col(InitiativeSummary.initiative_id) == Initiative.id)
        .where(*_partners_in(organization_id, role), *_narrowed(wanted))
        .order_by(col(Initiative.starts_on), col(Initiative.id))
    )
    return [Reading(*row) for row in rows]


def countries_in(session: Session, organization_id: int, role: PartnershipRole) -> Sequence[str]:
    """The countries a portfolio can be narrowed to, by their codes."""
    return session.scalars(
        sa.select(col(Initiative.country))
        .distinct()
        .join(Partnership, col(Partnership.initiative_id) == Initiative.id)
        .where(*_partners_in(organization_id, role))
        .order_by(col(Initiative.country))
    ).all()


def summaries_of(session: Session, initiative_ids: Sequence[int]) -> dict[int, InitiativeSummary]:
    """Initiative id → its summary."""
    wanted = sa.select(InitiativeSummary).where(col(InitiativeSummary.initiative_id).in_(initiative_ids))
    return {summary.initiative_id: summary for summary in session.scalars(wanted)}


def _partners_in(organization_id: int, role: PartnershipRole) -> Iterator[ColumnElement[bool]]:
    yield col(Partnership.organization_id) == organization_id
    yield col(Partnership.role) == role
    yield holds()
    yield col(Initiative.archived_at).is_(None)


def _narrowed(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.country:
        yield col(Initiative.country) == wanted.country
    if wanted.sector:
        yield col(Initiative.sector) == wanted.sector
    if wanted.status:
        yield col(Initiative.status) == wanted.status
    if wanted.aim:
        yield _aim_that_holds() == wanted.aim


def _aim_that_holds() -> ColumnElement[Any]:
    """The newest one declared."""
    return (
        sa.select(col(DeclaredAim.aim))
        .where(col(DeclaredAim.initiative_id) == Initiative.id, col(DeclaredAim.archived_at).is_(None))
        .order_by(col(DeclaredAim.declared_on).desc(), col(DeclaredAim.id).desc())
        .limit(1)
        .correlate(Initiative)
        .scalar_subquery()
    )
