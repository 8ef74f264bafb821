"""Writing of contributions, and of what else may explain a change."""

from sqlmodel import Session

from app.contributions.models import Contribution, Explanation
from app.contributions.schemas import ContributionCreate, ExplanationCreate
from app.database.editing import edit
from app.i18n import _
from app.initiatives.models import Initiative
from app.learning.queries import measures_of
from app.refusals import Invalid


def claim_contribution(session: Session, initiative: Initiative, new: ContributionCreate) -> Contribution:
    _check_indicator(session, initiative.key, new.indicator_id)
    contribution = Contribution(initiative_id=initiative.key, **new.model_dump())
    session.add(contribution)
    session.flush()
    return contribution


def edit_contribution(
    session: Session, contribution: Contribution, change: ContributionCreate, version: int | None
) -> Contribution:
    if change.indicator_id != contribution.indicator_id:
        _check_indicator(session, contribution.initiative_id, change.indicator_id)
    return edit(session, contribution, change, version)


def consider_explanation(session: Session, contribution: Contribution, new: ExplanationCreate) -> Explanation:
    explanation = Explanation(
        initiative_id=contribution.initiative_id, contribution_id=contribution.key, **new.model_dump()
    )
    session.add(explanation)
    session.flush()
    return explanation


def edit_explanation(
    session: Session, explanation: Explanation, change: ExplanationCreate, version: int | None
) -> Explanation:
    return edit(session, explanation, change, version)


def _check_indicator(session: Session, initiative_id: int, indicator_id: int | None) -> None:
    """An indicator of another initiative is refused like one that does not exist."""
    if indicator_id is not None and indicator_id not in measures_of(session, initiative_id):
        raise Invalid({"indicator_id": _("Choose an indicator of this initiative.")})
