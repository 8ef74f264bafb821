"""Sparklines, bars, tallies and the scale of five: small pictures that stand in lines and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.bars import Amount, bars
from app.charts.scale5 import scale5
from app.charts.sparkline import sparkline
from app.charts.tally import tally
from app.vocabulary import Lead
from tests.charts.extent import all_inside

values = st.one_of(st.none(), st.decimals(-100_000, 100_000, places=3).map(float))
counts = st.dictionaries(st.sampled_from([*Lead, None]), st.integers(0, 5000))


@given(st.lists(values, max_size=40), values)
def test_a_sparkline_stays_inside(known: list[float | None], baseline: float | None) -> None:
    assert all_inside(sparkline(known, baseline))


def test_a_sparkline_breaks_where_values_are_missing() -> None:
    drawn = sparkline([1, 2, None, 3, None, 4, 5])
    assert (len(drawn.lines), len(drawn.alone)) == (2, 1)


def test_a_sparkline_marks_the_last_known_value() -> None:
    last = sparkline([1, 2, None]).last
    assert last is not None
    assert last.x == 60


@pytest.mark.parametrize("known", [[], [None, None]])
def test_a_sparkline_of_nothing_is_empty(known: list[float | None]) -> None:
    assert (sparkline(known).lines, sparkline(known).last) == ((), None)


def test_bars_keep_their_order_and_the_longest_is_whole() -> None:
    drawn = bars([Amount("Set-up", 100, "£100"), Amount("Running", 400, "£400"), Amount("Closing", 0, "£0")])
    assert [(row.label, row.width) for row in drawn.rows] == [
        ("Set-up", 25),
        ("Running", 100),
        ("Closing", 0),
    ]


def test_bars_of_nothing_or_less_have_no_length() -> None:
    assert [row.width for row in bars([Amount("Refund", -10, "−£10")]).rows] == [0]


def test_bars_do_not_overlap() -> None:
    rows = bars([Amount("a", 1, "1"), Amount("b", 2, "2")]).rows
    assert rows[0].y + 8 < rows[1].label_y - 12


def test_a_tally_can_be_recounted() -> None:
    drawn = tally({Lead.CITIZENS: 2, Lead.TOGETHER: 4, None: 1})
    assert [shape.lead for shape in drawn.shapes] == [Lead.CITIZENS] * 2 + [Lead.TOGETHER] * 4 + [None]
    assert drawn.each == 1


@given(counts)
def test_a_tally_stays_small_and_shows_every_lead_there_is(known: dict[Lead | None, int]) -> None:
    drawn = tally(known)
    assert len(drawn.shapes) <= 125
    assert {shape.lead for shape in drawn.shapes} == {lead for lead, count in known.items() if count}
    assert all(shape.x + 5 <= drawn.width and shape.y + 5 <= drawn.height for shape in drawn.shapes)


@given(counts)
def test_shapes_of_a_tally_do_not_overlap(known: dict[Lead | None, int]) -> None:
    places = [(shape.x, shape.y) for shape in tally(known).shapes]
    assert len(places) == len(set(places))


def test_too_many_to_count_stand_for_ten_each() -> None:
    drawn = tally({Lead.CITIZENS: 301})
    assert (drawn.each, len(drawn.shapes)) == (10, 31)


def test_two_views_show_their_gap() -> None:
    drawn = scale5(4, 2)
    assert drawn.gap is not None
    assert (drawn.gap.x1, drawn.gap.x2) == (drawn.shapes[1].x, drawn.shapes[0].x)


def test_equal_views_have_no_gap() -> None:
    assert scale5(3, 3).gap is None


def test_a_side_without_views_has_no_mark() -> None:
    assert [shape.lead for shape in scale5(None, 3.5).shapes] == [Lead.PROFESSIONALS]
