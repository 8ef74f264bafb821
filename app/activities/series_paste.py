"""Rows pasted from a spreadsheet as text: tabs or semicolons between cells, one row a line."""

import csv

from app.activities.series_sheet import COLUMNS, MOST_ROWS, Sheet
from app.i18n import _, ngettext
from app.i18n.days import possible_days
from app.refusals import Invalid

PASTED = "pasted"


def take_pasted(sheet: Sheet) -> None:
    """All of it into the rows that are empty, and into new ones below them; or nothing of it."""
    lines = _lines(sheet.form[PASTED])
    _check(lines, room=MOST_ROWS - len(sheet.filled))
    days = [line[0] for line in lines]
    empty = [row for row in sheet.rows if row.is_empty]
    for row, line in zip(sheet.with_more(empty, len(lines)), lines, strict=True):
        row.cells.typed = {column: [text] for column, text in zip(COLUMNS, line, strict=False)}
        row.cells.typed["happened_on"] = [_certain(line[0], days)]
    sheet.form.typed[PASTED] = []


def _lines(text: str) -> list[list[str]]:
    """Without empty lines, and without a first line of headings."""
    rows = csv.reader(text.splitlines(keepends=True), delimiter="\t" if "\t" in text else ";")
    try:
        lines = [[cell.strip() for cell in row] for row in rows]
    except csv.Error:
        raise Invalid({PASTED: _("One cell is too long. Paste fewer rows.")}) from None
    lines = [_cut(line) for line in lines if any(line)]
    return lines[1:] if lines and _is_heading(lines[0]) else lines


def _cut(line: list[str]) -> list[str]:
    """Spreadsheets send empty cells after the last one filled."""
    while not line[-1]:
        line = line[:-1]
    return line


def _is_heading(line: list[str]) -> bool:
    """A date has digits, the word above a column of dates has none."""
    return bool(line[0]) and not any(character.isdigit() for character in line[0])


def _check(lines: list[list[str]], room: int) -> None:
    if not lines:
        raise Invalid({PASTED: _("Paste some rows first.")})
    if len(lines) > room:
        said = ngettext(
            "There is room for {count} row more, and these are {pasted}.",
            "There is room for {count} rows more, and these are {pasted}.",
            room,
        )
        raise Invalid({PASTED: said.format(count=room, pasted=len(lines))})
    for number, line in enumerate(lines, 1):
        if len(line) > len(COLUMNS):
            wide = _("Row {row} of these has {count} cells, and there are {columns} columns.")
            said = wide.format(row=number, count=len(line), columns=len(COLUMNS))
            raise Invalid({PASTED: said})


def _certain(text: str, beside: list[str]) -> str:
    """As a date field shows it where one day only can be meant, else as it was pasted."""
    days = possible_days(text, beside)
    return days[0].isoformat() if len(days) == 1 else text
