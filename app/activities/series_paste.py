"""Rows pasted from a spreadsheet as text, in the order of the columns."""

from app.activities.series_sheet import COLUMNS, MOST_ROWS, Sheet
from app.i18n import _, ngettext
from app.refusals import Invalid
from app.web.pasted import PASTED, certain, is_heading, pasted_lines


def take_pasted(sheet: Sheet) -> None:
    """All of it into the rows that are empty, and into new ones below them; or nothing of it."""
    lines = _lines(sheet.form[PASTED])
    _check(lines, room=MOST_ROWS - len(sheet.filled))
    days = [line[0] for line in lines]
    empty = [row for row in sheet.rows if row.is_empty]
    for row, line in zip(sheet.with_more(empty, len(lines)), lines, strict=True):
        row.cells.typed = {column: [text] for column, text in zip(COLUMNS, line, strict=False)}
        row.cells.typed["happened_on"] = [certain(line[0], days)]
    sheet.form.typed[PASTED] = []


def _lines(text: str) -> list[list[str]]:
    """Without a first line of headings."""
    lines = pasted_lines(text)
    return lines[1:] if lines and is_heading(lines[0]) else lines


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
