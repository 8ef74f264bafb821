"""A log cut to a period: what happened within it. Series are left whole, since limits need their past."""

from dataclasses import replace
from datetime import date

from app.evaluations.records import Log
from app.learning.log import LearningLog
from app.measurement.records import Phase


def within(log: Log, starts_on: date | None) -> Log:
    """From a day on; `log` itself where no day is given. Claims and views stay as they are known."""
    if starts_on is None:
        return log
    return replace(
        log,
        phases=[phase for phase in log.phases if _runs_after(phase, starts_on)],
        activities=[activity for activity in log.activities if activity.happened_on >= starts_on],
        costs=[cost for cost in log.costs if cost.spent_on >= starts_on],
        benefits=[benefit for benefit in log.benefits if benefit.received_on >= starts_on],
        learned=_learned(log.learned, starts_on),
    )


def _runs_after(phase: Phase, starts_on: date) -> bool:
    return phase.ends_on is None or phase.ends_on >= starts_on


def _learned(learned: LearningLog, starts_on: date) -> LearningLog:
    """An obstacle that had not ended when the period began is one of the period."""
    return replace(
        learned,
        proposals=[proposal for proposal in learned.proposals if proposal.made_on >= starts_on],
        obstacles=[o for o in learned.obstacles if o.resolved_on is None or o.resolved_on >= starts_on],
        incidents=[incident for incident in learned.incidents if incident.happened_on >= starts_on],
        stories=[story for story in learned.stories if story.told_on >= starts_on],
    )
