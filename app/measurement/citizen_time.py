"""What citizens' hours in the log are worth at dated rates: apart from cash, and neither cost nor benefit."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.measurement.missing import Missing, MissingReason
from app.measurement.records import Activity, HourlyRate
from app.vocabulary import Currency

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Hours:
    """Person-hours of citizens, and the activities that record them."""

    hours: Decimal
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RatedHours:
    """Hours that one rate values."""

    rate: HourlyRate
    given: Hours

    @property
    def low(self) -> Decimal:
        return self.given.hours * self.rate.lower

    @property
    def high(self) -> Decimal | None:
        return None if self.rate.higher is None else self.given.hours * self.rate.higher


@dataclass(frozen=True, slots=True)
class MonthOfTime:
    """One calendar month; `high` is None where a rate in it has no higher estimate."""

    starts_on: date
    given: Hours
    low: Decimal
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class CitizenTime:
    """Citizens' hours up to a day, in three parts that share no hour.

    `by_rate` are valued, `unvalued` lie where no rate is known, and `paid` are of activities in which
    citizens were paid: that money is a cost in cash already.
    """

    currency: Currency
    by_rate: tuple[RatedHours, ...]
    by_month: tuple[MonthOfTime, ...]
    unvalued: Hours
    paid: Hours

    @property
    def valued(self) -> Hours:
        return _together(rated.given for rated in self.by_rate)

    @property
    def low(self) -> Decimal | Missing:
        if not self.by_rate:
            return Missing(MissingReason.NO_RATE, have=0, need=1, entries=self.unvalued.entries)
        return sum((rated.low for rated in self.by_rate), ZERO)

    @property
    def high(self) -> Decimal | None:
        """None as soon as a part has no higher estimate: half a range would look like a whole one."""
        return _sum_or_none([rated.high for rated in self.by_rate])


def citizen_time(
    activities: Iterable[Activity],
    rates: Iterable[HourlyRate],
    currency: Currency,
    as_of: date,
    paid: AbstractSet[int] = frozenset(),
) -> CitizenTime | Missing:
    """Each activity at the rate in force on its day. `paid`: ids of those for which citizens were paid."""
    given = [a for a in activities if a.happened_on <= as_of and a.citizen_hours]
    if not given:
        return Missing(MissingReason.NOT_RECORDED, have=0, need=1)
    own = sorted((rate for rate in rates if rate.currency is currency), key=lambda rate: rate.starts_on)
    unpaid = [(rate_on(own, a.happened_on), a) for a in given if a.id not in paid]
    return CitizenTime(
        currency=currency,
        by_rate=_by_rate([(rate, a) for rate, a in unpaid if rate]),
        by_month=_by_month([(rate, a) for rate, a in unpaid if rate]),
        unvalued=_hours(a for rate, a in unpaid if rate is None),
        paid=_hours(a for a in given if a.id in paid),
    )


def rate_on(rates: Sequence[HourlyRate], day: date) -> HourlyRate | None:
    """The newest that had begun by the day; `rates` are in order of time."""
    begun = [rate for rate in rates if rate.starts_on <= day]
    return begun[-1] if begun else None


def _by_rate(valued: Sequence[tuple[HourlyRate, Activity]]) -> tuple[RatedHours, ...]:
    groups: dict[HourlyRate, list[Activity]] = defaultdict(list)
    for rate, activity in valued:
        groups[rate].append(activity)
    in_order = sorted(groups.items(), key=lambda group: group[0].starts_on)
    return tuple(RatedHours(rate, _hours(own)) for rate, own in in_order)


def _by_month(valued: Sequence[tuple[HourlyRate, Activity]]) -> tuple[MonthOfTime, ...]:
    groups: dict[date, list[tuple[HourlyRate, Activity]]] = defaultdict(list)
    for rate, activity in valued:
        groups[activity.happened_on.replace(day=1)].append((rate, activity))
    return tuple(_month(starts_on, own) for starts_on, own in sorted(groups.items()))


def _month(starts_on: date, valued: Sequence[tuple[HourlyRate, Activity]]) -> MonthOfTime:
    rated = _by_rate(valued)
    return MonthOfTime(
        starts_on=starts_on,
        given=_together(part.given for part in rated),
        low=sum((part.low for part in rated), ZERO),
        high=_sum_or_none([part.high for part in rated]),
    )


def _hours(activities: Iterable[Activity]) -> Hours:
    own = list(activities)
    return Hours(sum((a.citizen_hours or ZERO for a in own), ZERO), tuple(sorted(a.id for a in own)))


def _together(parts: Iterable[Hours]) -> Hours:
    own = list(parts)
    entries = sorted(entry for part in own for entry in part.entries)
    return Hours(sum((part.hours for part in own), ZERO), tuple(entries))


def _sum_or_none(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, ZERO) if amounts and len(known) == len(amounts) else None
