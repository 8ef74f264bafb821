"""Pages of what is learned: the four lists, one entry of any kind, and the form that writes it."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from sqlmodel import Session

from app.clock import today
from app.database.idempotency import once
from app.dependencies import About, Cursor, InitiativeToLog, InitiativeToRead, RowId, SessionDep, row_of
from app.evidence.queries import files_of
from app.i18n import _
from app.initiatives.models import Initiative
from app.initiatives.pages import frame, phase_choices
from app.learning.kinds import KINDS, STORIES, Kind, kind_named
from app.learning.queries import count_entries, entries_of, measures_of, some_of
from app.web.addresses import ids_in
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.pagination import PAGE_SIZE, After
from app.web.patches import patched
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/learning")
FORM = "learning/form.html"
SHOWN = 5
"""Entries of each kind on the page of all four; the rest is one link away."""

KindInAddress = Annotated[Kind, Depends(kind_named)]


@router.get("")
def show_learning(request: Request, session: SessionDep, initiative: InitiativeToRead) -> Response:
    some = [(kind, some_of(session, kind.table, initiative.key, SHOWN)) for kind in KINDS.values()]
    return render(request, "learning/learning.html", lists=some, **around(session, initiative))


@router.get("/{kind}")
def list_entries(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    kind: KindInAddress,
    cursor: Cursor = None,
    ids: str = "",
    indicator_id: About = None,
) -> Response:
    wanted, about = ids_in(ids), indicator_id if kind is STORIES else None
    return render(
        request,
        "learning/list.html",
        kind=kind,
        ids=wanted,
        about=about,
        page=entries_of(session, kind.table, initiative.key, After.parse(cursor), PAGE_SIZE, wanted, about),
        count=count_entries(session, kind.table, initiative.key, wanted, about),
        **around(session, initiative),
    )


@router.get("/{kind}/new")
def ask_for_entry(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToLog,
    kind: KindInAddress,
    indicator_id: About = None,
) -> Response:
    form = Form.showing({kind.day: today(), "indicator_id": indicator_id})
    return render(request, FORM, form=form, kind=kind, entry=None, **around(session, initiative))


@router.post("/{kind}")
def log_entry(
    request: Request, session: SessionDep, initiative: InitiativeToLog, kind: KindInAddress, form: FormDep
) -> Response:
    with form.or_again(request, FORM, kind=kind, entry=None, **around(session, initiative)):
        new = kind.rules.model_validate(form.read(kind.asks).model_dump())
        entry = once(
            session,
            form.idempotency_key,
            kind.table,
            new,
            lambda: kind.log(session, initiative, new),
            below=initiative,
        )
    return saved(request, address(initiative, kind, entry.key), _("Saved. Your entry is in the log."))


@router.get("/{kind}/{row_id}")
def show_entry(
    request: Request, session: SessionDep, initiative: InitiativeToRead, kind: KindInAddress, row_id: RowId
) -> Response:
    entry = row_of(session, kind.table, initiative, row_id)
    files = files_of(session, initiative.key, kind.entry, row_id)
    page = around(session, initiative)
    return render(request, "learning/entry.html", kind=kind, entry=entry, files=files, **page)


@router.get("/{kind}/{row_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToLog, kind: KindInAddress, row_id: RowId
) -> Response:
    entry = row_of(session, kind.table, initiative, row_id)
    form = Form.showing(entry)
    return render(request, FORM, form=form, kind=kind, entry=entry, **around(session, initiative))


@router.post("/{kind}/{row_id}/edit")
def edit_entry(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToLog,
    kind: KindInAddress,
    row_id: RowId,
    form: FormDep,
) -> Response:
    entry = row_of(session, kind.table, initiative, row_id)
    with form.or_again(request, FORM, kind=kind, entry=entry, **around(session, initiative)):
        words = form.read(kind.asks).model_dump(exclude_unset=True)
        kind.edit(session, entry, patched(kind.rules, entry, words), form.version)
    return saved(request, address(initiative, kind, row_id), _("Saved. The entry is changed."))


def address(initiative: Initiative, kind: Kind, row_id: int) -> str:
    return f"/initiatives/{initiative.slug}/learning/{kind.path}/{row_id}"


def around(session: Session, initiative: Initiative) -> dict[str, Any]:
    """The frame, the names of phases and indicators by id, and the days that waiting and lasting count to."""
    return {
        **frame(session, initiative),
        "phases": phase_choices(session, initiative),
        "measures": measures_of(session, initiative.key),
        "today": today(),
        "until": min(today(), initiative.ends_on or today()),
    }
