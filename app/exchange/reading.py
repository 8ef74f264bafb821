"""A table from a text: commas, semicolons, tabs or bars between the cells, headings in the first row."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from app.exchange.limits import MOST_COLUMNS, MOST_ROWS
from app.exchange.texts import EMPTY, Unreadable, text_of
from app.i18n import N_

DELIMITERS = (",", ";", "\t", "|")
NAMED = re.compile(r"sep=([,;\t|])[\r\n]", re.IGNORECASE)
"""How Excel is told the sign: a first line that is no row."""

LOOKED_AT = 50
"""Rows by which the sign between the cells is recognised."""

LONGEST_NAME = 160

NO_ROWS = N_("There is a row of headings and nothing below it.")
TOO_WIDE = N_("The file has {count} columns; at most {most} can be imported at once.")
TOO_LONG = N_("The file has more than {most} rows. Split it, and import the parts one after the other.")
QUOTES = N_("The quotation marks do not match, from line {line} on. Put them right in the file.")


@dataclass(frozen=True, slots=True)
class Row:
    """`line` is where it begins in the file; `cells` are as many as there are columns."""

    line: int
    cells: tuple[str, ...]
    overflow: tuple[str, ...] = ()
    """Cells beyond the last heading: then nobody knows which belongs to which."""


@dataclass(frozen=True)
class Table:
    """Names are unique: a heading that comes twice, or is left open, says its number."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, index: int) -> Iterator[str]:
        return (row.cells[index] for row in self.rows)


def read_table(content: bytes) -> Table:
    """Raises Unreadable."""
    text = text_of(content)
    delimiter = _delimiter(text)
    rows = list(islice(_rows(text, delimiter), MOST_ROWS + 2))
    if not rows:
        raise Unreadable(EMPTY)
    columns = _names(rows[0][1])
    if len(columns) > MOST_COLUMNS:
        raise Unreadable(TOO_WIDE, count=len(columns), most=MOST_COLUMNS)
    if len(rows) == 1:
        raise Unreadable(NO_ROWS)
    if len(rows) > MOST_ROWS + 1:
        raise Unreadable(TOO_LONG, most=MOST_ROWS)
    return Table(columns, tuple(_row(line, cells, len(columns)) for line, cells in rows[1:]))


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The line each row begins in, and its cells; empty rows are left out."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not (begins == 1 and NAMED.match(text)):
                yield begins, [cell.strip() for cell in cells]
            begins = reader.line_num + 1
    except csv.Error:
        raise Unreadable(QUOTES, line=begins) from None


def _delimiter(text: str) -> str:
    """The one that the file names, or that cuts most rows into as many cells as the headings."""
    if named := NAMED.match(text):
        return named[1]
    begin = "".join(islice(StringIO(text, newline=""), LOOKED_AT))
    return max(DELIMITERS, key=lambda sign: _fit(begin, sign))


def _fit(text: str, delimiter: str) -> tuple[bool, float, int]:
    try:
        widths = [
            len(cells) for cells in csv.reader(StringIO(text, newline=""), delimiter=delimiter) if cells
        ]
    except csv.Error:
        return False, 0.0, 0
    width = widths[0] if widths else 0
    return width > 1, widths.count(width) / max(1, len(widths)), width


def _names(headings: Sequence[str]) -> tuple[str, ...]:
    """Empty headings at the end are columns that a spreadsheet only believes to have."""
    names: list[str] = []
    for number, heading in enumerate(_without_empty_end(headings), start=1):
        name = " ".join(heading.split())[:LONGEST_NAME] or str(number)
        names.append(name if name not in names else f"{name[: LONGEST_NAME - 8]} ({number})")
    return tuple(names)


def _without_empty_end(cells: Sequence[str]) -> Sequence[str]:
    end = max((number for number, cell in enumerate(cells, start=1) if cell), default=0)
    return cells[:end]


def _row(line: int, cells: Sequence[str], width: int) -> Row:
    filled = (*cells[:width], *[""] * (width - len(cells)))
    return Row(line, filled, tuple(_without_empty_end(cells[width:])))
