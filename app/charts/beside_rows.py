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
from app.charts.words import wrap

WIDTH, LEFT, RIGHT, TOP = 344, 166, 18, 24
ROW, GROUP = 36, 30
NAME_LETTERS, NAME_LINE, NAME_LINES, LETTERS = 13.5, 15, 2, 12.5


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
        names=tuple(name for point, row in placed for name in _names(point, row)),
        unnamed=(),
    )


def _row_rule(y: float) -> Line:
    return Line(LEFT, y, WIDTH - RIGHT, y, LineLook.RULE)


def _names(point: BesidePoint, row: float) -> list[Text]:
    """One line or two, as long as the name is."""
    told = wrap(point.name, LEFT - 12, NAME_LETTERS, most=NAME_LINES)
    first = row - (len(told) - 1) / 2 * NAME_LINE
    return [
        Text(0, centred(first + line * NAME_LINE, NAME_LETTERS), said, NAME_LETTERS)
        for line, said in enumerate(told)
    ]


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
