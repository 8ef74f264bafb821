"""Writing of costs and benefits."""

from sqlmodel import Session

from app.costs.models import Benefit, Cost
from app.costs.schemas import BenefitCreate, CostCreate
from app.database.editing import archive, edit, restore
from app.i18n import _
from app.initiatives.models import Initiative, Phase
from app.refusals import Invalid


def record_cost(session: Session, initiative: Initiative, new: CostCreate) -> Cost:
    _check_phase(session, initiative.key, new.phase_id)
    cost = Cost(initiative_id=initiative.key, **new.model_dump())
    session.add(cost)
    session.flush()
    return cost


def edit_cost(session: Session, cost: Cost, change: CostCreate, version: int | None) -> Cost:
    if change.phase_id != cost.phase_id:
        _check_phase(session, cost.initiative_id, change.phase_id)
    return edit(session, cost, change, version)


def archive_cost(session: Session, cost: Cost, version: int | None = None) -> Cost:
    return archive(session, cost, version)


def restore_cost(session: Session, cost: Cost) -> Cost:
    """Into its phase, if it has one, which must be there."""
    _check_phase(session, cost.initiative_id, cost.phase_id)
    return restore(session, cost)


def record_benefit(session: Session, initiative: Initiative, new: BenefitCreate) -> Benefit:
    benefit = Benefit(initiative_id=initiative.key, **new.model_dump())
    session.add(benefit)
    session.flush()
    return benefit


def edit_benefit(session: Session, benefit: Benefit, change: BenefitCreate, version: int | None) -> Benefit:
    return edit(session, benefit, change, version)


def archive_benefit(session: Session, benefit: Benefit, version: int | None = None) -> Benefit:
    return archive(session, benefit, version)


def restore_benefit(session: Session, benefit: Benefit) -> Benefit:
    return restore(session, benefit)


def _check_phase(session: Session, initiative_id: int, phase_id: int | None) -> None:
    """A phase of another initiative is refused like one that does not exist."""
    if phase_id is None:
        return
    phase = session.get(Phase, phase_id)
    if phase is None or phase.archived_at or phase.initiative_id != initiative_id:
        raise Invalid({"phase_id": _("Choose a phase of this initiative.")})
