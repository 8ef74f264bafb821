"""The page on which the entries that a finding rests on are sought and ticked."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.dependencies import Cursor, InitiativeToEvaluate, RowId, SessionDep, row_of
from app.findings.ground_queries import grounds_of, name_of
from app.findings.ground_service import rest_on_all
from app.findings.models import Finding
from app.findings.routes import address, around
from app.findings.schemas import EntriesChosen
from app.i18n import _
from app.indicators.sentences import people
from app.initiatives.models import Initiative
from app.journal.pages import address as filters_in
from app.journal.places import seen_at
from app.journal.queries import AfterEntry, journal
from app.journal.schemas import Wanted, wanted_in
from app.refusals import Invalid
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.pagination import PAGE_SIZE
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/findings/{finding_id}/entries")
PAGE = "findings/entries.html"


@router.get("")
def seek_entries(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToEvaluate,
    finding_id: RowId,
    cursor: Cursor = None,
) -> Response:
    finding = row_of(session, Finding, initiative, finding_id)
    return render(request, PAGE, form=Form(), **_page(request, session, initiative, finding, cursor))


@router.post("")
def rest_on_entries(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToEvaluate,
    finding_id: RowId,
    form: FormDep,
    cursor: Cursor = None,
) -> Response:
    finding = row_of(session, Finding, initiative, finding_id)
    with form.or_again(request, PAGE, **_page(request, session, initiative, finding, cursor)):
        chosen = form.read(EntriesChosen)
        rest_on_all(session, finding, chosen.names, chosen.note)
    return saved(request, address(initiative, finding_id), _("Saved. The finding names what it rests on."))


def _page(
    request: Request, session: Session, initiative: Initiative, finding: Finding, cursor: str | None
) -> dict[str, Any]:
    filters, wanted = _narrowed(request)
    page = journal(session, initiative.key, wanted, AfterEntry.parse(cursor), PAGE_SIZE)
    return {
        "finding": finding,
        "filters": filters,
        "wanted": wanted,
        "entries_found": page.items,
        "older": filters_in(wanted, cursor=page.next) if page.next else "",
        "query": request.url.query,
        "named": {name_of(ground) for ground in grounds_of(session, finding.key)},
        "seen_at": seen_at,
        "people_in_words": people,
        **around(session, initiative),
    }


def _narrowed(request: Request) -> tuple[Form, Wanted]:
    """What cannot be read narrows nothing, and says so beside its field."""
    filters = Form({name: request.query_params.getlist(name) for name in request.query_params})
    try:
        return filters, wanted_in(filters.typed)
    except Invalid as invalid:
        filters.errors = invalid.errors
        return filters, Wanted()
