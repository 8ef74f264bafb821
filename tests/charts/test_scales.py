"""Places and ticks: nothing leaves the picture, and ticks are round."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.charts.scales import (
    DateScale,
    LinearScale,
    TimeSpan,
    date_ticks,
    next_month,
    nice_ticks,
    value_bounds,
)

values = st.decimals(-1_000_000_000, 1_000_000_000, places=4).map(float)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def test_a_linear_scale_may_run_upwards() -> None:
    assert LinearScale(0, 10, 100, 0)(2.5) == 75


def test_a_scale_without_length_puts_its_value_halfway() -> None:
    assert LinearScale(7, 7, 0, 50)(7) == 25


def test_ticks_are_round() -> None:
    assert nice_ticks(0, 47.6) == (0, 20, 40)
    assert nice_ticks(0.12, 0.47) == (0.2, 0.3, 0.4)


@given(values, values)
def test_ticks_stay_within_their_values(one: float, other: float) -> None:
    low, high = sorted((one, other))
    dust = (high - low) * 1e-6
    assert all(low - dust <= tick <= high + dust for tick in nice_ticks(low, high))


@given(values, values)
def test_ticks_are_few(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert len(nice_ticks(low, high, 4)) <= 5


@given(st.lists(values, min_size=1))
def test_bounds_hold_every_value(known: list[float]) -> None:
    low, high = value_bounds(known)
    assert low < high
    dust = (high - low) * 1e-6
    assert all(low - dust <= value <= high + dust for value in known)


def test_bounds_start_at_zero_unless_that_would_flatten_the_values() -> None:
    assert value_bounds([16, 48])[0] == 0
    assert value_bounds([5.4, 6.6])[0] > 0


@given(days, days, days)
def test_a_day_never_leaves_the_picture(one: date, other: date, day: date) -> None:
    span = TimeSpan(min(one, other), max(one, other))
    assert 150 <= DateScale(span, 150, 1012)(day) <= 1012


def test_eleven_years_are_told_in_years() -> None:
    ticks = date_ticks(TimeSpan(date(2010, 1, 1), date(2020, 12, 31)), 16)
    assert [tick.day.year for tick in ticks] == list(range(2010, 2021))


def test_thirty_years_in_a_narrow_place_skip_years() -> None:
    ticks = date_ticks(TimeSpan(date(1991, 1, 1), date(2020, 12, 31)), 4)
    assert [tick.day.year for tick in ticks] == [2000, 2010, 2020]


def test_a_short_span_is_told_in_months() -> None:
    ticks = date_ticks(TimeSpan(date(2020, 11, 1), date(2021, 4, 30)), 6)
    assert [(tick.day.month, tick.is_year) for tick in ticks] == [
        (11, False),
        (12, False),
        (1, True),
        (2, False),
        (3, False),
        (4, False),
    ]


@given(days, st.integers(0, 40_000), st.integers(1, 20))
def test_ticks_lie_within_the_span_and_are_not_too_many(first: date, length: int, most: int) -> None:
    span = TimeSpan(first, min(first + timedelta(days=length), date(2150, 1, 1)))
    ticks = date_ticks(span, most)
    assert all(span.covers(tick.day) for tick in ticks)
    assert len(ticks) <= max(most, 3)


def test_months_are_counted_over_the_year() -> None:
    assert next_month(date(2020, 11, 15), 3) == date(2021, 2, 1)
