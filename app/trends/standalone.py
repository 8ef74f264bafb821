"""The picture of a trend as a file of its own: all that its page says around it stands inside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.charts.control import Control, ControlSize
from app.charts.marks import Point, Signal, Text, TextLook
from app.charts.words import text_width, wrap
from app.i18n import N_, _
from app.i18n.formats import format_date
from app.i18n.labels import label
from app.indicators import sentences
from app.trends.document import Trend
from app.trends.pictures import picture, shown_events
from app.trends.reading import reading

WIDTH, MARGIN = 1232, 24
ROOM = WIDTH - 2 * MARGIN
TITLE, LETTERS, LEADING = 24, 14.5, 1.45
MOST_LINES = 6
GAP = 14
UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""

SIGNS: dict[Signal, str] = {
    Signal.ABOVE: N_("above the upper limit"),
    Signal.BELOW: N_("below the lower limit"),
    Signal.RUN: N_("part of a run, or near a limit"),
}


@dataclass(frozen=True, slots=True)
class Standalone:
    """`picture_y` is where the picture begins; `title` and `reading` are for those who do not see it."""

    width: float
    height: float
    title: str
    reading: str
    texts: tuple[Text, ...]
    picture: Control | None
    picture_x: float
    picture_y: float
    signs: tuple[Point, ...]


def standalone(trend: Trend, initiative_name: str) -> Standalone:
    drawn = picture(trend, ControlSize.WIDE)
    words = reading(trend).as_text
    head = [*_heading(trend, initiative_name), *_below_each_other([words], TextLook.PLAIN)]
    placed, y = _placed(head, MARGIN)
    picture_y = y + GAP
    y = picture_y + (drawn.height if drawn else 0) + GAP
    signs, meanings, y = _legend(drawn, y)
    feet = [
        *_below_each_other(list(_happened(trend, drawn)), TextLook.PLAIN),
        *_below_each_other(list(_notes(trend, drawn)), TextLook.MUTED),
    ]
    below, y = _placed(feet, y)
    return Standalone(
        width=WIDTH,
        height=y + MARGIN - GAP / 2,
        title=trend.row.name,
        reading=words,
        texts=(*placed, *meanings, *below),
        picture=drawn,
        picture_x=MARGIN,
        picture_y=picture_y,
        signs=tuple(signs),
    )


def fit_for_xml(text: str) -> str:
    """Without the characters that no XML file can hold, whoever typed them into a name."""
    return UNFIT.sub("", text)


def _heading(trend: Trend, initiative_name: str) -> list[Text]:
    row = trend.row
    what = " · ".join(filter(None, (row.unit, label(row.aggregation), label(row.direction))))
    where = _("{initiative}, on {day}").format(initiative=initiative_name, day=format_date(trend.as_of))
    return [
        *(_line(words, TextLook.STRONG, TITLE) for words in wrap(row.name, ROOM, TITLE, strong=True)),
        *_below_each_other([where, what], TextLook.MUTED),
    ]


def _happened(trend: Trend, drawn: Control | None) -> Iterator[str]:
    """What the numbers on the axis stand for."""
    if drawn and drawn.events.numbered:
        for number, one in enumerate(shown_events(trend).shown, 1):
            yield _("{number}. {event}, {day}").format(
                number=number, event=one.event.label, day=format_date(one.event.on)
            )


def _notes(trend: Trend, drawn: Control | None) -> Iterator[str]:
    row = trend.row
    yield sentences.limits_note(row, trend.found.control_chart)
    if drawn and not drawn.marks.starts_at_zero:
        yield sentences.picture_note(starts_at_zero=False, has_signals=False)
    if drawn and drawn.bands:
        yield _("Bands: who led delivery by the log, twelve months at a time.")
    if row.source:
        yield _("Source: {source}").format(source=row.source)
    if row.illustrative:
        yield _("Illustrative: these values are made up to show how a page looks.")


def _legend(drawn: Control | None, y: float) -> tuple[list[Point], list[Text], float]:
    """The signs that the picture has, in one line; their words as on the page."""
    there = {point.signal for point in drawn.marks.points} if drawn else set()
    signs, words, x = [], [], float(MARGIN + 8)
    for signal, text in SIGNS.items():
        if signal in there:
            signs.append(Point(x, y + 6, signal))
            words.append(Text(x + 14, y + 11, _(text), LETTERS, TextLook.MUTED))
            x += 14 + text_width(_(text), LETTERS) + 28
    return signs, words, y + (GAP + LETTERS if signs else 0)


def _below_each_other(paragraphs: list[str], look: TextLook) -> list[Text]:
    return [
        _line(words, look, LETTERS)
        for paragraph in paragraphs
        if paragraph
        for words in wrap(paragraph, ROOM, LETTERS, most=MOST_LINES)
    ]


def _line(words: str, look: TextLook, size: float) -> Text:
    return Text(MARGIN, 0, words, size, look)


def _placed(lines: list[Text], top: float) -> tuple[list[Text], float]:
    """One below the other from `top`, and where they end."""
    placed, y = [], top
    for line in lines:
        placed.append(replace(line, y=round(y + line.size, 1)))
        y += line.size * LEADING
    return placed, y
