"""Which way a change goes, by the direction that is better: improved, worse, the same, or undirected."""

from decimal import Decimal
from enum import StrEnum

from app.vocabulary import Direction


class Movement(StrEnum):
    IMPROVED = "improved"
    WORSE = "worse"
    SAME = "same"
    UNDIRECTED = "undirected"


SIGNS = {Direction.UP: 1, Direction.DOWN: -1, Direction.NEUTRAL: 0}


def sign(value: Decimal | float) -> int:
    return (value > 0) - (value < 0)


def movement(difference: Decimal | float, direction: Direction) -> Movement:
    """A change of a neutral indicator is neither better nor worse."""
    if not difference:
        return Movement.SAME
    if direction is Direction.NEUTRAL:
        return Movement.UNDIRECTED
    return Movement.IMPROVED if sign(difference) == SIGNS[direction] else Movement.WORSE
