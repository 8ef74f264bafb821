"""The newest values of all indicators of an initiative: as many rows for ten thousand values as for sixty."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import sqlalchemy as sa
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, col, select

from app.indicators.models import Indicator, Observation
from app.indicators.records import COUNTED
from app.measurement import records

MOST = 60
"""What a line as small as in a list can show: five years of months."""


def newest_records(
    session: Session, initiative_id: int, as_of: date
) -> Mapping[int, tuple[records.Observation, ...]]:
    """Values of the whole by the id of their indicator, in order of date; none for one without any.

    Of two values on the oldest day both come, since the day decides.
    """
    reach = _reach(initiative_id, as_of)
    rows = session.exec(
        select(  # type: ignore[call-overload]  # five columns are more than its overloads name
            Observation.id,
            Observation.indicator_id,
            Observation.observed_on,
            Observation.value,
            Observation.n,
        )
        .join(reach, reach.c.id == col(Observation.indicator_id))
        .where(
            *_counts(as_of), col(Observation.category) == "", col(Observation.observed_on) >= reach.c.oldest
        )
        .order_by(col(Observation.observed_on), col(Observation.id))
    )
    found: dict[int, list[records.Observation]] = defaultdict(list)
    for row_id, indicator_id, observed_on, value, n in rows:
        found[indicator_id].append(records.Observation(row_id, observed_on, value, n, None, None))
    return defaultdict(tuple, {indicator_id: tuple(values) for indicator_id, values in found.items()})


def measured_in_parts(session: Session, initiative_id: int, as_of: date) -> frozenset[int]:
    """The ids of the indicators that have a value of some part."""
    of_a_part = sa.exists().where(
        col(Observation.indicator_id) == col(Indicator.id), col(Observation.category) > "", *_counts(as_of)
    )
    found = session.exec(select(Indicator).where(*_known(initiative_id), of_a_part))
    return frozenset(one.key for one in found)


def _reach(initiative_id: int, as_of: date) -> sa.CTE:
    """Each indicator with the day of its sixtieth newest value, or the first of all days.

    Materialized, so that the day is looked up once an indicator and not once a value.
    """
    sixtieth = (
        sa.select(col(Observation.observed_on))
        .where(
            col(Observation.indicator_id) == col(Indicator.id),
            col(Observation.category) == "",
            *_counts(as_of),
        )
        .order_by(col(Observation.observed_on).desc())
        .offset(MOST - 1)
        .limit(1)
        .scalar_subquery()
    )
    oldest = sa.func.coalesce(sixtieth, sa.literal(date.min, sa.Date)).label("oldest")
    wanted = sa.select(col(Indicator.id), oldest).where(*_known(initiative_id))
    return wanted.cte("reach").prefix_with("MATERIALIZED")


def _known(initiative_id: int) -> tuple[ColumnElement[bool], ...]:
    return col(Indicator.initiative_id) == initiative_id, col(Indicator.archived_at).is_(None)


def _counts(as_of: date) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Observation.archived_at).is_(None),
        col(Observation.status).in_(COUNTED),
        col(Observation.observed_on) <= as_of,
    )
