"""Indicators as pages show them beside each other: from where, to where, and what may be said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.charts.sparkline import Sparkline, sparkline
from app.evaluations.document import Evaluation, IndicatorResult
from app.evaluations.links import Links
from app.evaluations.sentences import outcomes
from app.evaluations.sentences.missing import too_few_for_trend
from app.i18n import _
from app.i18n.labels import label
from app.measurement.missing import Missing
from app.measurement.records import Point
from app.measurement.series import unbroken
from app.vocabulary import EffectService

LEAST = 2
"""Values that make a line."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """Values are written out, empty where there is none. `latest_href` opens the newest value."""

    id: int
    name: str
    unit: str
    service: str
    direction: str
    baseline: str
    latest: str
    target: str
    people: str
    latest_on: date | None
    reading: str
    illustrative: bool
    source: str
    href: str
    latest_href: str
    spark: Sparkline | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Where a trend would stand: what there is and what is needed."""

    heading: str
    text: str
    href: str


def indicator_rows(evaluation: Evaluation, links: Links) -> Sequence[IndicatorRow]:
    return [_row(result, links, evaluation.least) for result in evaluation.outcomes]


def refusals(evaluation: Evaluation, links: Links) -> list[Refusal]:
    """Every observed indicator whose trend has too few points."""
    return [
        Refusal(
            heading=_("{indicator}: no trend.").format(indicator=result.indicator.name),
            text=too_few_for_trend(result.found.trend),
            href=links.indicator(result.indicator.key),
        )
        for result in evaluation.outcomes
        if result.latest and isinstance(result.found.trend, Missing)
    ]


def service_of(result: IndicatorResult) -> str:
    """Where the effect appears."""
    if result.indicator.effect_service is EffectService.OTHER:
        return result.indicator.effect_service_name or label(EffectService.OTHER)
    return label(EffectService.OWN)


def _row(result: IndicatorResult, links: Links, least: int) -> IndicatorRow:
    known, latest = result.indicator, result.latest
    return IndicatorRow(
        id=known.key,
        name=known.name,
        unit=known.unit,
        service=service_of(result),
        direction=label(result.record.direction),
        baseline=_point(result.record.baseline, result),
        latest=outcomes.value(latest.value, result) if latest else "",
        target=_point(result.record.target, result),
        people=outcomes.people(latest.n, least) if latest else "",
        latest_on=latest.on if latest else None,
        reading=outcomes.reading(result),
        illustrative=known.illustrative,
        source=known.source,
        href=links.indicator(known.key),
        latest_href=links.indicator(known.key, latest.id if latest else None),
        spark=_spark(result),
    )


def _spark(result: IndicatorResult) -> Sparkline | None:
    """The line of the values as entered, broken where a period lacks; one value is no line."""
    if len(result.entered) < LEAST:
        return None
    values: list[float | None] = []
    for stretch in unbroken(result.entered, result.indicator.frequency):
        values += [*([None] if values else []), *(float(point.value) for point in stretch)]
    baseline = result.record.baseline
    return sparkline(values, float(baseline.value) if baseline else None)


def _point(point: Point | None, result: IndicatorResult) -> str:
    return outcomes.value(point.value, result) if point else ""
