"""Pages of the history of an initiative: all of it, one record's, and the files that hold it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import StreamingResponse

from app.access import Right
from app.dependencies import Cursor, InitiativeToRead, RowId, SessionDep, initiative_with
from app.history.export import Export
from app.history.kinds import OF_INITIATIVES, WHOLE_HISTORY, may_see_record
from app.history.pages import filters, page_of, record
from app.history.queries import Wanted, is_empty, of_initiative, of_record
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.refusals import Absent, Forbidden
from app.web.csv import MEDIA_TYPE
from app.web.downloads import as_attachment
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}")
InitiativeToAudit = Annotated[Initiative, Depends(initiative_with(WHOLE_HISTORY))]
WantedDep = Annotated[Wanted, Depends()]
JSON_LINES = "application/jsonl; charset=utf-8"


@router.get("/history")
def show_history(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToAudit,
    wanted: WantedDep,
    cursor: Cursor = None,
) -> Response:
    place = of_initiative(initiative.key)
    return render(
        request,
        "history/history.html",
        **frame(session, initiative),
        **filters(session, place, OF_INITIATIVES),
        **page_of(session, place, wanted, cursor, with_addresses=_sees_addresses(request)),
    )


@router.get("/history.csv")
def export_as_csv(request: Request, initiative: InitiativeToAudit, wanted: WantedDep) -> Response:
    headers = as_attachment(f"{initiative.slug}-history.csv")
    return StreamingResponse(
        _export(request, initiative, wanted).as_csv(), media_type=MEDIA_TYPE, headers=headers
    )


@router.get("/history.jsonl")
def export_as_json_lines(request: Request, initiative: InitiativeToAudit, wanted: WantedDep) -> Response:
    headers = as_attachment(f"{initiative.slug}-history.jsonl")
    return StreamingResponse(
        _export(request, initiative, wanted).as_json_lines(), media_type=JSON_LINES, headers=headers
    )


@router.get("/history/{kind}/{row_id}")
def show_history_of_record(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    kind: str,
    row_id: RowId,
    cursor: Cursor = None,
) -> Response:
    place = of_record(initiative.key, kind, row_id)
    if is_empty(session, place):
        raise Absent
    if not may_see_record(kind, request.state.rights):
        raise Forbidden
    return render(
        request,
        "history/record.html",
        **frame(session, initiative),
        **record(session, kind, row_id),
        **page_of(session, place, Wanted(), cursor, with_addresses=_sees_addresses(request)),
    )


def _export(request: Request, initiative: Initiative, wanted: Wanted) -> Export:
    database = request.app.state.database
    return Export(database, of_initiative(initiative.key), wanted, with_addresses=_sees_addresses(request))


def _sees_addresses(request: Request) -> bool:
    """Whoever may invite a partner sees to which address an invitation went."""
    return Right.MANAGE in request.state.rights
