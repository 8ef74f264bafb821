"""Writing of imports: a file received, its values stored all at once, and taken back."""

from collections import defaultdict
from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from app.clock import today, utc_now
from app.database.editing import archive_held
from app.exchange.checking import DryRun
from app.exchange.models import Import
from app.exchange.plans import Plan
from app.exchange.queries import (
    held_observations,
    indicators_by_id,
    indicators_with_values,
    oldest_kept,
    values_of,
)
from app.exchange.remarks import Kind
from app.exchange.rows import Locked, Log
from app.exchange.series import Series
from app.indicators.archive import INDICATORS
from app.indicators.locks import locks_of, said_of
from app.indicators.models import Indicator, Observation, PeriodLock
from app.indicators.observation_queries import wait_for_all_writers
from app.indicators.recording_many import record_observations
from app.indicators.service import define_indicator
from app.initiatives.models import Initiative

UNCHANGED = 1
"""The version of a row that nobody has changed since it was stored."""


def receive(
    session: Session, initiative: Initiative, person_id: int, file_name: str, content: bytes, wanted: str
) -> Import:
    """Takes the place of the file that this person has here, and clears away what nobody went on with."""
    is_left = sa.or_(
        col(Import.created_at) < oldest_kept(),
        sa.and_(col(Import.person_id) == person_id, col(Import.initiative_id) == initiative.key),
    )
    session.execute(sa.delete(Import).where(col(Import.stored_at).is_(None), is_left))
    received = Import(
        person_id=person_id,
        initiative_id=initiative.key,
        file_name=file_name,
        content=content,
        typed={"wanted": [wanted]},
    )
    session.add(received)
    session.flush()
    return received


def keep_typed(session: Session, waiting: Import, typed: dict[str, list[str]]) -> None:
    """What the columns were said to hold, for the steps that follow."""
    waiting.typed = typed
    session.flush()


def discard(session: Session, waiting: Import) -> None:
    session.delete(waiting)
    session.flush()


def log_for(session: Session, initiative: Initiative, plan: Plan) -> Log:
    """What the dry run must know of the log as it is now."""
    columns = {one.indicator.key: one.column for one in plan.series if one.indicator}
    values = {
        (columns[indicator_id], observed_on, category): value
        for indicator_id, observed_on, category, value in values_of(session, columns)
    }
    locked = [
        Locked(lock.starts_on, lock.ends_on, said_of(session, lock))
        for lock in locks_of(session, initiative.key)
    ]
    return Log(values, locked, today())


def hold(session: Session, initiative: Initiative) -> None:
    """Nobody writes values or locks periods between the dry run and what it promises."""
    wait_for_all_writers(session, initiative.key)


def store(session: Session, initiative: Initiative, waiting: Import, plan: Plan, run: DryRun) -> None:
    """Everything the dry run promised, or nothing; then the file goes and a receipt stays."""
    values = defaultdict(list)
    for value in run.values:
        values[value.series.column].append(value.new)
    used = [one for one in plan.series if one.column in values]
    indicators = [_indicator_of(session, initiative, one) for one in used]
    stored = [
        row.key
        for indicator, one in zip(indicators, used, strict=True)
        for row in record_observations(session, indicator, values[one.column])
    ]
    waiting.receipt = {
        "observations": stored,
        "indicators": [row.key for row in indicators],
        "defined": [row.key for row, one in zip(indicators, used, strict=True) if one.new],
        **{kind.value: run.count(kind) for kind in Kind},
        "rounded": run.rounded,
    }
    waiting.stored_at = utc_now()
    waiting.content, waiting.typed = b"", {}
    session.flush()


def _indicator_of(session: Session, initiative: Initiative, series: Series) -> Indicator:
    if series.new:
        return define_indicator(session, initiative, series.new)
    assert series.indicator is not None
    return series.indicator


def undo(session: Session, done: Import) -> int:
    """Archives what is still as it was imported; answers how many values stay, changed or locked since."""
    rows = held_observations(session, done.receipt["observations"])
    wait_for_all_writers(session, done.initiative_id)
    locks = locks_of(session, done.initiative_id)
    gone = [row for row in rows if row.version == UNCHANGED and not _is_locked(row, locks)]
    archive_held(session, gone)
    defined = done.receipt["defined"]
    filled = indicators_with_values(session, defined)
    for indicator in indicators_by_id(session, defined):
        if indicator.key not in filled and indicator.version == UNCHANGED:
            INDICATORS.archive(session, indicator, None)
    done.undone_at = utc_now()
    session.flush()
    return len(rows) - len(gone)


def _is_locked(row: Observation, locks: Sequence[PeriodLock]) -> bool:
    return any(lock.starts_on <= row.observed_on <= lock.ends_on for lock in locks)
