"""Events on the time axis: a ring and a dotted line each, with its words or the number it has in a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.charts.labels import stagger
from app.charts.marks import Line, LineLook, Path, Point, Text, TextLook, tidy
from app.charts.plot import Plot
from app.charts.story import Event, EventSign
from app.charts.words import shorten, text_width

ROW, NUMBER_ROW = 20, 22
LONGEST, MOST_ROWS = 420, 5
INSET, APART = 9, 14
RING, SIGN_RING, NUMBER_RING = 3.5, 5.5, 9
SIGNS = {
    EventSign.BAR: ((-1, 0, 1, 0),),
    EventSign.PLUS: ((-1, 0, 1, 0), (0, -1, 0, 1)),
    EventSign.BREAK: ((-0.4, -1, -0.4, 1), (0.4, -1, 0.4, 1)),
    EventSign.CROSS: ((-0.7, -0.7, 0.7, 0.7), (-0.7, 0.7, 0.7, -0.7)),
}
"""Strokes from and to, in parts of `SIGN` around the middle of the ring."""
SIGN = 3


@dataclass(frozen=True, slots=True)
class EventMarks:
    """`numbered`: rings carry numbers in the order of the events, and a list must say what they are.

    Otherwise they carry the signs of their kinds.
    """

    lines: tuple[Line, ...]
    rings: tuple[Point, ...]
    signs: tuple[Path, ...]
    labels: tuple[Text, ...]
    numbered: bool
    height: float


def event_marks(events: Sequence[Event], plot: Plot, top: float, y: float) -> EventMarks:
    """Lines from `top` down to rings from `y` on; numbers where words would take too many rows."""
    if not events:
        return EventMarks((), (), (), (), numbered=False, height=0)
    places = [plot.across(event.on) for event in events]
    if not plot.narrow:
        labels = [shorten(event.label, LONGEST, plot.letters) for event in events]
        spans = [_span(x, label, places, plot) for x, label in zip(places, labels, strict=True)]
        rows = stagger(spans, places)
        if max(rows) < MOST_ROWS:
            return _worded(events, places, labels, spans, rows, plot, top, y)
    return _numbered(places, plot, top, y)


def _span(x: float, label: str, places: Sequence[float], plot: Plot) -> tuple[float, float]:
    """From the ring to the end of its words; back from it to stay in the picture or clear of other lines."""
    width = INSET + text_width(label, plot.letters) + APART
    ahead, back = (x, x + width), (x - width, x)
    if x + width > plot.width:
        return back
    crosses_ahead = any(x < other < x + width for other in places)
    crosses_back = x - width < 0 or any(x - width < other < x for other in places)
    return back if crosses_ahead and not crosses_back else ahead


def _worded(
    events: Sequence[Event],
    places: Sequence[float],
    labels: Sequence[str],
    spans: Sequence[tuple[float, float]],
    rows: Sequence[int],
    plot: Plot,
    top: float,
    y: float,
) -> EventMarks:
    heights = [y + row * ROW for row in rows]
    signs = [event.sign for event in events]
    radii = [RING if sign is EventSign.PLAIN else SIGN_RING for sign in signs]
    texts = []
    for x, label, span, height in zip(places, labels, spans, heights, strict=True):
        back = span[0] < x
        at, anchor = (x - INSET, "end") if back else (x + INSET, "start")
        texts.append(Text(tidy(at), tidy(height + 4), label, plot.letters, TextLook.PLAIN, anchor))  # type: ignore[arg-type]  # one of two
    return EventMarks(
        lines=tuple(_line(x, top, h - r) for x, h, r in zip(places, heights, radii, strict=True)),
        rings=tuple(
            Point(tidy(x), tidy(h), radius=r) for x, h, r in zip(places, heights, radii, strict=True)
        ),
        signs=tuple(
            Path(_strokes(sign, x, h), LineLook.SIGN)
            for sign, x, h in zip(signs, places, heights, strict=True)
            if sign is not EventSign.PLAIN
        ),
        labels=tuple(texts),
        numbered=False,
        height=(max(rows) + 1) * ROW,
    )


def _numbered(places: Sequence[float], plot: Plot, top: float, y: float) -> EventMarks:
    inside = [min(max(x, NUMBER_RING + 1), plot.width - NUMBER_RING - 1) for x in places]
    rows = stagger([(x - NUMBER_RING - 1, x + NUMBER_RING + 1) for x in inside], inside)
    heights = [y + row * NUMBER_ROW for row in rows]
    return EventMarks(
        lines=tuple(_line(x, top, height - NUMBER_RING) for x, height in zip(inside, heights, strict=True)),
        rings=tuple(
            Point(tidy(x), tidy(h), radius=NUMBER_RING) for x, h in zip(inside, heights, strict=True)
        ),
        signs=(),
        labels=tuple(
            Text(tidy(x), tidy(height + 4.3), str(number), 12.5, TextLook.STRONG, "middle")
            for number, (x, height) in enumerate(zip(inside, heights, strict=True), 1)
        ),
        numbered=True,
        height=(max(rows) + 1) * NUMBER_ROW,
    )


def _line(x: float, top: float, bottom: float) -> Line:
    return Line(tidy(x), tidy(top), tidy(x), tidy(bottom), LineLook.EVENT)


def _strokes(sign: EventSign, x: float, y: float) -> str:
    return "".join(
        f"M{tidy(x + SIGN * x1)} {tidy(y + SIGN * y1)}L{tidy(x + SIGN * x2)} {tidy(y + SIGN * y2)}"
        for x1, y1, x2, y2 in SIGNS[sign]
    )
