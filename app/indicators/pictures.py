"""The small line of an indicator in a list."""

from collections.abc import Iterable, Sequence

from app.charts.sparkline import Sparkline, sparkline
from app.indicators.models import Indicator
from app.measurement import records
from app.measurement.series import Measured, unbroken


def spark(row: Indicator, values: Sequence[records.Observation]) -> Sparkline | None:
    """None below two values: a single point is no line."""
    points = of_the_whole(values)
    if not points[1:]:
        return None
    stretches = ([float(point.value) for point in stretch] for stretch in unbroken(points, row.frequency))
    levels = [level for stretch in stretches for level in (*stretch, None)][:-1]
    return sparkline(levels, None if row.baseline_value is None else float(row.baseline_value))


def of_the_whole(values: Iterable[records.Observation]) -> tuple[Measured, ...]:
    """As entered, in order of date, without those of parts."""
    whole = (value for value in values if value.category is None)
    return tuple(Measured(value.id, value.observed_on, value.value, value.n) for value in whole)
