"""What of indicators and observations can be archived and brought back."""

from sqlmodel import Session

from app.access import Right
from app.archiving import Archivable
from app.i18n import N_, _
from app.i18n.formats import format_day, format_number
from app.indicators.locks import lock_again
from app.indicators.models import Indicator, Observation, PeriodLock
from app.indicators.recording import archive_observation, restore_observation
from app.indicators.service import archive_indicator


def _observation(session: Session, observation: Observation) -> str:
    return _("{indicator}, {value} on {day}").format(
        indicator=session.get_one(Indicator, observation.indicator_id).name,
        value=format_number(observation.value),
        day=format_day(observation.observed_on),
    )


def _lock(session: Session, lock: PeriodLock) -> str:
    return _("Values from {start} to {end}").format(
        start=format_day(lock.starts_on), end=format_day(lock.ends_on)
    )


INDICATORS = Archivable(
    "indicators",
    Indicator,
    Right.MANAGE,
    N_("Archived indicators"),
    lambda session, indicator: indicator.name,
    archive=archive_indicator,
    shown=lambda indicator: f"indicators/{indicator.key}",
)
OBSERVATIONS = Archivable(
    "observations",
    Observation,
    Right.LOG,
    N_("Archived values"),
    _observation,
    archive=archive_observation,
    restore=restore_observation,
    listed=lambda observation: f"indicators/{observation.indicator_id}",
    shown=lambda observation: f"indicators/{observation.indicator_id}#observation-{observation.key}",
)
LOCKS = Archivable(
    "locks",
    PeriodLock,
    Right.EVALUATE,
    N_("Lifted locks"),
    _lock,
    restore=lock_again,
    archived=N_("Lifted: {title}. They can be changed again."),
)
