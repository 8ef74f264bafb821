"""How far a picture's marks and words reach, found by walking through its geometry."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from app.charts.marks import Box, Line, Path, Point, Text, TextLook
from app.charts.strip import Strip
from app.charts.words import text_width

STRONG = {TextLook.STRONG, TextLook.HEADING, TextLook.ON_LEAD}


def corners(geometry: Any) -> Iterator[tuple[float, float]]:
    """The outermost places of everything drawn; strips keep places of their own."""
    for mark in _marks(geometry):
        if isinstance(mark, Text):
            yield from _text_corners(mark)
        elif isinstance(mark, Line):
            yield from ((mark.x1, mark.y1), (mark.x2, mark.y2))
        elif isinstance(mark, Box):
            yield from ((mark.x, mark.y), (mark.right, mark.bottom))
        elif isinstance(mark, Point):
            yield (mark.x, mark.y)
        elif isinstance(mark, Path):
            yield from _path_corners(mark.d)


def _marks(geometry: Any) -> Iterator[Any]:
    if isinstance(geometry, Text | Line | Box | Point | Path):
        yield geometry
    elif isinstance(geometry, tuple):
        for item in geometry:
            yield from _marks(item)
    elif is_dataclass(geometry) and not isinstance(geometry, Strip):
        for field in fields(geometry):
            yield from _marks(getattr(geometry, field.name))


def all_inside(geometry: Any) -> bool:
    """Whether nothing leaves the viewBox, to a unit."""
    return all(-1 <= x <= geometry.width + 1 and -1 <= y <= geometry.height + 1 for x, y in corners(geometry))


def words_of(geometry: Any) -> Iterator[str]:
    return (mark.words for mark in _marks(geometry) if isinstance(mark, Text))


def text_box(text: Text) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    width = text_width(text.words, text.size, strong=text.look in STRONG)
    left = text.x - {"start": 0, "middle": width / 2, "end": width}[text.anchor]
    return (left, text.y - text.size * 0.75, left + width, text.y)


def _text_corners(text: Text) -> Iterator[tuple[float, float]]:
    left, top, right, bottom = text_box(text)
    yield from ((left, top), (right, bottom))


def _path_corners(path: str) -> Iterator[tuple[float, float]]:
    for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path):
        yield (float(x), float(y))
