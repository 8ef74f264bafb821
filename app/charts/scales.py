"""From values and days to places: linear and date scales, and the ticks a reader expects on them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

NICE_STEPS = (1, 2, 5, 10)
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)
MONTH_STEPS = (1, 2, 3, 4, 6, 12)
MOST_MONTHS = 36  # longer spans are told in years
ROUNDING = 1e-9  # a tick at the very edge counts
ZERO_SHARE = 0.6  # an axis starts at zero when its lowest value is below this share of its highest


@dataclass(frozen=True, slots=True)
class LinearScale:
    """From values `low`..`high` to places `start`..`end`, upwards too; a single value stands halfway."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The days a picture covers; every panel and every strip of a page shares one."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return max(1, (self.last - self.first).days)

    @property
    def months(self) -> int:
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    def share(self, day: date) -> float:
        """0 at the first day, 1 at the last; days outside stand at the edge."""
        return min(1.0, max(0.0, (day - self.first).days / self.days))

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class DateScale:
    span: TimeSpan
    start: float
    end: float

    def __call__(self, day: date) -> float:
        return self.start + self.span.share(day) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class DateTick:
    day: date
    is_year: bool


def nice_ticks(low: float, high: float, most: int = 4) -> tuple[float, ...]:
    """Round values from `low` to `high`, at steps of 1, 2 or 5 times a power of ten, about `most` of them."""
    if high <= low:
        return (low,)
    step = _nice_step((high - low) / max(1, most))
    first, last = ceil(low / step - ROUNDING), floor(high / step + ROUNDING)
    return tuple(_clean(index * step, step) for index in range(first, last + 1))


def value_bounds(values: Iterable[float]) -> tuple[float, float]:
    """The lowest and highest value, or from zero when zero is near enough not to flatten them."""
    known = list(values) or [0.0, 1.0]
    low, high = min(known), max(known)
    if low == high:
        return (min(0.0, low), max(0.0, high)) if low else (0.0, 1.0)
    return (0.0 if 0 < low <= ZERO_SHARE * high else low), high


def date_ticks(span: TimeSpan, most: int) -> tuple[DateTick, ...]:
    """First days of years, or of months when the span is short, at most about `most` of them."""
    for step in MONTH_STEPS:
        if span.months <= MOST_MONTHS and ceil(span.months / step) <= most:
            return _ticks_of_months(span, step)
    return _ticks_of_years(span, most)


def next_month(day: date, months: int = 1) -> date:
    """The first day of the month that lies `months` after the month of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1) if count < 9999 * 12 else date.max


def _ticks_of_years(span: TimeSpan, most: int) -> tuple[DateTick, ...]:
    years = span.last.year - span.first.year + 1
    step = next((step for step in YEAR_STEPS if years <= step * most), YEAR_STEPS[-1])
    days = (date(year, 1, 1) for year in range(span.first.year, span.last.year + 1) if year % step == 0)
    return tuple(DateTick(day, is_year=True) for day in days if span.covers(day))


def _ticks_of_months(span: TimeSpan, step: int) -> tuple[DateTick, ...]:
    days = [next_month(span.first, ahead) for ahead in range(span.months)]
    return tuple(
        DateTick(day, is_year=day.month == 1)
        for day in days
        if (day.month - 1) % step == 0 and span.covers(day)
    )


def _nice_step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return next(step * power for step in NICE_STEPS if step * power >= rough * (1 - ROUNDING))


def _clean(value: float, step: float) -> float:
    """Without the dust of binary fractions: 0.3, not 0.30000000000000004."""
    return round(value, max(0, 2 - floor(log10(step))))
