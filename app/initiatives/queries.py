"""Reads of initiatives, partners, phases and claims. Archived rows are left out everywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from app.access import READING, RIGHTS, Actor, Right
from app.accounts.secrets import hash_token
from app.clock import today, utc_now
from app.fields import EMPTY_MEANS_ALL
from app.initiatives.models import Claim, DeclaredAim, Initiative, PartnerInvitation, Partnership, Phase
from app.organizations.models import Organization
from app.vocabulary import InitiativeStatus, PartnershipRole, Sector
from app.web.pagination import AfterId, Page


@dataclass(frozen=True)
class Wanted:
    """What a list of initiatives is narrowed to; empty means all."""

    q: str = ""
    country: str = ""
    sector: Annotated[Sector | None, EMPTY_MEANS_ALL] = None
    status: Annotated[InitiativeStatus | None, EMPTY_MEANS_ALL] = None


def initiative_by_slug(session: Session, slug: str) -> Initiative | None:
    return session.exec(
        select(Initiative).where(Initiative.slug == slug, col(Initiative.archived_at).is_(None))
    ).first()


def partnerships_of(session: Session, initiative_id: int) -> Sequence[Partnership]:
    """Those that hold today: what has ended, or not begun, gives nothing."""
    return session.exec(
        select(Partnership)
        .where(Partnership.initiative_id == initiative_id, holds())
        .order_by(col(Partnership.id))
    ).all()


def partners_of(session: Session, initiative_id: int) -> Sequence[tuple[Partnership, Organization]]:
    """All there ever were, in order of joining; `is_over` tells which have ended."""
    return session.exec(
        select(Partnership, Organization)
        .join(Organization, col(Organization.id) == Partnership.organization_id)
        .where(Partnership.initiative_id == initiative_id, col(Partnership.archived_at).is_(None))
        .order_by(col(Partnership.id))
    ).all()


def partnerships_joined_by(
    session: Session, organization_id: int
) -> Sequence[tuple[Partnership, Initiative]]:
    """What the organization takes part in, or will: what is over is the initiative's to remember."""
    return session.exec(
        select(Partnership, Initiative)
        .join(Initiative, col(Initiative.id) == Partnership.initiative_id)
        .where(
            Partnership.organization_id == organization_id, not_over(), col(Initiative.archived_at).is_(None)
        )
        .order_by(Initiative.name, col(Partnership.id))
    ).all()


def initiatives_read_by(
    session: Session, actor: Actor, wanted: Wanted, after: AfterId | None, limit: int
) -> Page[Initiative]:
    """What the actor may read, in order of registration, as many as `limit`."""
    rows = session.exec(
        select(Initiative)
        .where(
            col(Initiative.id).in_(ids_read_by(actor)),
            col(Initiative.archived_at).is_(None),
            *_narrowed(wanted),
            col(Initiative.id) > (after.id if after else 0),
        )
        .order_by(col(Initiative.id))
        .limit(limit + 1)
    ).all()
    shown = rows[:limit]
    return Page(shown, str(shown[-1].key) if len(rows) > limit else None)


def phases_of(session: Session, initiative_id: int) -> Sequence[Phase]:
    return session.exec(
        select(Phase)
        .where(Phase.initiative_id == initiative_id, col(Phase.archived_at).is_(None))
        .order_by(col(Phase.starts_on), col(Phase.id))
    ).all()


def phase_kept(session: Session, initiative_id: int, phase_id: int) -> Phase | None:
    """The phase if it is there, and nobody archives it until this unit of work ends."""
    phase = session.get(
        Phase, phase_id, populate_existing=True, with_for_update={"read": True, "key_share": True}
    )
    return phase if phase and not phase.archived_at and phase.initiative_id == initiative_id else None


def wait_for_entries(session: Session, phase: Phase) -> None:
    """On PostgreSQL, until entries that name the phase are stored; later ones wait for us."""
    session.exec(select(Phase.id).where(Phase.id == phase.key).with_for_update())


def wait_for_partners(session: Session, initiative: Initiative) -> None:
    """On PostgreSQL, until nobody else brings a partner in; SQLite has one writer anyway."""
    session.exec(select(Initiative.id).where(Initiative.id == initiative.key).with_for_update(key_share=True))


def claims_of(session: Session, initiative_id: int) -> Sequence[Claim]:
    """All claims ever made, the newest first."""
    return session.exec(
        select(Claim)
        .where(Claim.initiative_id == initiative_id, col(Claim.archived_at).is_(None))
        .order_by(col(Claim.claimed_on).desc(), col(Claim.id).desc())
    ).all()


