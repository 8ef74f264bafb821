"""What of costs and benefits can be archived and brought back."""

from sqlmodel import Session

from app.access import Right
from app.archiving import Archivable
from app.costs.models import Benefit, Cost
from app.i18n import N_, _
from app.i18n.formats import format_day, format_money


def _cost(session: Session, cost: Cost) -> str:
    amount, day = format_money(cost.amount, cost.currency), format_day(cost.spent_on)
    return _("Cost of {amount} on {day}").format(amount=amount, day=day)


def _benefit(session: Session, benefit: Benefit) -> str:
    amount, day = format_money(benefit.amount, benefit.currency), format_day(benefit.received_on)
    return _("Benefit of {amount} on {day}").format(amount=amount, day=day)


COSTS = Archivable(
    "costs", Cost, Right.LOG, N_("Archived costs"), _cost, shown=lambda cost: f"costs/{cost.key}"
)
BENEFITS = Archivable(
    "benefits",
    Benefit,
    Right.LOG,
    N_("Archived benefits"),
    _benefit,
    listed=lambda benefit: "costs",
    shown=lambda benefit: f"benefits/{benefit.key}",
)
