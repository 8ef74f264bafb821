"""Citizens' time on a page: what it is worth, the rates with their sources, and the entries behind each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.evaluations.document import Evaluation
from app.evaluations.figures import Figure
from app.evaluations.links import Links
from app.evaluations.sentences import citizen_time as say
from app.evaluations.sentences.costs import amount
from app.evaluations.sentences.missing import why
from app.i18n import _
from app.i18n.formats import format_day, format_hours, format_money, format_month
from app.measurement.citizen_time import CitizenTime, RatedHours
from app.measurement.missing import Missing
from app.measurement.records import HourlyRate
from app.vocabulary import CostNature, Currency


@dataclass(frozen=True, slots=True)
class RateRow:
    name: str
    since: str
    per_hour: str
    hours: Figure
    value: str
    sources: Sequence[str]


@dataclass(frozen=True, slots=True)
class MonthRow:
    month: str
    hours: Figure
    value: str


@dataclass(frozen=True, slots=True)
class TimeBlock:
    """`sentences` open the hours that they tell of; `twice` warns of hours that may be counted twice."""

    sentences: Sequence[Figure]
    rates: Sequence[RateRow]
    months: Sequence[MonthRow]
    twice: Sequence[Figure]
    how: str


def time_block(evaluation: Evaluation, links: Links) -> TimeBlock:
    found = evaluation.citizen_time
    if isinstance(found, Missing):
        return TimeBlock([Figure(why(found))], (), (), (), "")
    return TimeBlock(
        sentences=list(_sentences(found, links)),
        rates=[_rate(rated, found.currency, links) for rated in found.by_rate],
        months=list(_months(found, links)),
        twice=list(_twice(evaluation, links)),
        how=say.how_counted() if found.by_rate else "",
    )


def _sentences(found: CitizenTime, links: Links) -> Iterator[Figure]:
    if found.by_rate:
        yield Figure(say.valued(found), links.activities(found.valued.entries))
    if found.unvalued.entries:
        yield Figure(say.unvalued(found), links.activities(found.unvalued.entries))
    if found.paid.entries:
        yield Figure(say.paid(found.paid), links.activities(found.paid.entries))


def _rate(rated: RatedHours, currency: Currency, links: Links) -> RateRow:
    return RateRow(
        name=say.rate_name(rated),
        since=format_day(rated.rate.starts_on),
        per_hour=_per_hour(rated.rate),
        hours=_hours(rated.given.hours, links.activities(rated.given.entries)),
        value=say.worth(rated.low, rated.high, currency),
        sources=say.sources(rated),
    )


def _per_hour(rate: HourlyRate) -> str:
    lower = format_money(rate.lower, rate.currency)
    if rate.higher is None:
        return lower
    return _("{low} to {high}").format(low=lower, high=format_money(rate.higher, rate.currency))


def _months(found: CitizenTime, links: Links) -> Iterator[MonthRow]:
    for month in found.by_month:
        yield MonthRow(
            month=format_month(month.starts_on),
            hours=_hours(month.given.hours, links.activities(month.given.entries)),
            value=say.worth(month.low, month.high, found.currency),
        )


def _hours(hours: Decimal, href: str) -> Figure:
    return Figure(_("{hours} h").format(hours=format_hours(hours)), href)


def _twice(evaluation: Evaluation, links: Links) -> Iterator[Figure]:
    """One warning a currency in which volunteers' time was entered as a cost."""
    for money in evaluation.costs:
        entered = money.totals.total.volunteer_time if money.totals else None
        if entered:
            href = f"{links.costs()}?currency={money.currency}&nature={CostNature.VOLUNTEER_TIME}"
            yield Figure(say.twice(amount(entered, money.currency)), href)
