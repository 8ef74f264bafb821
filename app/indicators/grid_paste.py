"""A block of values pasted as text: a day first, then its values, by the columns or by a heading."""

from collections.abc import Sequence

from app.i18n import _
from app.i18n.days import possible_days
from app.indicators.grid_periods import period_of
from app.indicators.grid_sheet import Grid
from app.indicators.models import Indicator
from app.refusals import Invalid
from app.web.pasted import PASTED, certain, is_heading, pasted_lines
from app.web.sheets import Row


def take_pasted(grid: Grid, indicator: Indicator) -> None:
    """All of it into the rows of those days, and into new ones below them; or nothing of it."""
    lines = pasted_lines(grid.form[PASTED])
    headed = bool(lines) and is_heading(lines[0])
    places = _places(grid, indicator, lines[0][1:]) if headed else list(range(len(grid.columns)))
    lines = lines[1:] if headed else lines
    _check(lines, len(places))
    days = [line[0] for line in lines]
    for row, line in zip(_rows(grid, indicator, days), lines, strict=True):
        for place, text in zip(places, line[1:], strict=False):
            if text:
                row.cells.typed[f"value_{place}"] = [text]
    grid.form.typed[PASTED] = []


def _places(grid: Grid, indicator: Indicator, heading: Sequence[str]) -> list[int]:
    """Where the columns that the heading names are; a part that is new gets a column."""
    wholes = {"", _("The whole").casefold(), _("Value").casefold(), indicator.name.casefold()}
    parts = ["" if name.casefold() in wholes else name for name in heading]
    if any(parts) and not indicator.breakdown:
        raise Invalid({PASTED: _("This indicator is not broken down into parts.")})
    return [grid.add_column(part) for part in parts]


def _check(lines: Sequence[Sequence[str]], columns: int) -> None:
    if not lines:
        raise Invalid({PASTED: _("Paste some rows first.")})
    for number, line in enumerate(lines, 1):
        if len(line) > columns + 1:
            wide = _("Row {row} of these has {count} cells, and there are {columns} columns.")
            said = wide.format(row=number, count=len(line), columns=columns + 1)
            raise Invalid({PASTED: said})


def _rows(grid: Grid, indicator: Indicator, days: Sequence[str]) -> list[Row]:
    """The row of each day's period if the grid has it, else a new one."""
    found = [_row_of(grid, indicator, text, days) for text in days]
    _check_days(days, found)
    new = grid.add(found.count(None))
    if len(new) < found.count(None):
        raise Invalid({PASTED: _("There is room for {most} rows.").format(most=grid.MOST)})
    rest = iter(new)
    rows = [row or next(rest) for row in found]
    for row, text in zip(rows, days, strict=True):
        if row in new or not any(number == row.number for number, _place in grid.known):
            row.cells.typed["observed_on"] = [certain(text, days)]
    return rows


def _check_days(days: Sequence[str], found: Sequence[Row | None]) -> None:
    """Of two lines for one row one would be lost."""
    numbers = [row.number for row in found if row]
    if len(set(days)) < len(days) or len(set(numbers)) < len(numbers):
        raise Invalid({PASTED: _("Two of these rows are of the same period. Paste each once.")})


def _row_of(grid: Grid, indicator: Indicator, text: str, beside: Sequence[str]) -> Row | None:
    wanted = _period(indicator, certain(text, beside))
    here = ((row, _period(indicator, row.cells["observed_on"])) for row in grid.rows)
    return next((row for row, period in here if wanted is not None and period == wanted), None)


def _period(indicator: Indicator, text: str) -> int | None:
    """None for what is no date, or could be two."""
    days = possible_days(text)
    return period_of(days[0], indicator.frequency) if len(days) == 1 else None
