"""Series of monthly values and indicators with ordinary settings."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from app.measurement.months import add_months
from app.measurement.records import Indicator, Observation, Point
from app.measurement.series import Measured
from app.vocabulary import Aggregation, Direction

START = date(2019, 1, 31)


def day(month: int) -> date:
    """The end of the month that lies so many after January 2019."""
    return add_months(START, month)


def indicator(
    direction: Direction = Direction.UP,
    *,
    baseline: str | None = None,
    target: str | None = None,
    aggregation: Aggregation = Aggregation.PER_PERIOD,
    minimum: str | None = None,
    maximum: str | None = None,
) -> Indicator:
    return Indicator(
        id=1,
        direction=direction,
        aggregation=aggregation,
        baseline=point(baseline),
        target=point(target),
        minimum=None if minimum is None else Decimal(minimum),
        maximum=None if maximum is None else Decimal(maximum),
    )


def point(value: str | None) -> Point | None:
    return None if value is None else Point(Decimal(value), START, n=20)


def measured(values: Iterable[object], months: Iterable[int] | None = None) -> tuple[Measured, ...]:
    texts = [str(value) for value in values]
    places = range(len(texts)) if months is None else months
    return tuple(
        Measured(number, day(month), Decimal(text), None)
        for number, (text, month) in enumerate(zip(texts, places, strict=True), start=1)
    )


def observations(*values: object, category: str | None = None, first: int = 1) -> list[Observation]:
    return [
        Observation(number, day(number - 1), Decimal(str(value)), None, None, category)
        for number, value in enumerate(values, start=first)
    ]
