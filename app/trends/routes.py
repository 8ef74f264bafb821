"""The page of the trend of one indicator."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.clock import today
from app.dependencies import Cursor, InitiativeToRead, RowId, SessionDep, row_of
from app.fields import EMPTY_MEANS_ALL, PastDay
from app.indicators.models import Indicator
from app.refusals import Invalid
from app.trends.document import trend
from app.trends.page import trend_page
from app.trends.schemas import Day
from app.web.forms import Form
from app.web.pagination import After
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/indicators/{indicator_id}")
AsOf = Annotated[PastDay | None, EMPTY_MEANS_ALL, Query(description="By the day of the observations")]
AsTyped = Annotated[str, Query(description="The day that the trend is looked at from; empty is today")]
Screen = Annotated[str, Query(description="`no` keeps outlying steps in the average behind the limits")]


@router.get("")
def show_trend(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    indicator_id: RowId,
    as_of: AsTyped = "",
    screen: Screen = "",
    cursor: Cursor = None,
) -> Response:
    """A day that cannot be is refused beside its field, above the trend as it stands today."""
    indicator = row_of(session, Indicator, initiative, indicator_id)
    form = Form({"as_of": [as_of]})
    try:
        day = form.read(Day).as_of
    except Invalid as invalid:
        form.errors, day = invalid.errors, None
    found = trend(session, initiative, indicator, day or today(), screened=screen != "no")
    page = trend_page(session, initiative, found, request.state.rights, After.parse(cursor))
    return render(request, "trends/trend.html", status=422 if form.errors else 200, form=form, **page)
