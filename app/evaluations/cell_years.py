"""How the cell moved: by the entries of each year alone, and by all of them up to its end."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.evaluations.document import Evaluation
from app.evaluations.figures import Figure
from app.evaluations.links import Links
from app.evaluations.sentences import process
from app.evaluations.sentences.missing import why
from app.i18n import _
from app.measurement.cell import Cell, cell
from app.measurement.missing import Missing

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CellYear:
    """`number` is the cell of the year alone, None where its entries are too few."""

    year: int
    number: int | None
    alone: Figure
    so_far: Figure


def cell_years(evaluation: Evaluation, links: Links) -> list[CellYear]:
    """Every year from the first entry to the last; empty without any."""
    years = [activity.happened_on.year for activity in evaluation.activities]
    return [_year(evaluation, year, links) for year in range(min(years), max(years) + 1)] if years else []


def _year(evaluation: Evaluation, year: int, links: Links) -> CellYear:
    last = min(date(year, 12, 31), evaluation.as_of)
    thresholds = evaluation.process.thresholds
    alone = cell(evaluation.activities, last, thresholds, since=date(year, 1, 1) - A_DAY)
    return CellYear(
        year=year,
        number=None if isinstance(alone.number, Missing) else alone.number,
        alone=_told(alone, links),
        so_far=_told(cell(evaluation.activities, last, thresholds), links),
    )


def _told(found: Cell, links: Links) -> Figure:
    if isinstance(found.number, Missing):
        return Figure(why(found.number), links.activities(found.entries) if found.entries else "")
    name = process.cell_name(found.number, found.strength)
    return Figure(
        _("{number}: {cell}").format(number=found.number, cell=name), links.activities(found.entries)
    )
