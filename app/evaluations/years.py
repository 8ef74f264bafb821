"""The numbers behind the large picture, a row a year: hours, the indicator, money."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.evaluations.document import Evaluation, IndicatorResult
from app.evaluations.figures import NOTHING, Figure
from app.evaluations.links import Links
from app.evaluations.money import Money
from app.evaluations.sentences import costs, outcomes
from app.i18n.formats import format_hours
from app.measurement.records import Activity
from app.vocabulary import Certainty

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class YearRow:
    """The indicator's newest value of the year; costs and confirmed benefits as they stood at its end."""

    year: int
    citizens: Figure
    professionals: Figure
    indicator: Figure
    signal: str
    costs: Figure
    benefits: Figure


def year_rows(
    evaluation: Evaluation, hero: IndicatorResult | None, money: Money | None, links: Links
) -> list[YearRow]:
    return [
        YearRow(
            year=year,
            citizens=_citizens(evaluation.activities, year, links),
            professionals=_professionals(evaluation.activities, year, links),
            indicator=_indicator(hero, year, links),
            signal=_signal(hero, year),
            costs=_costs(money, year, links),
            benefits=_benefits(money, year, links),
        )
        for year in years(evaluation, hero, money)
    ]


def years(evaluation: Evaluation, hero: IndicatorResult | None, money: Money | None) -> range:
    """From the first entry to the last, without a gap; empty when nothing is logged."""
    found = {
        *(activity.happened_on.year for activity in evaluation.activities),
        *(point.on.year for point in (hero.within if hero else ())),
        *(cost.spent_on.year for cost in (money.spent if money else ())),
    }
    return range(min(found), max(found) + 1) if found else range(0)


def _citizens(activities: Iterable[Activity], year: int, links: Links) -> Figure:
    given = [(a.citizen_hours, a.id) for a in activities if a.happened_on.year == year]
    return _hours(given, links)


def _professionals(activities: Iterable[Activity], year: int, links: Links) -> Figure:
    given = [(a.professional_hours, a.id) for a in activities if a.happened_on.year == year]
    return _hours(given, links)


def _hours(given: Sequence[tuple[Decimal | None, int]], links: Links) -> Figure:
    """Only entries whose hours were recorded; without any there is no number."""
    known = [(hours, entry) for hours, entry in given if hours is not None]
    if not known:
        return NOTHING
    total = sum((hours for hours, _ in known), ZERO)
    return Figure(format_hours(total), links.activities(entry for _, entry in known))


def _indicator(hero: IndicatorResult | None, year: int, links: Links) -> Figure:
    points = [point for point in (hero.within if hero else ()) if point.on.year == year]
    if hero is None or not points:
        return NOTHING
    return Figure(outcomes.value(points[-1].value, hero), links.indicator(hero.indicator.key, points[-1].id))


def _signal(hero: IndicatorResult | None, year: int) -> str:
    """The newest signal of the year, if any."""
    found = [signal for signal in (outcomes.signals(hero) if hero else ()) if signal.on.year == year]
    return outcomes.signal(found[-1]) if found else ""


def _costs(money: Money | None, year: int, links: Links) -> Figure:
    """Everything spent up to the end of the year; a dash before the first cost."""
    counted = [cost for cost in (money.spent if money else ()) if cost.spent_on.year <= year]
    if money is None or not counted:
        return NOTHING
    total = sum((cost.amount for cost in counted), ZERO)
    return Figure(costs.amount(total, money.currency), links.costs(cost.id for cost in counted))


def _benefits(money: Money | None, year: int, links: Links) -> Figure:
    """Confirmed ones up to the end of the year; a dash before the first."""
    reached = [month for month in (money.plain.months if money else ()) if month.starts_on.year <= year]
    total = reached[-1].cumulative_benefits[Certainty.CONFIRMED] if reached else ZERO
    return Figure(costs.amount(total, money.currency), links.costs()) if money and total else NOTHING