def aims_of(session: Session, initiative_id: int) -> Sequence[DeclaredAim]:
    """The declared aims, the newest first: the first is the one that holds."""
    return session.exec(
        select(DeclaredAim)
        .where(DeclaredAim.initiative_id == initiative_id, col(DeclaredAim.archived_at).is_(None))
        .order_by(col(DeclaredAim.declared_on).desc(), col(DeclaredAim.id).desc())
    ).all()


def invitations_of(session: Session, initiative_id: int) -> Sequence[PartnerInvitation]:
    """Waiting, answered and too old ones, the newest first; withdrawn ones are gone."""
    return session.exec(
        select(PartnerInvitation)
        .where(PartnerInvitation.initiative_id == initiative_id, col(PartnerInvitation.archived_at).is_(None))
        .order_by(col(PartnerInvitation.id).desc())
    ).all()


def invitation_with(session: Session, token: str, *, kept: bool = False) -> PartnerInvitation | None:
    """The one that waits for an answer; used, withdrawn, old and unknown tokens find none.

    `kept` lets nobody else answer it until this unit of work ends.
    """
    wanted = (
        select(PartnerInvitation)
        .join(Initiative, col(Initiative.id) == PartnerInvitation.initiative_id)
        .where(
            PartnerInvitation.token_hash == hash_token(token),
            PartnerInvitation.ends_at > utc_now(),
            col(PartnerInvitation.accepted_at).is_(None),
            col(PartnerInvitation.declined_at).is_(None),
            col(PartnerInvitation.archived_at).is_(None),
            col(Initiative.archived_at).is_(None),
        )
    )
    locked = wanted.with_for_update(of=PartnerInvitation).execution_options(populate_existing=True)
    return session.exec(locked if kept else wanted).first()


def slug_is_taken(session: Session, slug: str) -> bool:
    return session.exec(select(Initiative.id).where(Initiative.slug == slug)).first() is not None


def reads_any(session: Session, actor: Actor) -> bool:
    """A funder reads none: what it may see is its portfolio."""
    return session.exec(ids_read_by(actor).limit(1)).first() is not None


def reads(session: Session, actor: Actor, initiative_ids: Sequence[int]) -> set[int]:
    """Those of the initiatives that the actor may read."""
    readable = ids_read_by(actor).where(col(Partnership.initiative_id).in_(initiative_ids))
    return set(session.exec(readable))


def ids_read_by(actor: Actor) -> SelectOfScalar[int]:
    """The ids of initiatives on which one of the actor's memberships gives the right to read."""
    reading = [
        (Partnership.organization_id == organization_id) & (Partnership.role == as_partner)
        for organization_id, role in actor.roles.items()
        for as_partner in PartnershipRole
        if RIGHTS[as_partner][role] >= READING
    ]
    return select(Partnership.initiative_id).where(or_(False, *reading), holds())


def archived_initiatives_of(session: Session, actor: Actor) -> Sequence[Initiative]:
    """Those the actor could manage if they were not archived, the last archived first."""
    managing = (
        (Partnership.organization_id == organization_id) & (Partnership.role == as_partner)
        for organization_id, role in actor.roles.items()
        for as_partner in PartnershipRole
        if Right.MANAGE in RIGHTS[as_partner][role]
    )
    return session.exec(
        select(Initiative)
        .where(
            col(Initiative.id).in_(select(Partnership.initiative_id).where(or_(False, *managing), holds())),
            col(Initiative.archived_at).is_not(None),
        )
        .order_by(col(Initiative.archived_at).desc(), col(Initiative.id).desc())
    ).all()


def archived_initiative(session: Session, slug: str) -> Initiative | None:
    return session.exec(
        select(Initiative).where(Initiative.slug == slug, col(Initiative.archived_at).is_not(None))
    ).first()


def holds() -> ColumnElement[bool]:
    """Begun and not over: only then a partnership gives anything."""
    begun = col(Partnership.starts_on).is_(None) | (col(Partnership.starts_on) <= today())
    return and_(not_over(), begun)


def not_over() -> ColumnElement[bool]:
    """Neither archived nor ended, by hand or by its date; it may begin only later."""
    last_day = col(Partnership.ends_on).is_(None) | (col(Partnership.ends_on) >= today())
    return and_(col(Partnership.archived_at).is_(None), col(Partnership.ended_at).is_(None), last_day)


def is_over(partnership: Partnership) -> bool:
    """As `not_over` has it, of a row at hand."""
    ended = partnership.ends_on is not None and partnership.ends_on < today()
    return ended or partnership.ended_at is not None or partnership.archived_at is not None


def _narrowed(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.q:
        yield col(Initiative.name).icontains(wanted.q, autoescape=True)
    for name in ("country", "sector", "status"):
        if value := getattr(wanted, name):
            yield col(getattr(Initiative, name)) == value
