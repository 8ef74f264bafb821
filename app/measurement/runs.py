"""Runs in a series: on one side of a line, or in one direction."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from app.measurement.movement import sign


def shifts(values: Sequence[Decimal], centre: Decimal, length: int) -> dict[int, int]:
    """The places in runs of at least `length` values on one side of the centre, with the side (1 or -1).

    A value on the centre ends a run.
    """
    return {
        place: side
        for start, size, side in _blocks([sign(value - centre) for value in values])
        if side and size >= length
        for place in range(start, start + size)
    }


def trends(values: Sequence[Decimal], length: int) -> dict[int, int]:
    """The places in runs of at least `length` values that all rise or all fall, with the direction.

    Equal neighbours end a run; a turning point belongs to the run that it ends.
    """
    steps = [sign(after - before) for before, after in pairwise(values)]
    found: dict[int, int] = {}
    for start, size, direction in _blocks(steps):
        if direction and size + 1 >= length:
            for place in range(start, start + size + 1):
                found.setdefault(place, direction)
    return found


def longest_run(sides: Sequence[int]) -> int:
    return max((size for _, size, _ in _blocks(sides)), default=0)


def crossings(sides: Sequence[int]) -> int:
    return sum(before != after for before, after in pairwise(sides))


def _blocks(signs: Sequence[int]) -> list[tuple[int, int, int]]:
    """(start, size, sign) of each run of equal signs."""
    blocks, start = [], 0
    for value, group in groupby(signs):
        size = len(list(group))
        blocks.append((start, size, value))
        start += size
    return blocks
