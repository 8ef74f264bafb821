"""Process beside outcome for the phone: a row for each initiative, grouped by how many phases were shared."""

from collections.abc import Sequence

from app.charts.beside import (
    COLUMNS,
    TARGET,
    Beside,
    BesidePoint,
    BesideWords,
    level_look,
    progress_scale,
)
from app.charts.marks import Line, LineLook, Point, Text, TextLook, tidy
from app.charts.plot import centred
from app.charts.scales import LinearScale, nice_ticks
from app.charts.words import shorten

WIDTH, LEFT, RIGHT, TOP = 344, 166, 18, 24
ROW, GROUP = 26, 30
NAME_LETTERS, LETTERS = 13.5, 12.5


def beside_rows(points: Sequence[BesidePoint], words: BesideWords) -> Beside:
    across = progress_scale(points, LEFT, WIDTH - RIGHT)
    groups = [(shared, [point for point in points if point.shared == shared]) for shared in range(COLUMNS)]
    heads, placed, y = [], [], float(TOP)
    for shared, group in groups:
        if group:
            heads.append(Text(0, y + 18, words.group(shared), LETTERS, TextLook.MUTED))
            placed += [(point, y + GROUP + ROW * place + 8) for place, point in enumerate(group)]
            y += GROUP + ROW * len(group)
    return Beside(
        width=WIDTH,
        height=y,
        narrow=True,
        lines=(*_levels(across, y), *(_row_rule(row) for _, row in placed)),
        labels=(*_level_labels(across, words), *heads),
        points=tuple(Point(tidy(across(point.progress)), row, radius=5) for point, row in placed),
        leaders=(),
        names=tuple(_name(point, row) for point, row in placed),
        unnamed=(),
    )


def _row_rule(y: float) -> Line:
    return Line(LEFT, y, WIDTH - RIGHT, y, LineLook.RULE)


def _name(point: BesidePoint, row: float) -> Text:
    words = shorten(point.name, LEFT - 12, NAME_LETTERS)
    return Text(0, centred(row, NAME_LETTERS), words, NAME_LETTERS)


def _ticks(across: LinearScale) -> list[float]:
    """Few enough for a phone: nothing, the target, and round levels far from both."""
    apart = (across.high - across.low) / 5
    others = nice_ticks(across.low, across.high, 3)
    return sorted({0.0, float(TARGET), *(v for v in others if min(abs(v), abs(v - TARGET)) > apart)})


def _levels(across: LinearScale, height: float) -> list[Line]:
    places = [(level, tidy(across(level))) for level in _ticks(across)]
    return [Line(x, 18, x, height, level_look(level)) for level, x in places]


def _level_labels(across: LinearScale, words: BesideWords) -> list[Text]:
    return [
        Text(tidy(across(level)), 12, words.percent(level), LETTERS, TextLook.MUTED, "middle")
        for level in _ticks(across)
    ]
