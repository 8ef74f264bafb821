"""How two sides see who led: marks above and below one scale of five, the gap between them a thick line."""

from dataclasses import dataclass

from app.charts.marks import Line, LineLook, Point, Shape, tidy
from app.vocabulary import Lead

WIDTH, HEIGHT, MIDDLE = 128, 32, 16
RIM, STEP, RADIUS = 12, 26, 5.4
ABOVE, BELOW = 7, 25


@dataclass(frozen=True, slots=True)
class Scale5:
    """From professionals alone at the left to citizens alone at the right."""

    width: float
    height: float
    line: Line
    dots: tuple[Point, ...]
    gap: Line | None
    shapes: tuple[Shape, ...]


def scale5(citizens: float | None, professionals: float | None) -> Scale5:
    """Medians of each side's views, 1 to 5; None where a side has no views or too few to show."""
    shapes = []
    if citizens is not None:
        shapes.append(Shape(Lead.CITIZENS, _x(citizens), ABOVE, RADIUS))
    if professionals is not None:
        shapes.append(Shape(Lead.PROFESSIONALS, _x(professionals), BELOW, RADIUS))
    return Scale5(
        width=WIDTH,
        height=HEIGHT,
        line=Line(_x(1), MIDDLE, _x(5), MIDDLE, LineLook.AXIS),
        dots=tuple(Point(_x(place), MIDDLE, radius=2.4) for place in range(1, 6)),
        gap=_gap(citizens, professionals),
        shapes=tuple(shapes),
    )


def _gap(citizens: float | None, professionals: float | None) -> Line | None:
    if citizens is None or professionals is None or citizens == professionals:
        return None
    low, high = sorted((citizens, professionals))
    return Line(_x(low), MIDDLE, _x(high), MIDDLE, LineLook.GAP)


def _x(view: float) -> float:
    return tidy(RIM + (view - 1) * STEP)
