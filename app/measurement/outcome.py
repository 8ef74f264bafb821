"""The whole outcome side of an evaluation on one day: one indicator with its observations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.measurement.control_chart import ControlPart, control_chart
from app.measurement.missing import Missing
from app.measurement.progress import Change, Progress, change, progress
from app.measurement.records import Indicator, Observation
from app.measurement.run_chart import RunChart, run_chart
from app.measurement.series import Measured, series
from app.measurement.thresholds import DEFAULT, Thresholds
from app.measurement.trend import Trend, trend
from app.vocabulary import Frequency


@dataclass(frozen=True, slots=True)
class Outcome:
    """`points` are values a period; `change` and `progress` rest on the newest value as it was entered."""

    indicator_id: int
    as_of: date
    points: tuple[Measured, ...]
    change: Change | Missing
    progress: Progress | Missing
    run_chart: RunChart | Missing
    control_chart: tuple[ControlPart, ...]
    trend: Trend | Missing


def outcome(
    indicator: Indicator,
    observations: Sequence[Observation],
    as_of: date,
    *,
    frequency: Frequency = Frequency.IRREGULAR,
    rebased_on: Sequence[date] = (),
    category: str | None = None,
    fixed_points: int | None = None,
    screen: bool = True,
    thresholds: Thresholds = DEFAULT,
) -> Outcome:
    points = series(indicator, observations, as_of, category)
    return Outcome(
        indicator_id=indicator.id,
        as_of=as_of,
        points=points,
        change=change(indicator, observations, as_of, category),
        progress=progress(indicator, observations, as_of, category),
        run_chart=run_chart(points, frequency, thresholds),
        control_chart=control_chart(
            points,
            indicator,
            frequency=frequency,
            rebased_on=rebased_on,
            fixed_points=fixed_points,
            screen=screen,
            thresholds=thresholds,
        ),
        trend=trend(points, thresholds),
    )
