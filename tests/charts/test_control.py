"""The trend of one indicator: wide, narrow, and small beside others on one scale."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from app.charts.control import Control, ControlSize, LedBand, control
from app.charts.scales import TimeSpan
from app.charts.series import Reference, Series, SeriesPoint, series_bounds
from app.charts.words import text_width
from app.vocabulary import Lead
from tests.charts.extent import all_inside, words_of
from tests.charts.stories import REFERENCES, YEARLY, point, series, some_points, some_references

SERIES = series(YEARLY, REFERENCES)
BANDS = (
    LedBand(date(2009, 1, 1), date(2016, 1, 1), Lead.PROFESSIONALS, "Staff led delivery"),
    LedBand(date(2016, 1, 1), date(2021, 1, 1), Lead.TOGETHER, "Led together"),
)


def _drawn(size: ControlSize, of: Series = SERIES) -> Control:
    return control(of, lambda day: f"{day:%b}", size=size, bands=BANDS)


@pytest.mark.parametrize("size", ControlSize)
def test_nothing_leaves_the_picture(size: ControlSize) -> None:
    assert all_inside(_drawn(size))


@settings(deadline=None, max_examples=60)
@given(some_points, some_references)
def test_nothing_leaves_any_picture(points: list[SeriesPoint], references: tuple[Reference, ...]) -> None:
    assert all(all_inside(_drawn(size, series(points, references))) for size in ControlSize)


def test_bands_meet_and_reach_both_edges() -> None:
    first, second = (band.box for band in _drawn(ControlSize.WIDE).bands)
    axis = _drawn(ControlSize.WIDE).axis.line
    assert (first.x, second.right) == (axis.x1, axis.x2)
    assert first.right == pytest.approx(second.x, abs=0.02)


def test_bands_are_named_by_shape_and_word() -> None:
    drawn = _drawn(ControlSize.WIDE)
    assert [shape.lead for shape in drawn.band_shapes] == [Lead.PROFESSIONALS, Lead.TOGETHER]
    assert [text.words for text in drawn.band_labels] == ["Staff led delivery", "Led together"]


def test_wide_numbers_on_the_axis_move_the_plot() -> None:
    millions = replace(SERIES, axis_label=lambda value: f"{value:g} 000 000 $")
    drawn = _drawn(ControlSize.WIDE, millions)
    assert drawn.axis.line.x1 > text_width("40 000 000 $", 14)
    assert all_inside(drawn)


def test_small_multiples_share_one_scale() -> None:
    low, high = series([point(date(2018, 1, 1), 1)]), series([point(date(2018, 1, 1), 9)])
    bounds, span = series_bounds([low, high]), TimeSpan(date(2018, 1, 1), date(2019, 1, 1))
    drawn = [control(each, str, size=ControlSize.SMALL, span=span, bounds=bounds) for each in (low, high)]
    assert drawn[0].marks.ticks == drawn[1].marks.ticks
    assert drawn[0].marks.points[0].y > drawn[1].marks.points[0].y


def test_a_small_multiple_keeps_mean_and_wash_and_no_words() -> None:
    marks = _drawn(ControlSize.SMALL).marks
    assert (len(marks.references), len(marks.washes)) == (1, 1)
    assert not list(words_of((marks.ends, marks.labels)))
