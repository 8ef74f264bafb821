"""CSV as spreadsheets read it: marked as UTF-8, streamed, and with no cell that runs as a formula."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

MEDIA_TYPE = "text/csv; charset=utf-8"
BYTE_ORDER_MARK = "\ufeff"
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[-+]?[0-9]+([.,][0-9]+)?")


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """One text a row, so that a file of any length is never held whole."""
    yield BYTE_ORDER_MARK + _line(header)
    for row in rows:
        yield _line(row)


def harmless(text: str) -> str:
    """A spreadsheet runs a cell that begins like a formula: an apostrophe makes it a text. Numbers stay."""
    runs = text.startswith(BEGINS_A_FORMULA) and not NUMBER.fullmatch(text)
    return f"'{text}" if runs else text


def _line(cells: Sequence[str]) -> str:
    written = StringIO()
    csv.writer(written).writerow([harmless(cell) for cell in cells])
    return written.getvalue()
