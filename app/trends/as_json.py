"""A trend as programs read it: the same facts as on the page."""

from collections.abc import Iterator

from app.indicators import sentences
from app.measurement.control_chart import ControlPart, Limits
from app.measurement.missing import Missing
from app.measurement.records import Point
from app.trends.computed import computed
from app.trends.document import Trend
from app.trends.reading import reading
from app.trends.schemas import BandShown, EndShown, EventShown, PartShown, PointShown, TrendPublic


def trend_as_json(trend: Trend) -> TrendPublic:
    said, how = reading(trend), computed(trend)
    parts = () if sentences.is_cumulative(trend.row) else trend.found.control_chart
    return TrendPublic(
        indicator_id=trend.row.key,
        as_of=trend.as_of,
        screened=trend.screened,
        method=how.method if how else None,
        steps=list(how.steps) if how else [],
        stronger_methods=list(how.stronger) if how else [],
        reading=said.as_text,
        cautions=list(said.cautions),
        baseline=_end(trend.record.baseline),
        target=_end(trend.record.target),
        points=list(_points(trend)),
        parts=[_part(part) for part in parts],
        bands=list(_bands(trend)),
        events=[
            EventShown(happened_on=one.event.on, until=one.until, text=one.event.label, href=one.href)
            for one in sorted(trend.events, key=lambda one: one.event.on)
        ],
    )


def _points(trend: Trend) -> Iterator[PointShown]:
    """Values of the whole as people gave them."""
    signals = sentences.signals(trend.row, trend.found)
    for point in trend.entered:
        found = signals.get(point.id)
        yield PointShown(
            observation_id=point.id,
            observed_on=point.on,
            value=point.value,
            n=point.n,
            signal=found.kind if found else None,
            signal_side=found.side if found else None,
        )


def _part(part: ControlPart) -> PartShown:
    found = part.limits if isinstance(part.limits, Limits) else None
    return PartShown(
        begins_on=part.stretches[0][0].on,
        points=found.points if found else len(part.entries),
        mean=part.mean,
        lower=found.lower if found else None,
        upper=found.upper if found else None,
        moving_range=found.moving_range if found else None,
        screened=found.screened if found else None,
        trial=found.trial if found else None,
        why_no_limits=part.limits.reason if isinstance(part.limits, Missing) else None,
    )


def _bands(trend: Trend) -> Iterator[BandShown]:
    for led in trend.bands:
        lead = None if isinstance(led.lead, Missing) else led.lead
        yield BandShown(starts_on=led.starts_on, ends_on=led.ends_on, lead=lead, activities=led.activities)


def _end(point: Point | None) -> EndShown | None:
    return EndShown(value=point.value, dated=point.on, n=point.n) if point else None
