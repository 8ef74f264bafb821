"""Small counts masked, and enough others with them that none can be had back by subtraction."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.measurement.thresholds import DEFAULT

Key = tuple[int, int]
MONTHS_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Masked:
    """A count below `below`, or one hidden to protect such a count; which of the two must stay untold."""

    below: int


Shown = int | Masked


@dataclass(frozen=True, slots=True)
class MaskedRow:
    cells: tuple[Shown, ...]
    total: Shown


@dataclass(frozen=True, slots=True)
class MaskedTable:
    """Cells by row, with the totals of rows, columns and all."""

    cells: tuple[tuple[Shown, ...], ...]
    row_totals: tuple[Shown, ...]
    column_totals: tuple[Shown, ...]
    total: Shown


@dataclass(frozen=True, slots=True)
class _Arc:
    """A count as a flow from one sum to another: what a sum takes in equals what it gives out."""

    tail: Hashable
    head: Hashable


def mask_count(n: int, threshold: int = DEFAULT.disclosure_outside, *, hide_zero: bool = False) -> Shown:
    """One count by itself. Nought is shown unless it would reveal an attribute of everybody."""
    return Masked(threshold) if _least(hide_zero=hide_zero) <= n < threshold else n


def mask_row(
    counts: Sequence[int], threshold: int = DEFAULT.disclosure_outside, *, hide_zero: bool = False
) -> MaskedRow:
    """A one-way table with its total."""
    values = {(0, place): count for place, count in enumerate(counts)} | {(1, 0): sum(counts)}
    arcs = {key: _Arc("all", "parts") if key[0] else _Arc("parts", "all") for key in values}
    shown = _shown(values, arcs, threshold, hide_zero=hide_zero)
    return MaskedRow(tuple(shown[0, place] for place in range(len(counts))), shown[1, 0])


def mask_table(
    rows: Sequence[Sequence[int]], threshold: int = DEFAULT.disclosure_outside, *, hide_zero: bool = False
) -> MaskedTable:
    """A two-way table with all its totals; the rows are of one length, and there is at least one."""
    height, width = len(rows), len(rows[0])
    extended = [[*row, sum(row)] for row in rows]
    extended.append([sum(column) for column in zip(*extended, strict=True)])
    values = {(i, j): count for i, row in enumerate(extended) for j, count in enumerate(row)}
    arcs = {(i, j): _table_arc(i, j, is_total=(i == height) != (j == width)) for i, j in values}
    shown = _shown(values, arcs, threshold, hide_zero=hide_zero)
    return MaskedTable(
        cells=tuple(tuple(shown[i, j] for j in range(width)) for i in range(height)),
        row_totals=tuple(shown[i, width] for i in range(height)),
        column_totals=tuple(shown[height, j] for j in range(width)),
        total=shown[height, width],
    )


def quarter_start(day: date) -> date:
    """Published tables change by the quarter, so that two of them do not differ by one person."""
    return date(day.year, (day.month - 1) // MONTHS_A_QUARTER * MONTHS_A_QUARTER + 1, 1)


def _table_arc(row: int, column: int, *, is_total: bool) -> _Arc:
    """Cells flow from row to column, totals back: conservation then is "the cells add up to the total"."""
    row_sum, column_sum = ("row", row), ("column", column)
    return _Arc(column_sum, row_sum) if is_total else _Arc(row_sum, column_sum)


def _shown(
    values: Mapping[Key, int], arcs: Mapping[Key, _Arc], threshold: int, *, hide_zero: bool
) -> dict[Key, Shown]:
    """Mask the small ones, then the next smallest beside any that can still be worked out."""
    least = _least(hide_zero=hide_zero)
    hidden = {key for key, count in values.items() if least <= count < threshold}
    while (companion := _companion(values, arcs, hidden, least)) is not None:
        hidden.add(companion)
    return {key: Masked(threshold) if key in hidden else count for key, count in values.items()}


def _companion(
    values: Mapping[Key, int], arcs: Mapping[Key, _Arc], hidden: set[Key], least: int
) -> Key | None:
    """The next count to hide: first beside one that is alone in a sum, then beside one still exposed."""
    shown = [key for key, count in values.items() if key not in hidden and count >= least]
    for found in _alone(arcs, hidden):
        if beside := [key for key in shown if found in (arcs[key].tail, arcs[key].head)]:
            return min(beside, key=lambda key: (values[key], key))
    exposed = _exposed(values, arcs, hidden, least)
    if exposed is None:
        return None
    ends = {arcs[exposed].tail, arcs[exposed].head}
    beside = [key for key in shown if {arcs[key].tail, arcs[key].head} & ends]
    return min(beside or shown, key=lambda key: (values[key], key), default=None)


def _alone(arcs: Mapping[Key, _Arc], hidden: set[Key]) -> list[Hashable]:
    """The sums that have exactly one hidden part."""
    touched = Counter(end for key in sorted(hidden) for end in (arcs[key].tail, arcs[key].head))
    return [found for found, times in touched.items() if times == 1]


def _exposed(values: Mapping[Key, int], arcs: Mapping[Key, _Arc], hidden: set[Key], least: int) -> Key | None:
    """The first hidden count that has only one possible value, given all that is shown."""
    return next((key for key in sorted(hidden) if not _can_differ(key, values, arcs, hidden, least)), None)


def _can_differ(
    key: Key, values: Mapping[Key, int], arcs: Mapping[Key, _Arc], hidden: set[Key], least: int
) -> bool:
    """Whether another table shows the same: one more, or one less, sent round a cycle of hidden counts."""
    steps = list(_steps(key, values, arcs, hidden, least))
    arc = arcs[key]
    return _leads(arc.head, arc.tail, steps) or (values[key] > least and _leads(arc.tail, arc.head, steps))


def _steps(
    key: Key, values: Mapping[Key, int], arcs: Mapping[Key, _Arc], hidden: set[Key], least: int
) -> Iterable[tuple[Hashable, Hashable]]:
    """Where one unit may go: along any other hidden count, and against it if that leaves it possible."""
    for other in hidden - {key}:
        yield arcs[other].tail, arcs[other].head
        if values[other] > least:
            yield arcs[other].head, arcs[other].tail


def _leads(start: Hashable, goal: Hashable, steps: Sequence[tuple[Hashable, Hashable]]) -> bool:
    reached, grew = {start}, True
    while grew and goal not in reached:
        found = {head for tail, head in steps if tail in reached}
        grew = not found <= reached
        reached |= found
    return goal in reached


def _least(*, hide_zero: bool) -> int:
    """The smallest count that a masked one can be: readers know that noughts are shown, where they are."""
    return 0 if hide_zero else 1
