"""Thousands of values drawn small and true: which of them may go without the picture changing.

A picture has columns about as wide as its line. Of each column the first, lowest, highest and last value
draw the same line as all of its values would: no extreme vanishes, and none is invented.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from app.charts.marks import Signal

OF_A_COLUMN = 4
"""Values kept of one column, at most; between two of them stands a break, where there was one."""


def kept(values: Sequence[float | None], columns: Sequence[int]) -> list[int]:
    """The places to keep, in order. None is a break; `columns` never fall."""
    levels = [0 if value is None else value for value in values]
    known = (place for place, value in enumerate(values) if value is not None)
    telling = sorted({place for column in _columns(known, columns) for place in _telling(column, levels)})
    breaks = [place for place, value in enumerate(values) if value is None]
    return sorted([*telling, *_between(telling, breaks)])


def signed(
    signals: Sequence[Signal | None], values: Sequence[float | None], columns: Sequence[int]
) -> set[int]:
    """The places whose sign is drawn where there are too many: the farthest out of a column, above and below.

    The first of a run where nothing lies outside the limits. `columns` are as wide as a sign.
    """
    levels = [0 if value is None else value for value in values]
    marked = (place for place, signal in enumerate(signals) if signal)
    return {place for column in _columns(marked, columns) for place in _farthest(column, signals, levels)}


def _columns(places: Iterable[int], columns: Sequence[int]) -> Iterator[list[int]]:
    return (list(column) for _, column in groupby(places, key=lambda place: columns[place]))


def _telling(column: list[int], levels: Sequence[float]) -> tuple[int, ...]:
    return column[0], min(column, key=levels.__getitem__), max(column, key=levels.__getitem__), column[-1]


def _farthest(column: list[int], signals: Sequence[Signal | None], levels: Sequence[float]) -> list[int]:
    above = [place for place in column if signals[place] is Signal.ABOVE]
    below = [place for place in column if signals[place] is Signal.BELOW]
    outside = [
        *([max(above, key=levels.__getitem__)] if above else []),
        *([min(below, key=levels.__getitem__)] if below else []),
    ]
    return outside or column[:1]


def _between(telling: Sequence[int], breaks: Sequence[int]) -> Iterator[int]:
    """The first break after each place that is kept, if it comes before the next one that is."""
    for before, after in pairwise(telling):
        first = bisect_right(breaks, before)
        if first < len(breaks) and breaks[first] < after:
            yield breaks[first]
