"""The values of one indicator as a table: what stands beside each, and what may be done with it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from app.access import Right
from app.accounts.queries import names_of_people
from app.evidence.queries import numbers_of_files
from app.indicators import sentences
from app.indicators.locks import locks_of
from app.indicators.models import Indicator, Observation, PeriodLock
from app.indicators.observation_queries import observations_of, statuses_seen
from app.indicators.observation_sentences import remarks
from app.indicators.records import COUNTED
from app.initiatives.models import Initiative
from app.vocabulary import EntryKind, ObservationStatus
from app.web.pagination import LARGEST_PAGE, After, Page


@dataclass(frozen=True)
class Entered:
    """One value with what must be said of it; `reviewer` is empty where nobody reviewed it."""

    row: Observation
    remarks: tuple[str, ...]
    reviewer: str
    is_locked: bool

    @property
    def may_be_reviewed(self) -> bool:
        return self.row.status is ObservationStatus.SUBMITTED and not self.is_locked


def value_table(
    session: Session,
    initiative: Initiative,
    indicator: Indicator,
    rights: Collection[Right],
    after: After | None = None,
) -> dict[str, Any]:
    """The context of `indicators/_observations.html`, besides `initiative`, `indicator` and `signals`.

    Drafts only for those who may log. `signals` is observation id → what its point signals.
    """
    page = observations_of(session, indicator.key, after, LARGEST_PAGE, statuses_seen(rights))
    entered = entered_values(session, initiative, {indicator.key: indicator}, page.items)
    return {
        "entered": Page(entered, page.next),
        "has_people": any(row.n is not None for row in page.items),
        "has_spread": any(row.sd is not None for row in page.items),
        "numbers_of_files": numbers_of_files(session, initiative.key, EntryKind.OBSERVATION),
        "value": sentences.value,
        "people": sentences.people,
    }


def entered_values(
    session: Session, initiative: Initiative, indicators: dict[int, Indicator], rows: Sequence[Observation]
) -> list[Entered]:
    """`rows` the newest first; `indicators` are those they belong to, by id."""
    names = names_of_people(session, (row.reviewed_by_id for row in rows))
    locks = locks_of(session, initiative.key)
    return [
        Entered(
            row,
            remarks(indicators[row.indicator_id], row, _before(row, rows[place + 1 :])),
            names.get(row.reviewed_by_id or 0, ""),
            is_locked(row, locks),
        )
        for place, row in enumerate(rows)
    ]


def is_locked(row: Observation, locks: Iterable[PeriodLock]) -> bool:
    return any(lock.starts_on <= row.observed_on <= lock.ends_on for lock in locks)


def _before(row: Observation, older: Sequence[Observation]) -> Observation | None:
    """The value before it of the same part, as far as the page has it."""
    alike = (row.indicator_id, row.category)
    return next(
        (one for one in older if (one.indicator_id, one.category) == alike and one.status in COUNTED), None
    )
