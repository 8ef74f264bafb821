"""Who led delivery by the log, twelve months at a time from the first value on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from app.measurement.claims import evidence_for
from app.measurement.missing import Missing
from app.measurement.months import add_months
from app.measurement.records import Activity
from app.measurement.thresholds import DEFAULT, Thresholds
from app.vocabulary import Lead, PhaseKind


@dataclass(frozen=True, slots=True)
class Led:
    """One window, or several after each other with one lead; `activities` is how many it rests on."""

    starts_on: date
    ends_on: date
    lead: Lead | Missing
    activities: int


def who_led(
    delivery: Sequence[Activity], first: date, last: date, thresholds: Thresholds = DEFAULT
) -> tuple[Led, ...]:
    """From the month of `first` to `last`. Too little in the log of a window is said, and never filled in."""
    begin, found = first.replace(day=1), []
    while begin <= last:
        end = min(add_months(begin, thresholds.rolling_months) - timedelta(days=1), last)
        counted = [a for a in delivery if begin <= a.happened_on <= end]
        lead = evidence_for(PhaseKind.DELIVERY, counted, thresholds).lead
        found.append(Led(begin, end, lead, len(counted)))
        begin = end + timedelta(days=1)
    return tuple(found)


def joined(windows: Sequence[Led]) -> Iterator[Led]:
    """Neighbours with one lead as one, for a picture."""
    for _, alike in groupby(windows, key=lambda led: None if isinstance(led.lead, Missing) else led.lead):
        some = list(alike)
        yield Led(some[0].starts_on, some[-1].ends_on, some[0].lead, sum(led.activities for led in some))
