"""What may go of thousands of values without the picture changing."""

from datetime import date, timedelta
from itertools import groupby, pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.charts.control import ControlSize, control
from app.charts.marks import Signal
from app.charts.series import SeriesPoint
from app.charts.sparkline import sparkline
from app.charts.thinning import OF_A_COLUMN, kept, signed
from tests.charts.stories import series

PER_COLUMN = 10
FEW_SIGNS = 60

values = st.lists(st.one_of(st.none(), st.integers(-50, 50).map(float)), max_size=120)


def columns(of: list[float | None]) -> list[int]:
    return [place // PER_COLUMN for place in range(len(of))]


def known(of: list[float | None], places: list[int]) -> list[int]:
    return [place for place in places if of[place] is not None]


@given(values)
def test_the_first_last_lowest_and_highest_value_of_a_column_are_kept(of: list[float | None]) -> None:
    found = set(kept(of, columns(of)))
    for _, column in groupby(known(of, list(range(len(of)))), key=lambda place: place // PER_COLUMN):
        places = list(column)
        levels = {of[place] for place in places}
        assert {places[0], places[-1]} <= found
        drawn = {of[place] for place in found if place in places}
        assert {min(levels, key=float), max(levels, key=float)} <= drawn  # type: ignore[arg-type]


@given(values)
def test_order_is_kept_and_nothing_is_kept_twice(of: list[float | None]) -> None:
    found = kept(of, columns(of))
    assert found == sorted(set(found))


@given(values)
def test_a_column_keeps_few_values(of: list[float | None]) -> None:
    found = known(of, kept(of, columns(of)))
    assert all(
        len(list(column)) <= OF_A_COLUMN for _, column in groupby(found, key=lambda p: p // PER_COLUMN)
    )


@given(values)
def test_two_values_are_parted_exactly_where_they_were(of: list[float | None]) -> None:
    found = kept(of, columns(of))
    for before, after in pairwise(known(of, found)):
        was_parted = any(of[place] is None for place in range(before, after))
        assert was_parted == any(before < place < after for place in found)


@given(values)
def test_few_values_in_columns_of_their_own_are_all_kept(of: list[float | None]) -> None:
    assert known(of, kept(of, list(range(len(of))))) == known(of, list(range(len(of))))


def test_of_the_signals_in_one_column_the_farthest_out_keep_their_sign() -> None:
    signals = [Signal.RUN, Signal.ABOVE, Signal.ABOVE, Signal.BELOW, Signal.RUN, Signal.RUN]
    assert signed(signals, [1, 7, 9, -3, 2, 2], [0, 0, 0, 0, 1, 1]) == {2, 3, 4}


def daily(many: int, signal: Signal | None = None) -> list[SeriesPoint]:
    return [
        SeriesPoint(date(1990, 1, 1) + timedelta(day), float(day * 7 % 101), "x", signal)
        for day in range(many)
    ]


def test_ten_thousand_points_are_drawn_by_at_most_four_a_column() -> None:
    drawn = control(series(daily(10_000)), str, size=ControlSize.WIDE).marks
    assert sum(path.d.count(" ") for path in drawn.lines) <= OF_A_COLUMN * 1184 / 2


def test_few_signals_are_all_drawn_among_ten_thousand_points() -> None:
    points = daily(10_000 - FEW_SIGNS) + [
        SeriesPoint(date(2020, 1, 1) + timedelta(day), 200.0, "x", Signal.ABOVE) for day in range(FEW_SIGNS)
    ]
    assert len(control(series(points), str).marks.points) == FEW_SIGNS


def test_thousands_of_signals_are_drawn_as_far_as_they_have_room() -> None:
    drawn = control(series(daily(10_000, Signal.RUN)), str).marks.points
    assert FEW_SIGNS / 2 < len(drawn) <= 1184 / 12


def test_a_value_between_two_gaps_keeps_its_dot_where_dots_have_no_room() -> None:
    lonely = daily(4000)[:-2]
    points = [*lonely, SeriesPoint(date(2001, 1, 1), None), SeriesPoint(date(2001, 6, 1), 5.0)]
    assert [point.radius for point in control(series(points), str).marks.points] == [1.6]


def test_masked_values_by_the_thousand_are_as_many_ticks_as_stand_side_by_side() -> None:
    points = [SeriesPoint(point.on, None, masked=True) for point in daily(10_000)]
    assert 50 < len(control(series(points), str).marks.masked) <= 1184 / 7


@given(st.lists(st.one_of(st.none(), st.integers(0, 9).map(float)), min_size=61, max_size=400))
def test_a_sparkline_of_many_values_draws_at_most_sixty(of: list[float | None]) -> None:
    drawn = sparkline(of)
    assert sum(path.d.count(" ") for path in drawn.lines) + len(drawn.alone) <= 60
