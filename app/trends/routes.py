"""Pages of the trend of one indicator."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.clock import today
from app.dependencies import Cursor, InitiativeToRead, RowId, SessionDep, row_of
from app.fields import EMPTY_MEANS_ALL, PastDay
from app.indicators.models import Indicator
from app.trends.document import trend
from app.trends.page import trend_page
from app.web.pagination import After
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/indicators/{indicator_id}")
AsOf = Annotated[PastDay | None, EMPTY_MEANS_ALL, Query()]


@router.get("")
def show_trend(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    indicator_id: RowId,
    as_of: AsOf = None,
    cursor: Cursor = None,
) -> Response:
    indicator = row_of(session, Indicator, initiative, indicator_id)
    found = trend(session, initiative, indicator, as_of or today())
    page = trend_page(session, initiative, found, request.state.rights, After.parse(cursor))
    return render(request, "trends/trend.html", **page)
