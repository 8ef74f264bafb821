"""The plot that the panels of one picture share, and the words in the gutters to its left and right."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.charts.labels import spread
from app.charts.marks import Line, LineLook, Text, TextLook, tidy
from app.charts.scales import DateScale, LinearScale
from app.charts.words import text_width, wrap

HEADING = 14
HEAD_LINE, LABEL_LINE = 16, 15.5
BASELINE_SHARE = 0.33  # letters stand this share of their size below their middle


@dataclass(frozen=True, slots=True)
class Plot:
    """From `left` to `right` of a picture `width` wide; narrow pictures have their heads above the panels."""

    width: float
    left: float
    right: float
    letters: float
    narrow: bool
    across: DateScale

    @property
    def label_x(self) -> float:
        return self.right + (8 if self.narrow else 12)

    @property
    def label_room(self) -> float:
        return self.width - self.label_x


@dataclass(frozen=True, slots=True)
class Ticks:
    """`rules` lie behind the values; `labels` stand left of them, or on them where the gutter has no room."""

    rules: tuple[Line, ...]
    labels: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class EndLabel:
    """A label wanted beside the end of a line, at the height `y`."""

    y: float
    words: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class EndLabels:
    leaders: tuple[Line, ...]
    labels: tuple[Text, ...]


def panel_head(plot: Plot, y: float, title: str, unit: str = "") -> tuple[Text, ...]:
    """Title and unit: in the left gutter, or on lines of their own above the panel where that is narrow."""
    room = plot.width if plot.narrow else plot.left - 8
    titles = wrap(title, room, HEADING, strong=True, most=4)
    units = wrap(unit, room, plot.letters) if unit else ()
    if plot.narrow and len(titles) == len(units) == 1 and _fits_one_line(titles[0], units[0], plot):
        x = text_width(titles[0], HEADING, strong=True) + 8
        return (_heading(titles[0], y + 11), Text(tidy(x), y + 11, units[0], plot.letters, TextLook.MUTED))
    below = [
        Text(0, y + 11 + HEAD_LINE * place, words, plot.letters, TextLook.MUTED)
        for place, words in enumerate(units, len(titles))
    ]
    return (*(_heading(words, y + 11 + HEAD_LINE * place) for place, words in enumerate(titles)), *below)


def head_height(plot: Plot, head: Sequence[Text]) -> float:
    """What a head takes from the height of a panel: nothing where it stands in the gutter."""
    return (
        max((text.y for text in head), default=0) - min((text.y for text in head), default=0) + 20
        if plot.narrow
        else 0
    )


def value_ticks(
    plot: Plot,
    values: Iterable[float],
    scale: LinearScale,
    label: Callable[[float], str],
    head: Sequence[Text] = (),
) -> Ticks:
    """A rule and a label for each value; where a label would run into the head, it stands on its rule."""
    known = [(tidy(scale(value)), label(value)) for value in values]
    return Ticks(
        rules=tuple(Line(plot.left, y, plot.right, y, LineLook.RULE) for y, _ in known),
        labels=tuple(_tick_label(plot, y, words, head) for y, words in known),
    )


def end_labels(plot: Plot, wanted: Sequence[EndLabel], top: float, bottom: float) -> EndLabels:
    """Labels in the right gutter, pushed apart in order, each with a leader from the height it belongs to."""
    broken = [
        wrap(label.words, plot.label_room, plot.letters, strong=label.strong, most=2) for label in wanted
    ]
    heights = [LABEL_LINE * len(lines) for lines in broken]
    places = spread([label.y for label in wanted], heights, top, bottom)
    return EndLabels(
        leaders=tuple(
            Line(plot.right + 1, tidy(label.y), plot.label_x - 2, tidy(place), LineLook.LEADER)
            for label, place in zip(wanted, places, strict=True)
        ),
        labels=tuple(
            text
            for label, lines, place in zip(wanted, broken, places, strict=True)
            for text in _end_label(plot, lines, place, strong=label.strong)
        ),
    )


def centred(y: float, letters: float) -> float:
    """The base line of letters whose middle is to stand at `y`."""
    return tidy(y + letters * BASELINE_SHARE)


def _end_label(plot: Plot, lines: Sequence[str], place: float, *, strong: bool) -> list[Text]:
    look = TextLook.STRONG if strong else TextLook.MUTED
    first = place - (len(lines) - 1) * LABEL_LINE / 2
    return [
        Text(plot.label_x, centred(first + LABEL_LINE * index, plot.letters), words, plot.letters, look)
        for index, words in enumerate(lines)
    ]


def _tick_label(plot: Plot, y: float, words: str, head: Sequence[Text]) -> Text:
    beside = Text(plot.left - 8, centred(y, plot.letters), words, plot.letters, TextLook.MUTED, "end")
    if plot.narrow or any(_collide(beside, line) for line in head):
        return Text(plot.left + 2, tidy(y - 3), words, plot.letters - 1, TextLook.MUTED)
    return beside


def _heading(words: str, y: float) -> Text:
    return Text(0, y, words, HEADING, TextLook.HEADING)


def _fits_one_line(title: str, unit: str, plot: Plot) -> bool:
    return text_width(title, HEADING, strong=True) + 8 + text_width(unit, plot.letters) <= plot.width


def _collide(label: Text, head: Text) -> bool:
    """Whether a right-aligned tick label and a left-aligned line of the head would overlap."""
    if abs(label.y - head.y) >= HEAD_LINE - 4:
        return False
    start = label.x - text_width(label.words, label.size)
    return start < head.x + text_width(head.words, head.size, strong=head.look is TextLook.HEADING) + 4
