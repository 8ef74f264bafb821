"""What is stored already of the days and parts that a grid shows."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from app.i18n.days import possible_days
from app.indicators.grid_periods import period_of
from app.indicators.grid_sheet import Cell, Grid
from app.indicators.models import Indicator, Observation


def days_of(session: Session, indicator_id: int) -> Sequence[date]:
    """On which there is a value, in order."""
    return session.exec(
        select(col(Observation.observed_on))
        .where(Observation.indicator_id == indicator_id, col(Observation.archived_at).is_(None))
        .distinct()
        .order_by(col(Observation.observed_on))
    ).all()


def categories_of(session: Session, indicator_id: int) -> Sequence[str]:
    """The parts that have values, by name."""
    return session.exec(
        select(col(Observation.category))
        .where(
            Observation.indicator_id == indicator_id,
            Observation.category != "",
            col(Observation.archived_at).is_(None),
        )
        .distinct()
        .order_by(col(Observation.category))
    ).all()


def known_in(session: Session, indicator: Indicator, grid: Grid) -> dict[Cell, Observation]:
    """The newest value of each cell's period; none for a row whose day cannot be read."""
    days = {row.number: possible_days(row.cells["observed_on"]) for row in grid.rows}
    numbers = {
        period_of(found[0], indicator.frequency): number for number, found in days.items() if len(found) == 1
    }
    if not numbers:
        return {}
    places = {category: place for place, category in enumerate(grid.columns)}
    return {
        (numbers[period], places[row.category]): row
        for row in _between(session, indicator, [found[0] for found in days.values() if found])
        if (period := period_of(row.observed_on, indicator.frequency)) in numbers and row.category in places
    }


def _between(session: Session, indicator: Indicator, days: Sequence[date]) -> Sequence[Observation]:
    """With a year on either side, which no period exceeds."""
    first, last = min(days), max(days)
    return session.exec(
        select(Observation)
        .where(
            Observation.indicator_id == indicator.key,
            col(Observation.archived_at).is_(None),
            col(Observation.observed_on) >= first.replace(month=1, day=1),
            col(Observation.observed_on) <= last.replace(month=12, day=31),
        )
        .order_by(col(Observation.observed_on), col(Observation.id))
    ).all()
