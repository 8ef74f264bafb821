"""Rows pasted from a spreadsheet as text: tabs or semicolons between cells, one row a line, a date first."""

import csv
from collections.abc import Iterable

from app.i18n import _
from app.i18n.days import possible_days
from app.refusals import Invalid

PASTED = "pasted"
"""The field that they are pasted into."""


def pasted_lines(text: str) -> list[list[str]]:
    """Without empty lines, and without the empty cells that spreadsheets send at the end of a line."""
    rows = csv.reader(text.splitlines(keepends=True), delimiter="\t" if "\t" in text else ";")
    try:
        lines = [[cell.strip() for cell in row] for row in rows]
    except csv.Error:
        raise Invalid({PASTED: _("One cell is too long. Paste fewer rows.")}) from None
    return [_cut(line) for line in lines if any(line)]


def is_heading(line: list[str]) -> bool:
    """A date has digits, the word above a column of dates has none."""
    return bool(line[0]) and not any(character.isdigit() for character in line[0])


def certain(text: str, beside: Iterable[str]) -> str:
    """As a date field shows it where one day only can be meant, else as it was pasted."""
    days = possible_days(text, beside)
    return days[0].isoformat() if len(days) == 1 else text


def _cut(line: list[str]) -> list[str]:
    while not line[-1]:
        line = line[:-1]
    return line
