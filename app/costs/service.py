"""Writing of costs and benefits."""

from sqlmodel import Session

from app.costs.models import Benefit, Cost
from app.costs.schemas import BenefitCreate, CostCreate
from app.database.editing import edit
from app.initiatives.models import Initiative
from app.initiatives.service import check_phase


def record_cost(session: Session, initiative: Initiative, new: CostCreate) -> Cost:
    check_phase(session, initiative.key, new.phase_id)
    cost = Cost(initiative_id=initiative.key, **new.model_dump())
    session.add(cost)
    session.flush()
    return cost


def edit_cost(session: Session, cost: Cost, change: CostCreate, version: int | None) -> Cost:
    if change.phase_id != cost.phase_id:
        check_phase(session, cost.initiative_id, change.phase_id)
    return edit(session, cost, change, version)


def record_benefit(session: Session, initiative: Initiative, new: BenefitCreate) -> Benefit:
    benefit = Benefit(initiative_id=initiative.key, **new.model_dump())
    session.add(benefit)
    session.flush()
    return benefit


def edit_benefit(session: Session, benefit: Benefit, change: BenefitCreate, version: int | None) -> Benefit:
    return edit(session, benefit, change, version)
