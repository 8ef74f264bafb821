"""Pages of findings: the list, one of them, the form that writes it, and the form of the team's response."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from sqlmodel import Session

from app.clock import today
from app.database.idempotency import once
from app.dependencies import (
    About,
    Cursor,
    InitiativeToEvaluate,
    InitiativeToLog,
    InitiativeToRead,
    RowId,
    SessionDep,
    row_of,
)
from app.findings import service
from app.findings.ground_queries import count_grounds, rested_on
from app.findings.models import Finding
from app.findings.queries import count_findings, findings_of
from app.findings.schemas import FindingCreate, FindingResponse
from app.i18n import _
from app.indicators.sentences import people
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.journal.places import seen_at
from app.learning.queries import measures_of
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.pagination import PAGE_SIZE, After
from app.web.patches import patched
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/findings")
IsOpen = Annotated[bool, Query(alias="open", description="Those whose recommendation is not yet followed")]
FORM, RESPONSE = "findings/form.html", "findings/response.html"


@router.get("")
def list_findings(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    indicator_id: About = None,
    *,
    is_open: IsOpen = False,
    cursor: Cursor = None,
) -> Response:
    of, after = initiative.key, After.parse(cursor)
    return render(
        request,
        "findings/list.html",
        page=findings_of(session, of, after, PAGE_SIZE, indicator_id, is_open=is_open),
        count=count_findings(session, of, indicator_id, is_open=is_open),
        open_count=count_findings(session, of, is_open=True),
        grounds=count_grounds(session, of),
        about=indicator_id,
        is_open=is_open,
        **around(session, initiative),
    )


@router.get("/new")
def ask_for_finding(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, indicator_id: About = None
) -> Response:
    form = Form.showing({"found_on": today(), "indicator_id": indicator_id})
    return render(request, FORM, form=form, finding=None, **around(session, initiative))


@router.post("")
def write_finding(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, form: FormDep
) -> Response:
    with form.or_again(request, FORM, finding=None, **around(session, initiative)):
        new = form.read(FindingCreate)
        finding = once(
            session,
            form.idempotency_key,
            Finding,
            new,
            lambda: service.write_finding(session, initiative, new),
            below=initiative,
        )
    return saved(request, address(initiative, finding.key), _("Saved. The team can answer the finding."))


@router.get("/{row_id}")
def show_finding(
    request: Request, session: SessionDep, initiative: InitiativeToRead, row_id: RowId
) -> Response:
    finding = row_of(session, Finding, initiative, row_id)
    return render(
        request,
        "findings/finding.html",
        finding=finding,
        rested=rested_on(session, finding),
        seen_at=seen_at,
        people_in_words=people,
        **around(session, initiative),
    )


@router.get("/{row_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, row_id: RowId
) -> Response:
    finding = row_of(session, Finding, initiative, row_id)
    form = Form.showing(finding)
    return render(request, FORM, form=form, finding=finding, **around(session, initiative))


@router.post("/{row_id}/edit")
def edit_finding(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, row_id: RowId, form: FormDep
) -> Response:
    finding = row_of(session, Finding, initiative, row_id)
    with form.or_again(request, FORM, finding=finding, **around(session, initiative)):
        words = form.read(FindingCreate).model_dump(exclude_unset=True)
        service.edit_finding(session, finding, patched(FindingCreate, finding, words), form.version)
    return saved(request, address(initiative, row_id), _("Saved. The finding is changed."))


@router.get("/{row_id}/response")
def ask_for_response(
    request: Request, session: SessionDep, initiative: InitiativeToLog, row_id: RowId
) -> Response:
    finding = row_of(session, Finding, initiative, row_id)
    form = Form.showing(finding if finding.response else {"responded_on": today()})
    return render(request, RESPONSE, form=form, finding=finding, **around(session, initiative))


@router.post("/{row_id}/response")
def respond_to_finding(
    request: Request, session: SessionDep, initiative: InitiativeToLog, row_id: RowId, form: FormDep
) -> Response:
    finding = row_of(session, Finding, initiative, row_id)
    with form.or_again(request, RESPONSE, finding=finding, **around(session, initiative)):
        words = form.read(FindingResponse).model_dump(exclude_unset=True)
        service.respond_to(session, finding, patched(FindingResponse, finding, words), form.version)
    return saved(request, address(initiative, row_id), _("Saved. The response stands beside the finding."))


def address(initiative: Initiative, row_id: int) -> str:
    return f"/initiatives/{initiative.slug}/findings/{row_id}"


def around(session: Session, initiative: Initiative) -> dict[str, Any]:
    """The frame, and the names of the initiative's indicators by id."""
    return {**frame(session, initiative), "measures": measures_of(session, initiative.key)}
