"""The rows of initiatives' logs as measurement records: a few statements, however long the logs are."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlmodel import Session, col, select

from app.activities import models as activities
from app.costs import models as costs
from app.costs.rates import rates_of_country
from app.database.tables import Editable
from app.evaluations.models import WarningAnswer
from app.evaluations.queries import activities_paid
from app.indicators.models import Indicator, Observation, Rebase
from app.indicators.records import COUNTED
from app.initiatives import models as initiatives
from app.learning.log import NOTHING_LEARNED, LearningLog, learning_log_of
from app.measurement import records
from app.ratings.queries import shown_views
from app.vocabulary import Aim, WarningRule

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class AimFrom:
    """A primary aim, and the day from which it was declared."""

    aim: Aim
    declared_on: date
    chosen_by: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the team says to a warning, of one phase where the rule is about one."""

    id: int
    rule: WarningRule
    phase_id: int | None
    answered_on: date
    text: str


@dataclass(frozen=True, slots=True)
class Log:
    """All that one initiative's people entered. Whoever reads it says up to which day.

    `learned`, `rates`, `paid` and `answers` are there where the log of one initiative is read, and empty
    where many are.
    """

    phases: Sequence[records.Phase]
    activities: Sequence[records.Activity]
    claims: Sequence[records.Claim]
    costs: Sequence[records.Cost]
    benefits: Sequence[records.Benefit]
    indicators: Sequence[Indicator]
    observations: Mapping[int, Sequence[records.Observation]]
    aims: Sequence[AimFrom]
    views: Sequence[records.View] = ()
    learned: LearningLog = NOTHING_LEARNED
    rates: Sequence[records.HourlyRate] = ()
    """Of the country, in order of time."""
    paid: frozenset[int] = frozenset()
    """Activities for which citizens were paid."""
    rebases: Mapping[int, Sequence[date]] = field(default_factory=dict)
    """By indicator, the days from which its limits begin anew."""
    answers: Sequence[Answer] = ()


def log_of(session: Session, initiative_id: int) -> Log:
    country = session.get_one(initiatives.Initiative, initiative_id).country
    return replace(
        logs_of(session, [initiative_id])[initiative_id],
        learned=learning_log_of(session, initiative_id),
        rates=rates_of_country(session, country),
        paid=activities_paid(session, initiative_id),
        answers=_read(session, WarningAnswer, [initiative_id], Answer, ANSWER)[initiative_id],
    )


def logs_of(session: Session, initiative_ids: Iterable[int]) -> dict[int, Log]:
    """The log of each of the initiatives, also an empty one."""
    ids = sorted(set(initiative_ids))
    kinds = _read(session, initiatives.Phase, ids, _phase, PHASE)
    entries = _read(session, activities.Activity, ids, records.Activity, ACTIVITY, initiatives.Phase)
    claims = _read(session, initiatives.Claim, ids, records.Claim, CLAIM)
    views = shown_views(session, ids)
    spent = _read(session, costs.Cost, ids, _cost, COST)
    gained = _read(session, costs.Benefit, ids, records.Benefit, BENEFIT)
    measures = _indicators(session, ids)
    counted = col(Observation.status).in_(COUNTED)
    values = _read(session, Observation, ids, _observation, OBSERVATION, where=counted)
    aims = _read(session, initiatives.DeclaredAim, ids, AimFrom, AIM)
    anew = _read(session, Rebase, ids, _rebase, REBASE)
    return {
        i: Log(
            phases=kinds[i],
            activities=entries[i],
            claims=claims[i],
            costs=spent[i],
            benefits=gained[i],
            indicators=measures[i],
            observations=_by_indicator(values[i]),
            aims=aims[i],
            rebases=_by_indicator(anew[i]),
            views=views[i],
        )
        for i in ids
    }


def aim_on(aims: Iterable[AimFrom], as_of: date) -> AimFrom | None:
    """The newest aim declared by a day; of two on one day, the one entered last."""
    declared = [aim for aim in aims if aim.declared_on <= as_of]
    return max(reversed(declared), key=lambda aim: aim.declared_on, default=None)


