"""The hero: four panels on one axis, wide and narrow, from nothing at all to thirty years."""

from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from app.charts.hero import hero
from app.charts.hero_panels import Refusal
from app.charts.marks import Signal, Text
from app.charts.series import SeriesMarks, SeriesPoint
from app.charts.story import Absent, Event, MoneyLine, Story
from app.vocabulary import Lead
from tests.charts.extent import all_inside, text_box, words_of
from tests.charts.stories import ALLEYS, COSTS, LIMITS, YEARLY, hours, money, point, series, stories

ABSENT = Absent("Money", "No costs recorded yet.")
NOTHING = replace(ALLEYS, phases=ABSENT, hours=ABSENT, indicator=ABSENT, money=ABSENT, events=())
both_widths = pytest.mark.parametrize("narrow", [False, True])


@both_widths
def test_nothing_leaves_the_picture(narrow: bool) -> None:
    assert all_inside(hero(ALLEYS, narrow=narrow))


@settings(deadline=None, max_examples=60)
@given(stories)
def test_nothing_leaves_any_picture(story: Story) -> None:
    assert all_inside(hero(story))
    assert all_inside(hero(story, narrow=True))


@both_widths
def test_panels_follow_each_other_without_overlap(narrow: bool) -> None:
    drawn = hero(ALLEYS, narrow=narrow)
    panels = (drawn.led, drawn.hours, drawn.indicator, drawn.money)
    assert all(above.area.bottom < below.area.y for above, below in pairwise(panels))


@both_widths
def test_every_panel_may_be_absent_and_says_why(narrow: bool) -> None:
    drawn = hero(NOTHING, narrow=narrow)
    assert [panel.refused for panel in (drawn.led, drawn.hours, drawn.indicator, drawn.money)] == [True] * 4
    assert list(words_of(drawn)).count("No costs recorded yet.") == 4
    assert all_inside(drawn)


def test_a_refusal_stands_in_place_of_its_panel() -> None:
    drawn = hero(replace(ALLEYS, money=ABSENT))
    assert isinstance(drawn.money.marks, Refusal)
    assert drawn.money.marks.box.y > drawn.indicator.area.bottom


@both_widths
def test_labels_beside_the_lines_do_not_overlap(narrow: bool) -> None:
    drawn = hero(ALLEYS, narrow=narrow)
    assert isinstance(drawn.indicator.marks, SeriesMarks)
    assert not _overlapping(drawn.indicator.marks.ends.labels)


def test_values_are_written_beside_their_points() -> None:
    assert {"16", "48", "37"} <= set(words_of(hero(ALLEYS).indicator))


