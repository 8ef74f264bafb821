"""Reads of portfolios: a few statements over the summaries, however many initiatives there are."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from pydantic_core import from_json
from sqlalchemy import ColumnElement
from sqlmodel import Session, col

from app.access import Actor
from app.evaluations.models import InitiativeSummary
from app.initiatives.models import Initiative, Partnership
from app.initiatives.queries import holds, ids_read_by
from app.organizations.models import Organization
from app.portfolios.cursors import AfterLine
from app.portfolios.lines import Reading, Stretch, line
from app.portfolios.members import Member
from app.portfolios.models import SavedView
from app.portfolios.wanted import NO_CELL, Sort, Wanted
from app.vocabulary import PartnershipRole

TABLES = (Initiative, Organization, Partnership, InitiativeSummary)
ORDERS: dict[Sort, Any] = {
    Sort.START: col(Initiative.starts_on),
    Sort.NAME: col(Initiative.name),
    Sort.COUNTRY: col(Initiative.country),
}
KEPT_AS_JSON = {
    column.name for column in sa.inspect(InitiativeSummary).columns if isinstance(column.type, sa.JSON)
}
Stamp = tuple[Any, ...]


def lines(
    session: Session,
    organization_id: int,
    role: PartnershipRole,
    actor: Actor,
    wanted: Wanted,
    cursor: str | None,
    limit: int,
) -> Stretch:
    """At most `limit` initiatives to which the organization is `role`, after those already shown."""
    order, after = ORDERS[wanted.sort], AfterLine.parse(cursor, wanted.sort)
    may_read = col(Initiative.id).in_(ids_read_by(actor))
    statement = (
        _of_portfolio(sa.select(*_columns(Reading, may_read)), organization_id, role, wanted)
        .order_by(order, col(Initiative.id))
        .limit(limit + 1)
    )
    if after:
        statement = statement.where(sa.tuple_(order, col(Initiative.id)) > (after.value, after.id))
    readings = [Reading(*row) for row in session.execute(statement)]
    shown, more = readings[:limit], len(readings) > limit
    return Stretch(tuple(map(line, shown)), str(AfterLine.of(shown[-1], wanted.sort)) if more else None)


def members(
    session: Session, organization_id: int, role: PartnershipRole, wanted: Wanted
) -> Sequence[Member]:
    """All of them, in no order. Each JSON column is read as one text, which takes a fifth of the time."""
    columns = [_as_text(column) for column in _columns(Member)]
    rows = session.execute(_of_portfolio(sa.select(*columns), organization_id, role, wanted)).all()
    if not rows:
        return []
    read = (
        from_json(f"[{','.join(values)}]") if name in KEPT_AS_JSON else values
        for name, values in zip(Member._fields, zip(*rows, strict=True), strict=True)
    )
    return [Member(*values) for values in zip(*read, strict=True)]


def stamp(session: Session, organization_id: int, role: PartnershipRole, wanted: Wanted) -> Stamp:
    """Changes whenever anything that `members` answers does; the versions only ever go up."""
    ids = sa.cast(Initiative.id, sa.BigInteger)
    versions = (Initiative.version, Organization.version, Partnership.version, InitiativeSummary.revision)
    sums = (sa.func.sum(counted) for counted in (ids, ids * ids, *versions))
    found = session.execute(
        _of_portfolio(sa.select(sa.func.count(), *sums), organization_id, role, wanted)
    ).one()
    return tuple(found)


def choices(
    session: Session, person_id: int, organization_id: int, role: PartnershipRole
) -> tuple[list[SavedView], list[str]]:
    """The views that a person keeps, and the countries to narrow to: one statement for both."""
    no_id = sa.cast(sa.null(), sa.Integer)
    kept = sa.select(col(SavedView.id), col(SavedView.name), col(SavedView.query)).where(
        col(SavedView.person_id) == person_id, col(SavedView.organization_id) == organization_id
    )
    codes = sa.select(no_id, col(Initiative.country), sa.literal("", sa.String)).distinct()
    countries = _of_portfolio(codes, organization_id, role, Wanted())
    own = {"person_id": person_id, "organization_id": organization_id}
    views, codes_found = [], []
    for view_id, name, query in session.execute(sa.union_all(kept, countries)):
        if view_id is None:
            codes_found.append(name)
        else:
            views.append(SavedView(id=view_id, name=name, query=query, **own))
    return sorted(views, key=lambda view: view.name), sorted(codes_found)


def summaries_of(session: Session, initiative_ids: Sequence[int]) -> dict[int, InitiativeSummary]:
    """Initiative id → its summary."""
    wanted = sa.select(InitiativeSummary).where(col(InitiativeSummary.initiative_id).in_(initiative_ids))
    return {summary.initiative_id: summary for summary in session.scalars(wanted)}


def _columns(row: Any, may_read: Any = None) -> Iterator[Any]:
    """Each field is a column of the same name in the first table that has one."""
    named = {"initiative_id": Initiative.id, "organization_type": Organization.type, "may_read": may_read}
    for name in row._fields:
        own = (getattr(table, name) for table in TABLES if name in table.model_fields)
        yield named[name] if name in named else next(own)


def _as_text(column: Any) -> Any:
    return sa.cast(column, sa.Text) if isinstance(column.type, sa.JSON) else column


def _of_portfolio(statement: Any, organization_id: int, role: PartnershipRole, wanted: Wanted) -> Any:
    return (
        statement.select_from(Partnership)
        .join(Initiative, col(Partnership.initiative_id) == Initiative.id)
        .join(Organization, col(Initiative.organization_id) == Organization.id)
        .join(InitiativeSummary, col(InitiativeSummary.initiative_id) == Initiative.id)
        .where(*_partners_in(organization_id, role), *_narrowed(wanted))
    )


def _partners_in(organization_id: int, role: PartnershipRole) -> Iterator[ColumnElement[bool]]:
    yield col(Partnership.organization_id) == organization_id
    yield col(Partnership.role) == role
    yield holds()
    yield col(Initiative.archived_at).is_(None)


def _narrowed(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """Whole initiatives are chosen, never entries of one: so no two answers differ by a person."""
    for name in ("country", "sector", "status"):
        if value := getattr(wanted, name):
            yield col(getattr(Initiative, name)) == value
    if wanted.organization_type:
        yield col(Organization.type) == wanted.organization_type
    if wanted.aim:
        yield col(InitiativeSummary.aim) == wanted.aim
    if wanted.begun_from:
        yield col(Initiative.starts_on) >= wanted.begun_from
    if wanted.begun_until:
        yield col(Initiative.starts_on) <= wanted.begun_until
    if wanted.q:
        yield col(Initiative.name).icontains(wanted.q, autoescape=True)
    yield from _led(wanted)


def _led(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.cell is not None:
        cell = col(InitiativeSummary.cell)
        yield cell.is_(None) if wanted.cell == NO_CELL else cell == wanted.cell
    if wanted.phase or wanted.lead:
        sought = f" {wanted.phase or ''}:{wanted.lead or ''} "
        sought = sought.rstrip() if not wanted.lead else sought
        yield col(InitiativeSummary.led).contains(sought.lstrip() if not wanted.phase else sought)