def last_entry_on(log: Log, as_of: date) -> date | None:
    """The newest day something happened, was paid or was observed. Estimates do not count."""
    days = [
        *(activity.happened_on for activity in log.activities),
        *(cost.spent_on for cost in log.costs if not cost.is_estimate),
        *(o.observed_on for known in log.indicators for o in log.observations.get(known.key, ())),
    ]
    return max((day for day in days if day <= as_of), default=None)


# The columns of each record, in the order of its fields.
PHASE = ("id", "kind", "name", "starts_on", "ends_on", "accountable")
ACTIVITY = (
    "id",
    "phase_id",
    "Phase.kind",
    "happened_on",
    "citizen_role",
    "decision",
    "level",
    "citizens",
    "professionals",
    "citizen_hours",
    "professional_hours",
    "other_hours",
    "entered_on",
    "entered_by_side",
)
CLAIM = ("phase_id", "lead", "claimed_on")
COST = (
    "id",
    "spent_on",
    "amount",
    "currency",
    "stage",
    "nature",
    "payer",
    "phase_id",
    "is_estimate",
)
BENEFIT = ("id", "received_on", "amount", "currency", "certainty", "service", "attribution", "deadweight")
OBSERVATION = ("indicator_id", "id", "observed_on", "value", "n", "sd", "category")
AIM = ("aim", "declared_on", "chosen_by")
REBASE = ("indicator_id", "rebased_on")
ANSWER = ("id", "rule", "phase_id", "answered_on", "text")


def _read(
    session: Session,
    table: Any,
    ids: Sequence[int],
    make: Callable[..., Record],
    names: Sequence[str],
    joined: type[Editable] | None = None,
    where: sa.ColumnElement[bool] | None = None,
) -> dict[int, list[Record]]:
    """One record a row that is not archived, by initiative, in the order in which they were entered."""
    columns = [_column(table, joined, name) for name in ("initiative_id", *names)]
    statement = sa.select(*columns).where(table.initiative_id.in_(ids), table.archived_at.is_(None))
    if joined is not None:
        statement = statement.join(joined, sa.and_(table.phase_id == joined.id))
    if where is not None:
        statement = statement.where(where)
    found: dict[int, list[Record]] = defaultdict(list)
    for initiative_id, *values in session.execute(statement.order_by(table.id)):
        found[initiative_id].append(make(*values))
    return found


def _column(table: Any, joined: Any, name: str) -> Any:
    """`Phase.kind` is the joined table's; a bare name is the table's own."""
    _, dot, foreign = name.partition(".")
    return col(getattr(joined, foreign)) if dot else col(getattr(table, name))


def _phase(*values: Any) -> records.Phase:
    placed = [*values[:-1], values[-1] or None]
    return records.Phase(*placed)


def _cost(*values: Any) -> records.Cost:
    return records.Cost(*_said(values))


def _indicators(session: Session, ids: Sequence[int]) -> dict[int, list[Indicator]]:
    """Whole rows: a page says much about the few indicators that there are."""
    found: dict[int, list[Indicator]] = defaultdict(list)
    rows = session.exec(
        select(Indicator)
        .where(col(Indicator.initiative_id).in_(ids), col(Indicator.archived_at).is_(None))
        .order_by(col(Indicator.id))
    )
    for row in rows:
        found[row.initiative_id].append(row)
    return found


def _observation(indicator_id: int, *values: Any) -> tuple[int, records.Observation]:
    """With its indicator. The empty category is the whole."""
    return indicator_id, records.Observation(*_said(values))


def _rebase(indicator_id: int, rebased_on: date) -> tuple[int, date]:
    return indicator_id, rebased_on


def _said(values: Iterable[Any]) -> list[Any]:
    """An empty text says nothing."""
    return [None if value == "" else value for value in values]


def _by_indicator(values: Iterable[tuple[int, Record]]) -> dict[int, list[Record]]:
    found: dict[int, list[Record]] = defaultdict(list)
    for indicator_id, value in values:
        found[indicator_id].append(value)
    return found
