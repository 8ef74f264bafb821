"""Reads of contributions with the explanations beside them. Archived ones are left out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlmodel import Session, col, select, tuple_

from app.contributions.models import Contribution, Explanation
from app.web.pagination import After, Page


def contributions_of(
    session: Session, initiative_id: int, after: After | None, limit: int
) -> Page[Contribution]:
    """The newest first."""
    claimed = tuple_(col(Contribution.claimed_on), col(Contribution.id))
    rows = session.exec(
        select(Contribution)
        .where(Contribution.initiative_id == initiative_id, col(Contribution.archived_at).is_(None))
        .where(*([claimed < (after.day, after.id)] if after else []))
        .order_by(col(Contribution.claimed_on).desc(), col(Contribution.id).desc())
        .limit(limit + 1)
    ).all()
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(rows[:limit], str(After(more.claimed_on, more.key)) if more else None)


def contributions_between(
    session: Session, initiative_id: int, starts_on: date | None, as_of: date
) -> Sequence[Contribution]:
    """Claimed by a day, the newest first; those of a period where its first day is given."""
    return session.exec(
        select(Contribution)
        .where(Contribution.initiative_id == initiative_id, col(Contribution.archived_at).is_(None))
        .where(Contribution.claimed_on <= as_of)
        .where(*([Contribution.claimed_on >= starts_on] if starts_on else []))
        .order_by(col(Contribution.claimed_on).desc(), col(Contribution.id).desc())
    ).all()


def explanations_of(
    session: Session, contribution_ids: Iterable[int], as_of: date | None = None
) -> dict[int, list[Explanation]]:
    """By contribution, in the order in which they were considered; by a day where one is given."""
    found: dict[int, list[Explanation]] = defaultdict(list)
    for row in session.exec(
        select(Explanation)
        .where(col(Explanation.contribution_id).in_(sorted(contribution_ids)))
        .where(col(Explanation.archived_at).is_(None))
        .where(*([Explanation.considered_on <= as_of] if as_of else []))
        .order_by(col(Explanation.considered_on), col(Explanation.id))
    ):
        found[row.contribution_id].append(row)
    return found
