"""Values beside their points, as many as fit: the last, then extremes, the first, signals, the others."""

from collections.abc import Sequence
from typing import Protocol

from app.charts.marks import Box, Point, Signal, Text, TextLook, tidy
from app.charts.plot import Plot
from app.charts.words import text_width

ABOVE, BELOW, BEYOND = -11, 20, -13
APART = 3
STEEP = 0.3  # units down for one across
CROWD = 1.4  # all labels together, in widths of the plot, beyond which only the most telling stand
TELLING = 6


class Labelled(Protocol):
    """What is written beside a point."""

    @property
    def label(self) -> str: ...


def value_labels(
    labelled: Sequence[Labelled], points: Sequence[Point], plot: Plot, area: Box, most: int | None = None
) -> tuple[Text, ...]:
    """`points` in the order of `labelled`; labels that would overlap are left out."""
    widths = sum(text_width(each.label, plot.letters, strong=True) for each in labelled)
    crowded = widths > CROWD * (plot.right - plot.left)
    most = min(most or len(points), TELLING if crowded else len(points))
    placed: list[Text] = []
    for index in _by_importance(points):
        text = _label(labelled[index].label, index, points, plot, area)
        if text.words and not any(_overlap(text, other) for other in placed):
            placed.append(text)
        if len(placed) == most:
            break
    return tuple(sorted(placed, key=lambda text: text.x))


def _by_importance(points: Sequence[Point]) -> list[int]:
    places = list(range(len(points)))
    if not places:
        return []
    highest = min(places, key=lambda place: points[place].y)
    lowest = max(places, key=lambda place: points[place].y)
    signals = [place for place in places if points[place].signal in {Signal.ABOVE, Signal.BELOW}]
    return list(dict.fromkeys([places[-1], highest, lowest, 0, *signals, *places]))


def _label(words: str, index: int, points: Sequence[Point], plot: Plot, area: Box) -> Text:
    point, half = points[index], text_width(words, plot.letters, strong=True) / 2
    x = min(max(point.x + _lean(index, points) * half, plot.left + half), plot.right - half)
    above = point.y + (BEYOND if point.signal is Signal.ABOVE else ABOVE)
    below = point.y + BELOW
    y = below if _is_valley(index, points) and below < area.bottom else above
    return Text(
        tidy(x), tidy(max(y, area.y + plot.letters * 0.75)), words, plot.letters, TextLook.STRONG, "middle"
    )


def _is_valley(index: int, points: Sequence[Point]) -> bool:
    """Below its neighbours, where a label above would stand on the line."""
    around = [*points[max(0, index - 1) : index], *points[index + 1 : index + 2]]
    return points[index].signal is Signal.BELOW or (
        bool(around) and all(other.y <= points[index].y - 2 for other in around)
    )


def _lean(index: int, points: Sequence[Point]) -> int:
    """-1 or 1 where the line climbs or falls steeply through the point: the label stands on the free side."""
    if not 0 < index < len(points) - 1:
        return 0
    before, point, after = points[index - 1 : index + 2]
    if before.y - point.y > 0 and point.y - after.y > STEEP * (after.x - point.x):
        return -1
    return 1 if point.y - before.y > STEEP * (point.x - before.x) and after.y > point.y else 0


def _overlap(one: Text, other: Text) -> bool:
    widths = text_width(one.words, one.size, strong=True) + text_width(other.words, other.size, strong=True)
    return abs(one.x - other.x) < widths / 2 + APART and abs(one.y - other.y) < one.size
