"""The lead strip: two lanes a phase, touching where the log bears out the claim, parted where it does not.

Build one with `strip(phases, span, words, size=LARGE)`, draw it with `strip` of `charts/strip.html`;
the axis for it comes from `strip_axis`. Across, places are percentages, so that one drawing
fits every width; down, they are pixels.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.charts.lanes import StripPhase, in_rows
from app.charts.marks import Box, Shape, Text, TextLook, tidy
from app.charts.scales import TimeSpan
from app.charts.strip_names import row_names
from app.charts.strip_sizes import LARGE, StripSize
from app.charts.words import text_width
from app.vocabulary import Lead

PERCENT = 100
LEAST = 2  # pixels: a phase of one day still shows
AGREED = 1.25  # how much larger the shape of a block that touches is
TODAY_HEAD = 17  # pixels above the names for the word of the line of today
CUT = 2.6  # a shape needs this many of its radii across


class LaneFill(StrEnum):
    LED = "led"
    HATCHED = "hatched"
    OUTLINED = "outlined"


@dataclass(frozen=True, slots=True)
class StripWords:
    """All that a strip says. `sentence` reads one phase aloud: name, claim and what the log shows."""

    leads: Mapping[Lead, str]
    not_enough: str
    no_claim: str
    sentence: Callable[[StripPhase], str]
    today: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """`y` and `height` in pixels; `shape` and `word` stand inside, absent where there is no room."""

    y: float
    height: float
    fill: LaneFill
    lead: Lead | None
    shape: Shape | None
    word: Text | None
    word_width: float


@dataclass(frozen=True, slots=True)
class Block:
    """One phase, in percent across; one lane when claim and log agree, else the claim above the log.

    The name stands at its start or, anchored so, at its end.
    """

    x: float
    width: float
    lanes: tuple[Lane, ...]
    name: Text | None

    @property
    def name_x(self) -> float:
        return tidy(self.x + self.width) if self.name and self.name.anchor == "end" else self.x


@dataclass(frozen=True, slots=True)
class Strip:
    """`unnamed` lists the phases whose names found no room; title and table still say them."""

    height: float
    large: bool
    blocks: tuple[Block, ...]
    title: str
    row_tops: tuple[float, ...]
    grid: tuple[float, ...]
    today: float | None
    today_word: str
    unnamed: tuple[str, ...]


def strip(
    phases: Iterable[StripPhase],
    span: TimeSpan,
    words: StripWords,
    *,
    size: StripSize = LARGE,
    today: date | None = None,
    grid: Sequence[date] = (),
) -> Strip:
    """Phases on the shared span. `today` draws a line, `grid` the days of an axis that stands elsewhere."""
    known = list(phases)
    rows = in_rows(known)
    today_x = _percent(span, today) if today and span.covers(today) else None
    head = TODAY_HEAD if today_x is not None and words.today and size.letters else 0
    tops = [head + index * (size.row + size.row_gap) + size.name for index in range(len(rows))]
    blocks = [
        block for row, top in zip(rows, tops, strict=True) for block in _row(row, top, span, words, size)
    ]
    named = [phase.name for row in rows for phase in row]
    return Strip(
        height=tidy(head + max(1, len(rows)) * (size.row + size.row_gap) - size.row_gap),
        large=size.letters > 0,
        blocks=tuple(blocks),
        title=strip_title(known, words),
        row_tops=tuple(tops),
        grid=tuple(_percent(span, day) for day in grid if span.covers(day)),
        today=today_x,
        today_word=words.today if head else "",
        unnamed=tuple(
            name for name, block in zip(named, blocks, strict=True) if size.name and block.name is None
        ),
    )


def strip_title(phases: Iterable[StripPhase], words: StripWords) -> str:
    """The strip read aloud, phase by phase, for those who do not see it."""
    return "; ".join(words.sentence(phase) for phase in phases)


def _row(
    row: list[StripPhase], top: float, span: TimeSpan, words: StripWords, size: StripSize
) -> list[Block]:
    places = [_place(phase, top, span, size) for phase in row]
    names = row_names(row, places, size) if size.name else [None] * len(row)
    return [
        Block(
            x=tidy(place.x / size.width * PERCENT),
            width=tidy(place.width / size.width * PERCENT),
            lanes=_lanes(phase, place, words, size),
            name=name,
        )
        for phase, place, name in zip(row, places, names, strict=True)
    ]


def _place(phase: StripPhase, top: float, span: TimeSpan, size: StripSize) -> Box:
    """Both lanes of a phase, as if the strip were as wide as expected."""
    x = min(span.share(phase.starts_on) * size.width, size.width - LEAST)
    return Box(x, top, max(span.share(phase.ends_on) * size.width - x, LEAST), 2 * size.lane + size.part)


def _lanes(phase: StripPhase, place: Box, words: StripWords, size: StripSize) -> tuple[Lane, ...]:
    whole = Box(place.x, place.y, place.width, 2 * size.lane)
    above = Box(place.x, place.y, place.width, size.lane)
    below = Box(place.x, place.bottom - size.lane, place.width, size.lane)
    if phase.agrees:
        return (_lane(phase.claimed, whole, words.no_claim, words, size),)
    claim = _lane(phase.claimed, above, words.no_claim, words, size, absent=LaneFill.OUTLINED)
    return (claim, _lane(phase.evidenced, below, words.not_enough, words, size))


def _lane(
    lead: Lead | None,
    place: Box,
    absent_word: str,
    words: StripWords,
    size: StripSize,
    absent: LaneFill = LaneFill.HATCHED,
) -> Lane:
    fill = absent if lead is None else LaneFill.OUTLINED if lead is Lead.NOBODY else LaneFill.LED
    word = _word(absent_word if lead is None else words.leads[lead], fill, place, size)
    return Lane(
        y=place.y,
        height=place.height,
        fill=fill,
        lead=lead,
        shape=_shape(lead, place, size) if fill is LaneFill.LED else None,
        word=word,
        word_width=tidy(text_width(word.words, word.size)) if word else 0,
    )


def _shape(lead: Lead | None, place: Box, size: StripSize) -> Shape | None:
    """At the start of the block, in its middle when narrow, absent where it would be cut."""
    radius = size.radius * (AGREED if place.height > size.lane else 1)
    if place.width < CUT * radius:
        return None
    return Shape(lead, tidy(min(size.inset, place.width / 2)), place.y + place.height / 2, tidy(radius))


def _word(word: str, fill: LaneFill, place: Box, size: StripSize) -> Text | None:
    letters = size.letters + (1 if place.height > size.lane else 0)
    x = size.inset + 15 if fill is LaneFill.LED else 13
    is_led = fill is LaneFill.LED
    if not size.letters or x + text_width(word, letters, strong=is_led) + 6 > place.width:
        return None
    look = TextLook.ON_LEAD if is_led else TextLook.PLAIN
    return Text(x, tidy(place.y + place.height / 2 + letters * 0.35), word, letters, look)


def _percent(span: TimeSpan, day: date) -> float:
    return tidy(span.share(day) * PERCENT)
