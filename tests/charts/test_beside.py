"""Process beside outcome: every initiative is a point, and names part or are told as missing."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.charts.beside import BesidePoint, BesideWords, beside
from app.charts.beside_rows import beside_rows
from app.charts.marks import LineLook
from tests.charts.extent import all_inside, words_of

WORDS = BesideWords(
    "target", "Phases shared", lambda value: f"{value:.0f}%", lambda shared: f"{shared} phases"
)
POINTS = [
    BesidePoint("Green alleys", 3, 66),
    BesidePoint("Co-operatives", 3, 64),
    BesidePoint("Neighbourhood watch", 1, -8),
    BesidePoint("Tenants manage upkeep", 4, 103),
]

some_points = st.lists(
    st.builds(
        BesidePoint,
        st.text("abc Émn", min_size=1, max_size=60),
        st.integers(0, 4),
        st.floats(-900, 900).map(lambda value: round(value, 1)),
    ),
    max_size=60,
)


@settings(deadline=None)
@given(some_points)
def test_nothing_leaves_the_picture(points: list[BesidePoint]) -> None:
    assert all_inside(beside(points, WORDS))
    assert all_inside(beside_rows(points, WORDS))


@given(some_points)
def test_every_initiative_is_a_point_with_a_name_or_told_as_unnamed(points: list[BesidePoint]) -> None:
    drawn = beside(points, WORDS)
    assert len(drawn.points) == len(points)
    assert len(points) <= len(drawn.names) + len(drawn.unnamed) <= 2 * len(points)


@given(some_points)
def test_rows_name_every_initiative(points: list[BesidePoint]) -> None:
    drawn = beside_rows(points, WORDS)
    assert len(drawn.points) == len(points)
    assert len(points) <= len(drawn.names) <= 2 * len(points)


def test_a_long_name_is_not_cut_but_goes_on_in_a_second_line() -> None:
    name = "Care plans with informal carers, Oostwijk"
    for draw in (beside, beside_rows):
        assert " ".join(text.words for text in draw([BesidePoint(name, 2, 50)], WORDS).names) == name


def test_names_in_a_column_do_not_overlap() -> None:
    crowd = [BesidePoint(f"Initiative {number}", 2, 50) for number in range(20)]
    heights = sorted(name.y for name in beside(crowd, WORDS).names)
    assert all(below - above >= 16.9 for above, below in pairwise(heights))


def test_names_that_moved_have_a_leader() -> None:
    assert len(beside(POINTS, WORDS).leaders) == 2


def test_the_target_is_always_drawn_and_named() -> None:
    for drawn in (beside([], WORDS), beside_rows(POINTS, WORDS)):
        assert [line.look for line in drawn.lines].count(LineLook.TARGET) == 1
        assert "100%" in set(words_of(drawn.labels))


def test_the_phone_groups_by_shared_phases_and_leaves_out_empty_groups() -> None:
    heads = [words for words in words_of(beside_rows(POINTS, WORDS).labels) if "phases" in words]
    assert heads == ["1 phases", "3 phases", "4 phases"]
