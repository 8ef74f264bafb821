"""Reads for the overview and the evaluation page, beside the log that is measured."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from app.activities.models import Activity
from app.costs.models import Cost
from app.indicators.models import Indicator, Observation
from app.indicators.records import COUNTED
from app.organizations.models import Member
from app.vocabulary import MemberRole

LATEST = 6


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One row of the journal: an activity, a cost, or an observation with its indicator."""

    day: date
    id: int
    activity: Activity | None = None
    cost: Cost | None = None
    observation: Observation | None = None
    indicator: Indicator | None = None


def latest_entries(session: Session, initiative_id: int) -> list[LogEntry]:
    """The newest of all kinds together, by the day they are about."""
    found = [
        *_latest_activities(session, initiative_id),
        *_latest_costs(session, initiative_id),
        *_latest_observations(session, initiative_id),
    ]
    return sorted(found, key=lambda entry: (entry.day, entry.id), reverse=True)[:LATEST]


def count_of_entries(session: Session, initiative_id: int) -> int:
    """Activities, costs and observations that are not archived."""
    counts = [
        sa.select(sa.func.count())
        .select_from(table)
        .where(col(table.initiative_id) == initiative_id, col(table.archived_at).is_(None))
        .scalar_subquery()
        for table in (Activity, Cost, Observation)
    ]
    return sum(int(count) for count in session.execute(sa.select(*counts)).one())


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


def _latest_activities(session: Session, initiative_id: int) -> list[LogEntry]:
    rows = session.exec(
        select(Activity)
        .where(Activity.initiative_id == initiative_id, col(Activity.archived_at).is_(None))
        .order_by(col(Activity.happened_on).desc(), col(Activity.id).desc())
        .limit(LATEST)
    )
    return [LogEntry(row.happened_on, row.key, activity=row) for row in rows]


def _latest_costs(session: Session, initiative_id: int) -> list[LogEntry]:
    rows = session.exec(
        select(Cost)
        .where(
            Cost.initiative_id == initiative_id,
            col(Cost.archived_at).is_(None),
            col(Cost.is_estimate).is_(False),
        )
        .order_by(col(Cost.spent_on).desc(), col(Cost.id).desc())
        .limit(LATEST)
    )
    return [LogEntry(row.spent_on, row.key, cost=row) for row in rows]


def _latest_observations(session: Session, initiative_id: int) -> list[LogEntry]:
    """Of the whole: the parts of one day would push everything else out."""
    rows = session.exec(
        select(Observation, Indicator)
        .join(Indicator, col(Indicator.id) == col(Observation.indicator_id))
        .where(
            Observation.initiative_id == initiative_id,
            col(Observation.archived_at).is_(None),
            col(Indicator.archived_at).is_(None),
            col(Observation.status).in_(COUNTED),
            col(Observation.category) == "",
        )
        .order_by(col(Observation.observed_on).desc(), col(Observation.id).desc())
        .limit(LATEST)
    )
    return [
        LogEntry(row.observed_on, row.key, observation=row, indicator=indicator) for row, indicator in rows
    ]
