"""The trend of one indicator on one day: what pages, pictures, downloads and JSON are made of."""

from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from app.indicators.former import former_points, points_as_of
from app.indicators.models import Indicator, Rebase
from app.indicators.records import indicator_record, observation_records
from app.initiatives.models import Initiative
from app.initiatives.queries import aims_of
from app.learning.log import happened_log_of
from app.measurement import records
from app.measurement.outcome import Outcome, outcome
from app.measurement.series import Measured, series
from app.trends.bands import Led, who_led
from app.trends.events import Happening, happenings, rebasings
from app.trends.queries import delivery_of, rebases_of
from app.vocabulary import Aggregation


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator as it stood on a day, by the dates of its values.

    `record` holds the baseline and the target in force on that day, `values` those of parts too, `entered`
    those of the whole as people gave them, and `found.points` what each period came to. `screened`: the
    limits leave out steps that are themselves outliers.
    """

    row: Indicator
    as_of: date
    record: records.Indicator
    values: tuple[records.Observation, ...]
    entered: tuple[Measured, ...]
    found: Outcome
    rebases: tuple[Rebase, ...]
    bands: tuple[Led, ...]
    events: tuple[Happening, ...]
    screened: bool


def trend(
    session: Session, initiative: Initiative, indicator: Indicator, as_of: date, *, screened: bool = True
) -> Trend:
    """A few statements, however many values there are."""
    baseline, target = points_as_of(indicator, former_points(session, indicator.key), as_of)
    record = replace(indicator_record(indicator), baseline=baseline, target=target)
    values = observation_records(session, [indicator.key], as_of)[indicator.key]
    entered = series(replace(record, aggregation=Aggregation.PER_PERIOD), values, as_of)
    rebases = tuple(rebase for rebase in rebases_of(session, indicator.key) if rebase.rebased_on <= as_of)
    delivery = delivery_of(session, initiative.key) if entered else []
    base = f"/initiatives/{initiative.slug}"
    return Trend(
        row=indicator,
        as_of=as_of,
        record=record,
        values=values,
        entered=entered,
        found=outcome(
            record,
            values,
            as_of,
            frequency=indicator.frequency,
            rebased_on=[rebase.rebased_on for rebase in rebases],
            fixed_points=indicator.limits_from_first,
            screen=screened,
        ),
        rebases=rebases,
        bands=who_led(delivery, entered[0].on, entered[-1].on) if entered else (),
        events=(
            *rebasings(rebases, as_of, f"{base}/indicators/{indicator.key}"),
            *happenings(
                reversed(aims_of(session, initiative.key)),
                happened_log_of(session, initiative.key),
                as_of,
                base,
            ),
        ),
        screened=screened,
    )
