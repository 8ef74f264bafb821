"""Labels that would collide are pushed apart in order, or staggered in rows."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.charts.labels import spread, stagger

places = st.lists(st.floats(0, 400, allow_nan=False), min_size=1, max_size=12)


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([10, 60, 110], [16, 16, 16], 0, 200) == [10, 60, 110]


def test_two_labels_at_one_place_part_evenly() -> None:
    assert spread([50, 50], [16, 16], 0, 200) == [42, 58]


@given(places)
def test_labels_keep_their_order(wanted: list[float]) -> None:
    spread_out = spread(wanted, [16] * len(wanted), 0, 400)
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    assert all(spread_out[one] <= spread_out[other] for one, other in pairwise(order))


@given(places)
def test_labels_do_not_overlap(wanted: list[float]) -> None:
    spread_out = sorted(spread(wanted, [16] * len(wanted), 0, 400))
    assert all(other - one >= 16 - 1e-6 for one, other in pairwise(spread_out))


@given(places, st.floats(20, 400))
def test_labels_stay_within_their_bounds(wanted: list[float], high: float) -> None:
    spread_out = spread(wanted, [16] * len(wanted), 0, high)
    assert all(-1e-6 <= place <= high + 1e-6 for place in spread_out)


spans = st.lists(st.tuples(st.floats(0, 1000), st.floats(20, 300)), max_size=15)


@given(spans)
def test_staggered_labels_do_not_overlap(labels: list[tuple[float, float]]) -> None:
    ranges = [(x, x + width) for x, width in labels]
    rows = stagger(ranges, [x for x, _ in labels])
    for (one, row), (other, same) in combinations(zip(ranges, rows, strict=True), 2):
        assert row != same or one[1] <= other[0] or other[1] <= one[0]


@given(spans)
def test_no_line_crosses_a_label_on_its_way_down(labels: list[tuple[float, float]]) -> None:
    rows = stagger([(x, x + width) for x, width in labels], [x for x, _ in labels])
    for index, (x, _) in enumerate(labels):
        above = [other for other, row in enumerate(rows) if row < rows[index]]
        assert not any(labels[other][0] < x < sum(labels[other]) for other in above)
