"""Rows of indicators and observations made into the records that the measurement reads."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlmodel import Session, col, select

from app.indicators.models import Indicator, Observation
from app.measurement import records
from app.vocabulary import ObservationStatus

COUNTED = (ObservationStatus.SUBMITTED, ObservationStatus.APPROVED)
"""A draft is not yet said, and a returned value is in doubt."""


def indicator_record(row: Indicator) -> records.Indicator:
    baseline, target = row.baseline_value, row.target_value
    return records.Indicator(
        id=row.key,
        direction=row.direction,
        aggregation=row.aggregation,
        baseline=None if baseline is None else records.Point(baseline, row.baseline_on, row.baseline_n),
        target=None if target is None else records.Point(target, row.target_on),
        minimum=row.minimum,
        maximum=row.maximum,
    )


def observation_record(row: Observation) -> records.Observation:
    return records.Observation(
        id=row.key,
        observed_on=row.observed_on,
        value=row.value,
        n=row.n,
        sd=row.sd,
        category=row.category or None,
    )


def observation_records(
    session: Session, indicator_ids: Sequence[int], as_of: date
) -> Mapping[int, tuple[records.Observation, ...]]:
    """The values up to that day that count, in order of date, by indicator; none for one without any."""
    rows = session.exec(
        select(Observation)
        .where(
            col(Observation.indicator_id).in_(indicator_ids),
            col(Observation.archived_at).is_(None),
            col(Observation.status).in_(COUNTED),
            col(Observation.observed_on) <= as_of,
        )
        .order_by(col(Observation.observed_on), col(Observation.id))
    )
    found: dict[int, list[records.Observation]] = defaultdict(list)
    for row in rows:
        found[row.indicator_id].append(observation_record(row))
    return {indicator_id: tuple(found[indicator_id]) for indicator_id in indicator_ids}
