"""Names above the blocks of one row: whole, short or cut, so that none runs into the next."""

from collections.abc import Sequence

from app.charts.lanes import StripPhase
from app.charts.marks import Box, Text, TextLook, tidy
from app.charts.strip_sizes import StripSize
from app.charts.words import shorten, text_width

APART = 6


def row_names(row: Sequence[StripPhase], places: Sequence[Box], size: StripSize) -> list[Text | None]:
    """A name may run past its block up to the next one; the last may run back from its end instead.

    Short names are whole or absent, and where fewer than a third of a row's would stand, none does.
    """
    ends = [*(place.x - APART for place in places[1:]), size.width]
    names = [
        _name(phase, end - place.x, place.y, size)
        for phase, place, end in zip(row, places, ends, strict=True)
    ]
    if names and not _is_whole(names[-1], row[-1]):
        before = _name_end(names[-2], places[-2], size) if len(row) > 1 else 0
        names[-1] = _backwards(row[-1], places[-1], before, size) or names[-1]
    if size.short_names and sum(name is not None for name in names) < len(names) / 3:
        return [None] * len(names)
    return names


def _name(phase: StripPhase, room: float, y: float, size: StripSize) -> Text | None:
    names = _wanted(phase, size)
    whole = next((name for name in names if _width(name, size) <= room), "")
    cut = "" if size.short_names else shorten(names[-1], room, size.name_letters, strong=True)
    return _text(whole or cut, y, size) if whole or cut else None


def _backwards(phase: StripPhase, place: Box, before: float, size: StripSize) -> Text | None:
    room = place.right - before - APART
    name = next((name for name in _wanted(phase, size) if _width(name, size) <= room), None)
    if name is None:
        return None
    text = _text(name, place.y, size)
    return Text(0, text.y, name, text.size, text.look, "end")


def _text(name: str, y: float, size: StripSize) -> Text:
    look = TextLook.PLAIN if size.short_names else TextLook.STRONG
    return Text(
        0, tidy(y - size.name_letters / 2 + (2 if size.short_names else 0)), name, size.name_letters, look
    )


def _wanted(phase: StripPhase, size: StripSize) -> tuple[str, ...]:
    """Names to try, longest first."""
    short = phase.short or phase.name
    return (short,) if size.short_names else (phase.name, short)


def _is_whole(text: Text | None, phase: StripPhase) -> bool:
    return text is not None and text.words in {phase.name, phase.short}


def _width(name: str, size: StripSize) -> float:
    return text_width(name, size.name_letters, strong=not size.short_names)


def _name_end(text: Text | None, place: Box, size: StripSize) -> float:
    return place.x + (_width(text.words, size) if text else 0)
