"""What waits in the logs of many initiatives: six narrow statements, however many initiatives there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col, select

from app.access import Actor, Right, rights
from app.activities.models import Activity
from app.findings.models import Finding
from app.indicators.models import Indicator, Observation
from app.indicators.records import COUNTED
from app.initiatives.models import Claim, Partnership, Phase
from app.initiatives.queries import holds
from app.learning.models import Proposal
from app.measurement.thresholds import DEFAULT
from app.vocabulary import Lead, PartnershipRole, ProposalAnswer


def rights_on_each(session: Session, actor: Actor, ids: Sequence[int]) -> dict[int, frozenset[Right]]:
    """What the actor may do with each of the initiatives."""
    partners: dict[int, list[tuple[int, PartnershipRole]]] = defaultdict(list)
    wanted = select(Partnership).where(col(Partnership.initiative_id).in_(ids), holds())
    for partner in session.exec(wanted):
        partners[partner.initiative_id].append((partner.organization_id, partner.role))
    return {one: rights(actor, partners[one]) for one in ids}


def phases_without_a_name(session: Session, ids: Sequence[int], as_of: date) -> Sequence[Phase]:
    """Begun by the day and not over for long, with nobody who answers for them."""
    recently = as_of - timedelta(days=DEFAULT.phase_ended_days)
    return session.exec(
        select(Phase)
        .where(
            col(Phase.initiative_id).in_(ids),
            col(Phase.archived_at).is_(None),
            Phase.accountable == "",
            Phase.starts_on <= as_of,
            col(Phase.ends_on).is_(None) | (col(Phase.ends_on) >= recently),
        )
        .order_by(col(Phase.starts_on), col(Phase.id))
    ).all()


def claims_without_entries(session: Session, ids: Sequence[int], as_of: date) -> list[tuple[Claim, Phase]]:
    """The newest claim of each begun phase in whose log there is nothing. Nobody led claims nothing."""
    logged = sa.exists().where(
        col(Activity.phase_id) == col(Phase.id),
        col(Activity.archived_at).is_(None),
        col(Activity.happened_on) <= as_of,
    )
    rows = session.exec(
        select(Claim, Phase)
        .join(Phase, col(Phase.id) == col(Claim.phase_id))
        .where(
            col(Claim.initiative_id).in_(ids),
            col(Claim.archived_at).is_(None),
            col(Phase.archived_at).is_(None),
            Phase.starts_on <= as_of,
            Claim.claimed_on <= as_of,
            ~logged,
        )
        .order_by(col(Claim.claimed_on), col(Claim.id))
    )
    newest = {claim.phase_id: (claim, phase) for claim, phase in rows}
    return [pair for pair in newest.values() if pair[0].lead is not Lead.NOBODY]


def newest_values(session: Session, ids: Sequence[int], as_of: date) -> list[tuple[Indicator, date | None]]:
    """Each indicator with the day of its newest value of the whole, if there is one."""
    newest = (
        select(col(Observation.indicator_id), sa.func.max(col(Observation.observed_on)).label("day"))
        .where(
            col(Observation.initiative_id).in_(ids),
            col(Observation.archived_at).is_(None),
            col(Observation.status).in_(COUNTED),
            Observation.category == "",
            Observation.observed_on <= as_of,
        )
        .group_by(col(Observation.indicator_id))
        .subquery()
    )
    rows = session.exec(
        select(Indicator, newest.c.day)
        .outerjoin(newest, newest.c.indicator_id == col(Indicator.id))
        .where(col(Indicator.initiative_id).in_(ids), col(Indicator.archived_at).is_(None))
        .order_by(col(Indicator.id))
    )
    return [(indicator, day) for indicator, day in rows]


def proposals_waiting(session: Session, ids: Iterable[int], as_of: date) -> Sequence[Proposal]:
    """Open for too long, the oldest first."""
    return session.exec(
        select(Proposal)
        .where(
            col(Proposal.initiative_id).in_(list(ids)),
            col(Proposal.archived_at).is_(None),
            Proposal.answer == ProposalAnswer.OPEN,
            Proposal.made_on < as_of - timedelta(days=DEFAULT.answer_days),
        )
        .order_by(col(Proposal.made_on), col(Proposal.id))
    ).all()


def recommendations_waiting(session: Session, ids: Iterable[int], as_of: date) -> Sequence[Finding]:
    """Neither answered nor followed for too long, the oldest first."""
    return session.exec(
        select(Finding)
        .where(
            col(Finding.initiative_id).in_(list(ids)),
            col(Finding.archived_at).is_(None),
            Finding.recommendation != "",
            Finding.response == "",
            col(Finding.done_on).is_(None),
            Finding.found_on < as_of - timedelta(days=DEFAULT.answer_days),
        )
        .order_by(col(Finding.found_on), col(Finding.id))
    ).all()
