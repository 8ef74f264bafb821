"""The trend of one indicator as a file: its picture as SVG and PNG, its values as CSV."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse

from app.clock import today
from app.dependencies import InitiativeToRead, RowId, SessionDep, row_of
from app.evidence.names import as_seen
from app.fields import EMPTY_MEANS_ALL, PastDay
from app.indicators.models import Indicator
from app.indicators.observation_queries import statuses_seen
from app.initiatives.models import Initiative
from app.trends.document import Trend, trend
from app.trends.raster import as_png
from app.trends.standalone import Standalone, fit_for_xml, standalone
from app.trends.table_csv import ValueTable
from app.web.csv import MEDIA_TYPE
from app.web.downloads import as_attachment
from app.web.templating import environment

router = APIRouter(prefix="/initiatives/{slug}/indicators/{indicator_id}")
SVG, PNG = "image/svg+xml", "image/png"
BOXED_IN = {"Content-Security-Policy": "sandbox"}
LONGEST_PART = 60
AsOf = Annotated[PastDay | None, EMPTY_MEANS_ALL, Query()]
Screen = Annotated[str, Query(description="`no` keeps outlying steps in the average behind the limits")]


def trend_asked_for(
    session: SessionDep,
    initiative: InitiativeToRead,
    indicator_id: RowId,
    as_of: AsOf = None,
    screen: Screen = "",
) -> Trend:
    """As the page shows it with the same words in its address."""
    indicator = row_of(session, Indicator, initiative, indicator_id)
    return trend(session, initiative, indicator, as_of or today(), screened=screen != "no")


TrendAskedFor = Annotated[Trend, Depends(trend_asked_for)]


@router.get("/trend.svg")
def download_as_svg(initiative: InitiativeToRead, found: TrendAskedFor) -> Response:
    headers = _named(initiative, found, "svg") | BOXED_IN
    return Response(_svg(standalone(found, initiative.name)), media_type=SVG, headers=headers)


@router.get("/trend.png")
def download_as_png(initiative: InitiativeToRead, found: TrendAskedFor) -> Response:
    file = standalone(found, initiative.name)
    headers = _named(initiative, found, "png")
    return Response(as_png(_svg(file), file.width), media_type=PNG, headers=headers)


@router.get("/trend.csv")
def download_as_csv(
    request: Request, session: SessionDep, initiative: InitiativeToRead, found: TrendAskedFor
) -> Response:
    session.expunge(found.row)  # read while the file is on its way, when this session is over
    table = ValueTable(request.app.state.database, found, statuses_seen(request.state.rights))
    headers = _named(initiative, found, "csv")
    return StreamingResponse(table.as_csv(), media_type=MEDIA_TYPE, headers=headers)


def _svg(file: Standalone) -> str:
    return fit_for_xml(environment().get_template("trends/standalone.svg").render(file=file))


def _named(initiative: Initiative, found: Trend, ending: str) -> dict[str, str]:
    """A sign that parts folders would cut a name short."""
    names = (name.replace("/", "-").replace("\\", "-") for name in (initiative.name, found.row.name))
    stem = ", ".join([*(as_seen(name)[:LONGEST_PART] for name in names), found.as_of.isoformat()])
    return as_attachment(f"{stem}.{ending}")
