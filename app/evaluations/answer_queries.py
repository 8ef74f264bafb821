"""Reads of what teams answered to warnings. Archived answers are left out."""

from collections.abc import Sequence

from sqlmodel import Session, col, select, tuple_

from app.evaluations.models import WarningAnswer
from app.vocabulary import WarningRule
from app.web.pagination import After, Page


def answers_of(session: Session, initiative_id: int, after: After | None, limit: int) -> Page[WarningAnswer]:
    """The newest first."""
    answered = tuple_(col(WarningAnswer.answered_on), col(WarningAnswer.id))
    rows = session.exec(
        select(WarningAnswer)
        .where(WarningAnswer.initiative_id == initiative_id, col(WarningAnswer.archived_at).is_(None))
        .where(*([answered < (after.day, after.id)] if after else []))
        .order_by(col(WarningAnswer.answered_on).desc(), col(WarningAnswer.id).desc())
        .limit(limit + 1)
    ).all()
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(rows[:limit], str(After(more.answered_on, more.key)) if more else None)


def answers_to(
    session: Session, initiative_id: int, rule: WarningRule, phase_id: int | None
) -> Sequence[WarningAnswer]:
    """All to one warning, the newest first; also where it warns no more."""
    return session.exec(
        select(WarningAnswer)
        .where(WarningAnswer.initiative_id == initiative_id, col(WarningAnswer.archived_at).is_(None))
        .where(WarningAnswer.rule == rule, col(WarningAnswer.phase_id) == phase_id)
        .order_by(col(WarningAnswer.answered_on).desc(), col(WarningAnswer.id).desc())
    ).all()