def test_values_that_would_overlap_are_left_out() -> None:
    many = [point(date(1991 + month // 12, month % 12 + 1, 1), 1000 + month % 7) for month in range(360)]
    marks = hero(replace(ALLEYS, indicator=series(many))).indicator.marks
    assert isinstance(marks, SeriesMarks)
    assert 0 < len(marks.labels) <= 6
    assert not _overlapping(marks.labels)


def test_a_missing_value_breaks_the_line() -> None:
    broken = [*YEARLY[:4], replace(YEARLY[4], value=None), *YEARLY[5:]]
    marks = hero(replace(ALLEYS, indicator=series(broken))).indicator.marks
    assert isinstance(marks, SeriesMarks)
    assert (len(marks.lines), len(marks.points)) == (2, 10)


def test_a_masked_value_leaves_a_mark_and_no_number() -> None:
    masked = [*YEARLY[:4], replace(YEARLY[4], masked=True, label="7"), *YEARLY[5:]]
    drawn = hero(replace(ALLEYS, indicator=series(masked))).indicator
    assert isinstance(drawn.marks, SeriesMarks)
    assert (len(drawn.marks.masked), len(drawn.marks.lines)) == (1, 2)
    assert "7" not in set(words_of(drawn))


@pytest.mark.parametrize("points", [[], YEARLY[:1]])
def test_too_few_points_for_a_line_draw_none(points: list[SeriesPoint]) -> None:
    marks = hero(replace(ALLEYS, indicator=series(points))).indicator.marks
    assert isinstance(marks, SeriesMarks)
    assert (len(marks.lines), len(marks.points)) == (0, len(points))


def test_the_wash_lies_between_the_limits_and_only_with_both() -> None:
    whole = hero(replace(ALLEYS, indicator=series(YEARLY, LIMITS))).indicator.marks
    half = hero(replace(ALLEYS, indicator=series(YEARLY, LIMITS[:2]))).indicator.marks
    assert isinstance(whole, SeriesMarks)
    assert isinstance(half, SeriesMarks)
    assert [wash.y for wash in whole.washes] == [whole.references[0].y1]
    assert not half.washes


def test_signals_keep_their_sign_when_points_are_crowded() -> None:
    many = [point(date(1991 + month // 12, month % 12 + 1, 1), month % 7) for month in range(359)]
    marks = hero(
        replace(ALLEYS, indicator=series([*many, point(date(2020, 12, 1), 90, Signal.ABOVE)]))
    ).indicator.marks
    assert isinstance(marks, SeriesMarks)
    assert [each.signal for each in marks.points] == [Signal.ABOVE]


def test_an_axis_far_from_zero_says_so() -> None:
    satisfaction = [point(date(2018 + year, 1, 1), value) for year, value in enumerate((6.8, 7.0, 7.1))]
    near, far = (
        hero(replace(ALLEYS, indicator=series(each))).indicator.marks for each in (YEARLY, satisfaction)
    )
    assert isinstance(near, SeriesMarks)
    assert isinstance(far, SeriesMarks)
    assert near.starts_at_zero
    assert not far.starts_at_zero


def test_hours_are_told_by_month_where_wide_and_by_quarter_where_narrow() -> None:
    assert "by month" in set(words_of(hero(ALLEYS).hours))
    assert "by quarter" in set(words_of(hero(ALLEYS, narrow=True).hours))


def test_one_sided_hours_leave_room_for_both_names() -> None:
    drawn = hero(replace(ALLEYS, hours=hours(date(2010, 1, 1), 132, citizens=0)))
    assert {"Citizens", "Professionals"} <= set(words_of(drawn.hours))
    assert all_inside(drawn)


def test_bands_are_who_led_delivery_by_the_log() -> None:
    assert [band.lead for band in hero(ALLEYS).bands] == [Lead.TOGETHER, Lead.TOGETHER]


def test_one_amount_is_a_point() -> None:
    once = money(MoneyLine(None, "Costs 1,200 $", COSTS.points[:1]))
    marks = hero(replace(ALLEYS, money=once)).money.marks
    assert len(marks.points) == 1  # type: ignore[union-attr]  # MoneyMarks, as the story has money


def test_events_have_words_where_wide_and_numbers_where_narrow() -> None:
    assert not hero(ALLEYS).events.numbered
    numbers = hero(ALLEYS, narrow=True).events
    assert [text.words for text in numbers.labels] == ["1", "2", "3", "4", "5"]


def test_too_many_events_for_words_are_numbered() -> None:
    crowd = tuple(
        Event(date(1992 + year, 3, 1), "Obstacle: one in a long series of them") for year in range(28)
    )
    drawn = hero(replace(ALLEYS, events=crowd))
    assert drawn.events.numbered
    assert all_inside(drawn)


def test_words_of_events_do_not_overlap() -> None:
    assert not _overlapping(hero(ALLEYS).events.labels)


@both_widths
def test_one_month_is_enough(narrow: bool) -> None:
    month = replace(ALLEYS, span=replace(ALLEYS.span, first=date(2020, 12, 1)))
    drawn = hero(month, narrow=narrow)
    assert [text.words for text in drawn.axis.labels] == ["Dec"]
    assert all_inside(drawn)


def _overlapping(texts: tuple[Text, ...]) -> list[tuple[str, str]]:
    return [
        (one.words, other.words)
        for one, other in combinations(texts, 2)
        if _meet(text_box(one), text_box(other))
    ]


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_number_that_would_run_into_the_head_stands_on_its_rule() -> None:
    long = money(replace(COSTS, label="Costs"))
    drawn = hero(replace(ALLEYS, money=replace(long, unit="cash and kind, in prices of the year 2020")))
    assert {"1,000,000 $", "2,000,000 $"} <= set(words_of(drawn.money))


@pytest.mark.parametrize("most", [3, 7, 41, 99])
def test_hours_have_at_least_one_number_beside_them(most: float) -> None:
    drawn = hero(replace(ALLEYS, hours=hours(date(2010, 1, 1), 132, citizens=most, professionals=most)))
    assert any(words.endswith(" h") for words in words_of(drawn.hours.marks.ticks))  # type: ignore[union-attr]  # hours
