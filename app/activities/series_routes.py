"""The page on which several entries are logged at once: a series of workshops, a month of attendance."""

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.activities.forms import first_form
from app.activities.pages import around
from app.activities.series_dates import DatesWanted, fill_dates
from app.activities.series_log import log_rows
from app.activities.series_paste import take_pasted
from app.activities.series_sheet import COLUMNS, MOST_ROWS, Sheet
from app.activities.service import side_of
from app.dependencies import InitiativeToLog, SessionDep, SignedIn
from app.i18n import ngettext
from app.initiatives.models import Initiative
from app.initiatives.queries import partnerships_of
from app.web.answers import saved
from app.web.forms import UNPROCESSABLE, FormDep
from app.web.sheets import is_shown_as_date
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/activities/series")
SERIES = "activities/series.html"
PREPARE: Mapping[str, Callable[[Sheet], object]] = {
    "more": Sheet.add,
    "dates": fill_dates,
    "paste": take_pasted,
}
"""What can be done with the sheet before it is sent, by the button that asks for it."""


@router.get("")
def ask_for_series(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog
) -> Response:
    """With dates filled in where the address asks for them: `?every=week&starts_on=…&ends_on=…`."""
    form = first_form(session, actor, initiative.key)
    asked = {name: request.query_params.getlist(name) for name in DatesWanted.model_fields}
    form.typed |= {name: values for name, values in asked.items() if values}
    sheet = Sheet.of(form)
    with form.or_again(request, SERIES, **_page(session, initiative, sheet)):
        if form["every"]:
            fill_dates(sheet)
    return render(request, SERIES, form=form, **_page(session, initiative, sheet))


@router.post("")
def log_series(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog, form: FormDep
) -> Response:
    sheet = Sheet.of(form)
    page = _page(session, initiative, sheet)
    with form.or_again(request, SERIES, **page):
        if prepare := PREPARE.get(form["_act"]):
            prepare(sheet)
            return render(request, SERIES, form=form, **page)
        entries = log_rows(
            session, initiative, sheet, side_of(actor, partnerships_of(session, initiative.key))
        )
    if form.errors:
        return render(request, SERIES, status=UNPROCESSABLE, form=form, **page | {"entries": entries})
    return saved(request, f"/initiatives/{initiative.slug}/journal?kind=activity", _said(len(entries)))


def _page(session: Session, initiative: Initiative, sheet: Sheet) -> dict[str, Any]:
    """The context of `activities/series.html`; `entries` are those just stored, while others are not."""
    return {
        "sheet": sheet,
        "columns": COLUMNS,
        "most": MOST_ROWS,
        "is_shown_as_date": is_shown_as_date,
        "entries": [],
        **around(session, initiative),
    }


def _said(count: int) -> str:
    text = ngettext("Saved. One entry is in the log.", "Saved. {count} entries are in the log.", count)
    return text.format(count=count)
