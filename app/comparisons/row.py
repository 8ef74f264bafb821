"""A row of a comparison: one fact of both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.comparisons.compared import Compared, Comparison
from app.evaluations.figures import Figure

Figures = Sequence[Figure]
Telling = Callable[[Compared], Figures]


@dataclass(frozen=True, slots=True)
class Row:
    heading: str
    left: Figures
    right: Figures


@dataclass(frozen=True, slots=True)
class Section:
    """`name` is its anchor; `note` says what holds for all its rows."""

    name: str
    heading: str
    rows: Sequence[Row]
    note: str = ""


def row(heading: str, telling: Telling, found: Comparison) -> Row:
    return Row(heading, telling(found.left), telling(found.right))
