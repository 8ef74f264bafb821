"""Process beside outcome: phases citizens led or shared, and progress to target, without a line.

`beside(points, words)` is the wide picture with a column for each number of phases, `beside_rows` its narrow
sibling with a row for each initiative. Both are drawn by `charts/beside.html`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.charts.labels import spread
from app.charts.marks import Box, Line, LineLook, Point, Text, TextLook, tidy
from app.charts.plot import centred
from app.charts.scales import LinearScale, nice_ticks
from app.charts.words import wrap

COLUMNS = 5  # none to all four kinds of phase
TARGET = 100  # percent
WIDTH, LEFT, RIGHT, TOP, BOTTOM = 1184, 62, 20, 16, 56
LETTERS, NAME_LINE, NAME_LINES = 13.5, 17, 2
LEAST_HEIGHT, MOST_NAMES = 268, 24
POINT_INSET, NAME_INSET = 18, 11


@dataclass(frozen=True, slots=True)
class BesidePoint:
    """`shared`: how many kinds of phase citizens led or shared, 0 to 4; `progress` in percent of the way."""

    name: str
    shared: int
    progress: float


@dataclass(frozen=True, slots=True)
class BesideWords:
    """`shared` names the axis across; `group` heads the rows with so many phases."""

    target: str
    shared: str
    percent: Callable[[float], str]
    group: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Beside:
    """`lines` lie behind points and names; `unnamed` are names that found no room, for the note to say."""

    width: float
    height: float
    narrow: bool
    lines: tuple[Line, ...]
    labels: tuple[Text, ...]
    points: tuple[Point, ...]
    leaders: tuple[Line, ...]
    names: tuple[Text, ...]
    unnamed: tuple[str, ...]


def beside(points: Sequence[BesidePoint], words: BesideWords) -> Beside:
    columns = [[point for point in points if point.shared == shared] for shared in range(COLUMNS)]
    tallest = max(len(column) for column in columns if len(column) <= MOST_NAMES)
    area = Box(LEFT, TOP, WIDTH - LEFT - RIGHT, max(LEAST_HEIGHT, tallest * NAME_LINE * NAME_LINES))
    up = progress_scale(points, area.bottom, area.y)
    placed = [_column(column, up, _column_box(area, shared)) for shared, column in enumerate(columns)]
    return Beside(
        width=WIDTH,
        height=area.bottom + BOTTOM,
        narrow=False,
        lines=(*_levels(up, area), *_walls(area)),
        labels=(*_level_labels(up, area, words), *_column_labels(area, words)),
        points=tuple(mark for column in placed for mark in column[0]),
        leaders=tuple(leader for column in placed for leader in column[1]),
        names=tuple(name for column in placed for name in column[2]),
        unnamed=tuple(point.name for column in columns if len(column) > MOST_NAMES for point in column),
    )


def progress_scale(points: Sequence[BesidePoint], start: float, end: float) -> LinearScale:
    """From nothing, or the furthest fall, to the target, or the furthest beyond it."""
    values = [point.progress for point in points]
    low, high = min([0.0, *values]), max([float(TARGET), *values])
    rim = (high - low) * 0.06
    return LinearScale(low - rim, high + rim, start, end)


def progress_ticks(scale: LinearScale) -> list[float]:
    """Round levels, the target always among them."""
    return sorted({TARGET, *nice_ticks(scale.low, scale.high, 4)})


def level_look(level: float) -> LineLook:
    return LineLook.TARGET if level == TARGET else LineLook.RULE


Placed = tuple[list[Point], list[Line], list[Text]]


def _column(points: Sequence[BesidePoint], up: LinearScale, box: Box) -> Placed:
    """Points one above the other; names to their right, pushed apart, with a leader where they moved."""
    x = box.x + POINT_INSET
    marks = [Point(x, tidy(up(point.progress)), radius=4.6) for point in points]
    if not points or len(points) > MOST_NAMES:
        return marks, [], []
    room = box.right - x - NAME_INSET - 4
    told = [wrap(point.name, room, LETTERS, most=NAME_LINES) for point in points]
    heights = [NAME_LINE * len(lines) for lines in told]
    places = spread([mark.y for mark in marks], heights, box.y, box.bottom)
    names = [
        Text(
            x + NAME_INSET, centred(place + (row - (len(lines) - 1) / 2) * NAME_LINE, LETTERS), said, LETTERS
        )
        for lines, place in zip(told, places, strict=True)
        for row, said in enumerate(lines)
    ]
    moved = [
        Line(x + 4, mark.y, x + NAME_INSET - 1, tidy(place), LineLook.LEADER)
        for mark, place in zip(marks, places, strict=True)
        if abs(mark.y - place) > NAME_LINE / 6
    ]
    return marks, moved, names


def _column_box(area: Box, shared: int) -> Box:
    width = area.width / COLUMNS
    return Box(tidy(area.x + shared * width), area.y, tidy(width), area.height)


def _levels(up: LinearScale, area: Box) -> list[Line]:
    places = [(level, tidy(up(level))) for level in progress_ticks(up)]
    bottom = Line(area.x, area.bottom, area.right, area.bottom, LineLook.AXIS)
    return [*(Line(area.x, y, area.right, y, level_look(level)) for level, y in places), bottom]


def _walls(area: Box) -> list[Line]:
    boxes = [_column_box(area, shared) for shared in range(1, COLUMNS)]
    return [Line(box.x, area.y, box.x, area.bottom, LineLook.RULE) for box in boxes]


def _level_labels(up: LinearScale, area: Box, words: BesideWords) -> list[Text]:
    levels = [
        Text(area.x - 8, centred(up(level), LETTERS), words.percent(level), LETTERS, TextLook.MUTED, "end")
        for level in progress_ticks(up)
    ]
    target = Text(area.right, tidy(up(TARGET) - 7), words.target, LETTERS, TextLook.MUTED, "end")
    return [*levels, target]


def _column_labels(area: Box, words: BesideWords) -> list[Text]:
    boxes = [_column_box(area, shared) for shared in range(COLUMNS)]
    middles = [tidy(box.x + box.width / 2) for box in boxes]
    numbers = [
        Text(x, area.bottom + 19, str(shared), LETTERS + 1, TextLook.STRONG, "middle")
        for shared, x in enumerate(middles)
    ]
    return [*numbers, Text(area.x, area.bottom + 46, words.shared, LETTERS, TextLook.MUTED)]
