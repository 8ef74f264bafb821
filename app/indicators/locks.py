"""Locked periods: made and lifted by an evaluator, asked before any value of their days changes."""

from collections.abc import Sequence
from datetime import date

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlmodel import Session, col, or_, select

from app.accounts.models import Person
from app.database.editing import restore
from app.fields import Day, PastDay, Public, Source, Strict
from app.i18n import N_, _
from app.i18n.formats import format_day
from app.indicators.models import Indicator, Observation, PeriodLock
from app.indicators.observation_queries import wait_for_all_writers
from app.initiatives.models import Initiative
from app.refusals import Invalid
from app.web.pagination import AfterId, Page


class LockCreate(Strict):
    """Days that lie ahead have no values to be checked yet."""

    starts_on: Day
    ends_on: PastDay
    reason: Source = ""

    @model_validator(mode="after")
    def ends_after_it_starts(self) -> "LockCreate":
        if self.ends_on < self.starts_on:
            message = N_("The end is before the start.")
            raise PydanticCustomError("ends_before_start", message, {"field": "ends_on"})
        return self


class LockPublic(Public):
    id: int
    initiative_id: int
    starts_on: date
    ends_on: date
    reason: str
    version: int


def lock_period(session: Session, initiative: Initiative, new: LockCreate) -> PeriodLock:
    """Values that somebody is just recording are stored before, or refused after."""
    wait_for_all_writers(session, initiative.key)
    lock = PeriodLock(initiative_id=initiative.key, **new.model_dump())
    session.add(lock)
    session.flush()
    return lock


def lock_again(session: Session, lock: PeriodLock) -> PeriodLock:
    wait_for_all_writers(session, lock.initiative_id)
    return restore(session, lock)


def locks_of(session: Session, initiative_id: int) -> Sequence[PeriodLock]:
    """Those that hold, the newest days first."""
    return session.exec(
        select(PeriodLock)
        .where(PeriodLock.initiative_id == initiative_id, col(PeriodLock.archived_at).is_(None))
        .order_by(col(PeriodLock.starts_on).desc(), col(PeriodLock.id).desc())
    ).all()


def page_of_locks(
    session: Session, initiative_id: int, after: AfterId | None, limit: int
) -> Page[PeriodLock]:
    rows = session.exec(
        select(PeriodLock)
        .where(
            PeriodLock.initiative_id == initiative_id,
            col(PeriodLock.archived_at).is_(None),
            col(PeriodLock.id) > (after.id if after else 0),
        )
        .order_by(col(PeriodLock.id))
        .limit(limit + 1)
    ).all()
    return Page(rows[:limit], str(rows[limit - 1].key) if len(rows) > limit else None)


def refuse_locked(session: Session, initiative_id: int, *days: date) -> None:
    """Asked while writers of the indicator wait, so that no lock is made between question and change."""
    lock = _lock_over(session, initiative_id, days)
    if lock:
        raise Invalid({"observed_on": said_of(session, lock)})


def refuse_locked_values(session: Session, indicator: Indicator) -> None:
    """Asked while writers of the indicator wait."""
    lock = session.exec(
        select(PeriodLock)
        .join(
            Observation,
            (col(Observation.indicator_id) == indicator.key)
            & col(Observation.archived_at).is_(None)
            & col(Observation.observed_on).between(PeriodLock.starts_on, PeriodLock.ends_on),
        )
        .where(PeriodLock.initiative_id == indicator.initiative_id, col(PeriodLock.archived_at).is_(None))
        .order_by(col(PeriodLock.id))
    ).first()
    if lock:
        raise Invalid({"observed_on": said_of(session, lock)})


def said_of(session: Session, lock: PeriodLock) -> str:
    """Whose lock it is, and that it can be lifted."""
    who = session.get(Person, lock.created_by_id) if lock.created_by_id else None
    text = (
        _("{who} locked the values from {start} to {end}. They change once an evaluator lifts the lock.")
        if who
        else _("The values from {start} to {end} are locked. They change once an evaluator lifts the lock.")
    )
    return text.format(
        who=who.name if who else "", start=format_day(lock.starts_on), end=format_day(lock.ends_on)
    )


def _lock_over(session: Session, initiative_id: int, days: Sequence[date]) -> PeriodLock | None:
    """A lock that one of the days lies in."""
    holding = [(col(PeriodLock.starts_on) <= day) & (col(PeriodLock.ends_on) >= day) for day in days]
    return session.exec(
        select(PeriodLock)
        .where(
            PeriodLock.initiative_id == initiative_id,
            col(PeriodLock.archived_at).is_(None),
            or_(False, *holding),
        )
        .order_by(col(PeriodLock.id))
    ).first()
