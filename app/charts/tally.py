"""One shape an initiative: a count one can see and recount."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.charts.marks import Shape
from app.vocabulary import Lead

ORDER = (Lead.CITIZENS, Lead.TOGETHER, Lead.PROFESSIONALS, Lead.NOBODY, None)
STEP, ROW, GROUP_GAP, RADIUS = 15, 20, 7, 5.4
MOST_SHAPES, MOST_IN_ROW = 120, 20


@dataclass(frozen=True, slots=True)
class Tally:
    """`each` says for how many one shape stands: one, or ten and more when there are too many."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    each: int


def tally(counts: Mapping[Lead | None, int]) -> Tally:
    """Counts by lead, None for not enough evidence. A lead that occurs has a shape, however few."""
    each = 1
    while sum(counts.values()) > MOST_SHAPES * each:
        each *= 10
    groups = [(lead, -(-counts.get(lead, 0) // each)) for lead in ORDER]
    shapes = _shapes([(lead, count) for lead, count in groups if count])
    return Tally(
        width=max((shape.x for shape in shapes), default=0) + 8,
        height=max((shape.y for shape in shapes), default=10) + 10,
        shapes=shapes,
        each=each,
    )


def _shapes(groups: list[tuple[Lead | None, int]]) -> tuple[Shape, ...]:
    """In rows; a gap between leads where they share a row."""
    shapes, x, y, in_row = [], 8, 10, 0
    for lead, count in groups:
        for _ in range(count):
            if in_row == MOST_IN_ROW:
                x, y, in_row = 8, y + ROW, 0
            shapes.append(Shape(lead, x, y, RADIUS))
            x, in_row = x + STEP, in_row + 1
        x += GROUP_GAP
    return tuple(shapes)
