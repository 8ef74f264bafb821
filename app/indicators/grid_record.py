"""A grid of values stored: each cell through the same gate as a value alone, the wrong ones left as typed."""

from sqlmodel import Session

from app.database.idempotency import once
from app.i18n import _
from app.indicators.grid_sheet import Grid
from app.indicators.models import Indicator, Observation
from app.indicators.observation_schemas import ObservationCreate
from app.indicators.recording import record_observation
from app.refusals import Invalid, KeyReused
from app.web.sheets import Row


def record_cells(session: Session, indicator: Indicator, grid: Grid) -> list[Observation]:
    """The cells that are right become values. What is wrong with the others is noted beside them."""
    filled = grid.filled_cells()
    if not filled:
        raise Invalid({"cells": _("Fill in one cell or more.")})
    stored = (_record(session, indicator, grid, row, place) for row, place in filled)
    return [observation for observation in stored if observation]


def _record(session: Session, indicator: Indicator, grid: Grid, row: Row, place: int) -> Observation | None:
    try:
        new = grid.entry(row, place)
    except Invalid as invalid:
        grid.note(row, place, invalid.errors)
        return None
    try:
        observation = _record_once(
            session, indicator, f"{grid.form.idempotency_key}-{row.number}-{place}", new
        )
    except Invalid as invalid:
        grid.note_cell(row, place, invalid.errors.values())
        return None
    except KeyReused:
        grid.note_cell(row, place, [_("This cell was stored before, with another value. Change it there.")])
        return None
    grid.forget(row, place)
    return observation


def _record_once(session: Session, indicator: Indicator, key: str, new: ObservationCreate) -> Observation:
    """What is refused leaves no key behind, so that the cell put right can be sent again."""
    with session.begin_nested():
        return once(
            session,
            key,
            Observation,
            new,
            lambda: record_observation(session, indicator, new),
            below=indicator,
        )
