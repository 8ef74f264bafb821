"""The page on which many values are recorded at once: days down, parts across."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from sqlmodel import Session

from app.clock import today
from app.dependencies import InitiativeToLog, RowId, SessionDep, row_of
from app.fields import EMPTY_MEANS_ALL, PastDay
from app.i18n import _, ngettext
from app.i18n.days import possible_days
from app.indicators import sentences
from app.indicators.grid_paste import take_pasted
from app.indicators.grid_periods import ROWS, days_asked_for, step
from app.indicators.grid_queries import categories_of, days_of, known_in
from app.indicators.grid_record import record_cells
from app.indicators.grid_sheet import MOST_COLUMNS, Grid, names_of_columns
from app.indicators.models import Indicator
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.refusals import Invalid
from app.vocabulary import Frequency
from app.web.answers import saved
from app.web.forms import UNPROCESSABLE, Form, FormDep
from app.web.sheets import is_shown_as_date
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/indicators/{indicator_id}/grid")
PAGE = "indicators/grid.html"
StartsOn = Annotated[PastDay | None, EMPTY_MEANS_ALL, Query(alias="from")]


@router.get("")
def ask_for_values(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToLog,
    indicator_id: RowId,
    starts_on: StartsOn = None,
) -> Response:
    indicator = row_of(session, Indicator, initiative, indicator_id)
    grid = Grid.of(Form())
    days = days_asked_for(indicator.frequency, days_of(session, indicator.key), starts_on, today())
    for row, day in zip(grid.add(len(days) or None), days, strict=False):
        row.cells.typed["observed_on"] = [day.isoformat()]
    grid.columns = ["", *categories_of(session, indicator.key)][:MOST_COLUMNS]
    return render(request, PAGE, form=grid.form, **_page(session, initiative, indicator, grid))


@router.post("")
def record_values(
    request: Request, session: SessionDep, initiative: InitiativeToLog, indicator_id: RowId, form: FormDep
) -> Response:
    indicator = row_of(session, Indicator, initiative, indicator_id)
    grid = Grid.of(form)
    grid.read_columns()
    with form.or_again(request, PAGE, **_page(session, initiative, indicator, grid)):
        if form["_act"]:
            _prepare(grid, indicator)
            return render(request, PAGE, form=form, **_page(session, initiative, indicator, grid))
        stored = record_cells(session, indicator, grid)
    if form.errors:
        page = _page(session, initiative, indicator, grid) | {"stored": len(stored)}
        return render(request, PAGE, status=UNPROCESSABLE, form=form, **page)
    return saved(request, _address(initiative, indicator) + "#values", _said(len(stored)))


def _prepare(grid: Grid, indicator: Indicator) -> None:
    """What can be done with the grid before it is sent, by the button that asks for it."""
    form = grid.form
    if form["_act"] == "paste":
        take_pasted(grid, indicator)
    elif form["_act"] == "people":
        form.typed["people"] = ["" if grid.has_people else "yes"]
    elif form["_act"] == "column":
        if not form["new_category"].strip() or not indicator.breakdown:
            raise Invalid({"new_category": _("Name the part.")})
        grid.add_column(form["new_category"].strip())
        form.typed["new_category"] = []
    else:
        grid.add()


def _page(session: Session, initiative: Initiative, indicator: Indicator, grid: Grid) -> dict[str, Any]:
    """The context of `indicators/grid.html`; `stored` cells were just stored beside wrong ones."""
    grid.known = known_in(session, indicator, grid)
    return {
        "indicator": indicator,
        "grid": grid,
        "names_of_columns": names_of_columns,
        "is_shown_as_date": is_shown_as_date,
        "value": sentences.value,
        "stored": 0,
        **_beside(indicator, grid),
        **frame(session, initiative),
    }


def _beside(indicator: Indicator, grid: Grid) -> dict[str, date | None]:
    """Where the rows before and after these begin; None where an indicator has no periods."""
    days = [
        day for row in grid.rows for day in possible_days(row.cells["observed_on"])[:1] if day.year > 1902
    ]
    if indicator.frequency is Frequency.IRREGULAR or not days:
        return {"earlier": None, "later": None}
    later = step(indicator.frequency, max(days), 1)
    return {
        "earlier": step(indicator.frequency, min(days), -ROWS),
        "later": later if later <= today() else None,
    }


def _address(initiative: Initiative, indicator: Indicator) -> str:
    return f"/initiatives/{initiative.slug}/indicators/{indicator.key}"


def _said(count: int) -> str:
    text = ngettext("Saved. One value is in the log.", "Saved. {count} values are in the log.", count)
    return text.format(count=count)
