"""Masking, attacked: every hidden count must keep more than one possible value."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.measurement.disclosure import (
    Masked,
    MaskedRow,
    MaskedTable,
    Shown,
    mask_count,
    mask_row,
    mask_table,
    quarter_start,
)

K = 3
SMALL = st.integers(min_value=0, max_value=5)


def fits(shown: Shown, count: int, least: int) -> bool:
    return count >= least if isinstance(shown, Masked) else count == shown


def row_attack(shown: MaskedRow, most: int, least: int) -> list[tuple[int, ...]]:
    """Every row of counts that shows the same table."""
    ranges = [range(least, most + 1) if isinstance(cell, Masked) else [cell] for cell in shown.cells]
    return [cells for cells in product(*ranges) if fits(shown.total, sum(cells), least)]


def table_attack(shown: MaskedTable, most: int, least: int) -> Iterator[list[list[int]]]:
    """Every table of counts that shows the same."""
    for rows in product(*(rows_that_fit(shown, i, most, least) for i in range(len(shown.cells)))):
        sums = [sum(column) for column in zip(*rows, strict=True)]
        columns = zip(shown.column_totals, sums, strict=True)
        if all(fits(total, count, least) for total, count in columns) and fits(shown.total, sum(sums), least):
            yield [[*row, sum(row)] for row in rows] + [[*sums, sum(sums)]]


def rows_that_fit(shown: MaskedTable, place: int, most: int, least: int) -> list[tuple[int, ...]]:
    return row_attack(MaskedRow(shown.cells[place], shown.row_totals[place]), most, least)


def hidden_places(shown: MaskedTable) -> list[tuple[int, int]]:
    extended = [[*row, total] for row, total in zip(shown.cells, shown.row_totals, strict=True)]
    extended.append([*shown.column_totals, shown.total])
    return [
        (i, j) for i, row in enumerate(extended) for j, cell in enumerate(row) if isinstance(cell, Masked)
    ]


@pytest.mark.parametrize(("n", "shown"), [(0, 0), (1, Masked(10)), (9, Masked(10)), (10, 10), (250, 250)])
def test_a_count_below_the_threshold_is_masked(n: int, shown: Shown) -> None:
    assert mask_count(n) == shown


def test_inside_the_organization_the_threshold_is_lower() -> None:
    assert (mask_count(4, 5), mask_count(5, 5)) == (Masked(5), 5)


def test_nought_is_masked_where_it_would_tell_of_everybody() -> None:
    assert mask_count(0, hide_zero=True) == Masked(10)


def test_large_counts_stay_as_they_are() -> None:
    assert mask_row([10, 20, 0]) == MaskedRow((10, 20, 0), 30)
    table = mask_table([[10, 20], [30, 40]])
    assert table == MaskedTable(((10, 20), (30, 40)), (30, 70), (40, 60), 100)


def test_one_small_count_takes_the_next_smallest_with_it() -> None:
    assert mask_row([4, 30, 20, 0]) == MaskedRow((Masked(10), 30, Masked(10), 0), 54)


def test_two_ones_that_their_total_would_betray_take_a_third() -> None:
    assert mask_row([1, 1, 20, 30]) == MaskedRow((Masked(10), Masked(10), Masked(10), 30), 52)


def test_a_small_count_beside_noughts_takes_the_total() -> None:
    assert mask_row([4, 0, 0]) == MaskedRow((Masked(10), 0, 0), Masked(10))


def test_a_small_count_in_a_table_is_covered_in_its_row_and_its_column() -> None:
    shown = mask_table([[4, 20, 30], [40, 50, 60], [70, 80, 90]])
    assert hidden_places(shown) == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_cover_for_an_exposed_count_is_looked_for_in_its_own_sums() -> None:
    shown = mask_table([[1, 0], [15, 15], [20, 1]])
    assert shown.row_totals == (Masked(10), 30, Masked(10))
    assert shown.column_totals == (36, 16)
    assert shown.total == 52


def test_masking_tells_the_same_whatever_hides_a_count() -> None:
    shown = mask_row([4, 30, 20])
    assert shown.cells[0] == shown.cells[2]


@given(st.lists(SMALL, min_size=1, max_size=5), st.booleans())
def test_no_count_of_a_row_can_be_worked_out(counts: list[int], hide_zero: bool) -> None:
    shown = mask_row(counts, K, hide_zero=hide_zero)
    possible = row_attack(shown, sum(counts) + 2, 0 if hide_zero else 1)
    assert tuple(counts) in possible
    for place, cell in enumerate(shown.cells):
        if isinstance(cell, Masked):
            assert len({cells[place] for cells in possible}) > 1
    if isinstance(shown.total, Masked):
        assert len({sum(cells) for cells in possible}) > 1


@settings(max_examples=60)
@given(
    st.integers(1, 3).flatmap(
        lambda width: st.lists(st.lists(SMALL, min_size=width, max_size=width), min_size=1, max_size=3)
    )
)
def test_no_count_of_a_table_can_be_worked_out(rows: list[list[int]]) -> None:
    shown = mask_table(rows, K)
    wanted = {place: set[int]() for place in hidden_places(shown)}
    for table in table_attack(shown, max(max(row) for row in rows) + 2, 1):
        for (i, j), values in wanted.items():
            values.add(table[i][j])
        if all(len(values) > 1 for values in wanted.values()):
            break
    assert all(len(values) > 1 for values in wanted.values())


@given(st.lists(st.lists(SMALL, min_size=3, max_size=3), min_size=2, max_size=4))
def test_every_small_count_of_a_table_is_masked_and_every_other_is_true(rows: list[list[int]]) -> None:
    shown = mask_table(rows, K)
    for cells, row in zip(shown.cells, rows, strict=True):
        for cell, count in zip(cells, row, strict=True):
            assert isinstance(cell, Masked) if 0 < count < K else cell in (count, Masked(K))


def test_hidden_noughts_that_their_total_would_betray_take_a_third() -> None:
    assert mask_row([0, 30, 0], hide_zero=True) == MaskedRow((Masked(10), Masked(10), Masked(10)), 30)


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2020, 1, 1), date(2020, 1, 1)),
        (date(2020, 3, 31), date(2020, 1, 1)),
        (date(2020, 4, 1), date(2020, 4, 1)),
        (date(2020, 12, 31), date(2020, 10, 1)),
    ],
)
def test_published_tables_change_by_the_quarter(day: date, start: date) -> None:
    assert quarter_start(day) == start
