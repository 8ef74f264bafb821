"""Places for labels that would collide: pushed apart in order, or staggered in rows."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Centres as near as possible to those wanted, in the same order, apart by their heights, within bounds.

    The nearest such places in the sense of least squares (isotonic regression by pooling neighbours).
    Labels that together are taller than the room overlap evenly rather than leave it.
    """
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    tall = [heights[index] for index in order]
    squeeze = min(1.0, (high - low) / (sum(tall) or 1))
    offsets = _offsets([height * squeeze for height in tall])
    last = high - low - tall[-1] * squeeze / 2
    pooled = _pool([wanted[index] - low - offset for index, offset in zip(order, offsets, strict=True)])
    places = [0.0] * len(wanted)
    for index, offset, level in zip(order, offsets, pooled, strict=True):
        room = max(0.0, last - offsets[-1])
        places[index] = low + min(max(level, 0.0), room) + offset
    return places


def stagger(spans: Sequence[tuple[float, float]], anchors: Sequence[float]) -> list[int]:
    """A row for each label so that none overlaps, and no line from above crosses one on its way to its own.

    `anchors` are where the lines come down. Labels are placed from the right, so that the leftmost,
    whose label runs below the lines of the others, hangs lowest.
    """
    rows = [-1] * len(spans)
    for index in sorted(range(len(spans)), key=lambda index: -anchors[index]):
        start, end = spans[index]
        crossed = [rows[other] for other, x in enumerate(anchors) if rows[other] >= 0 and start <= x <= end]
        row = max(crossed, default=-1) + 1
        while any(rows[other] == row and _overlap(spans[other], spans[index]) for other in range(len(spans))):
            row += 1
        rows[index] = row
    return rows


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _offsets(heights: Sequence[float]) -> list[float]:
    """Centres of labels stacked without a gap from zero."""
    places, top = [], 0.0
    for height in heights:
        places.append(top + height / 2)
        top += height
    return places


def _pool(levels: Sequence[float]) -> list[float]:
    """The nearest sequence that never falls: neighbours in the wrong order share their mean."""
    blocks: list[tuple[float, int]] = []
    for level in levels:
        blocks.append((level, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (total, count), (more, others) = blocks[-2], blocks[-1]
            blocks[-2:] = [((total * count + more * others) / (count + others), count + others)]
    return [level for level, count in blocks for _ in range(count)]
