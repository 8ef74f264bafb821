"""Pages to import values: the file, what its columns hold, the dry run, and what is stored."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from sqlmodel import Session

from app.access import Actor
from app.dependencies import InitiativeToLog, SessionDep, SignedIn
from app.exchange import pages, service
from app.exchange.pages import Step
from app.exchange.queries import import_on_its_way, import_stored, imports_stored
from app.exchange.upload_routes import LARGEST_UPLOAD, SentFile
from app.i18n import _
from app.initiatives.models import Initiative
from app.web.addresses import LARGEST_ID, number_in
from app.web.answers import saved, see
from app.web.csv import MEDIA_TYPE, csv_lines
from app.web.downloads import as_attachment
from app.web.forms import CONFLICT, Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/import")
START, COLUMNS, CHECK = "exchange/start.html", "exchange/columns.html", "exchange/check.html"
Number = Annotated[int | None, Query(ge=1, le=LARGEST_ID)]
PageNumber = Annotated[int, Query(ge=1, le=100_000)]


@router.get("")
def ask_for_file(
    request: Request,
    session: SessionDep,
    actor: SignedIn,
    initiative: InitiativeToLog,
    indicator: Number = None,
) -> Response:
    """`indicator` is the one whose page the person comes from."""
    form = Form.showing({"wanted": indicator})
    return render(request, START, form=form, **pages.start_page(session, initiative, actor.person_id))


@router.post("", max_body_size=LARGEST_UPLOAD)
def receive_file(
    request: Request, sent: SentFile, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog
) -> Response:
    with sent.form.or_again(request, START, **pages.start_page(session, initiative, actor.person_id)):
        sent.table()
        wanted = sent.form["wanted"]
        service.receive(session, initiative, actor.person_id, sent.name, sent.content, wanted)
    return see(f"{_address(initiative)}/columns")


@router.get("/columns")
def ask_for_columns(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog
) -> Response:
    opened = _opened(request, session, actor, initiative)
    if opened is None:
        return _nothing_waits(request, initiative)
    page = pages.columns_page(session, initiative, opened)
    return render(request, COLUMNS, form=opened.form, **page)


@router.post("/columns")
def say_what_columns_hold(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog, form: FormDep
) -> Response:
    opened = _opened(request, session, actor, initiative, form)
    if opened is None or form["_file"] != str(opened.waiting.key):
        return _nothing_waits(request, initiative)
    with form.or_again(request, COLUMNS, **pages.columns_page(session, initiative, opened)):
        opened.plan()
        service.keep_typed(session, opened.waiting, form.typed)
    return see(f"{_address(initiative)}/check")


@router.get("/check")
def show_dry_run(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog, page: PageNumber = 1
) -> Response:
    opened = _opened(request, session, actor, initiative)
    if opened is None:
        return _nothing_waits(request, initiative)
    with opened.form.or_again(request, COLUMNS, **pages.columns_page(session, initiative, opened)):
        _plan, run = opened.run(session, initiative)
    shown = pages.check_page(session, initiative, opened.waiting, run, page)
    return render(request, CHECK, has_moved=False, **shown)


@router.get("/check.csv")
def download_report(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog
) -> Response:
    opened = _opened(request, session, actor, initiative)
    if opened is None:
        return _nothing_waits(request, initiative)
    _plan, run = opened.run(session, initiative)
    head, lines = pages.report_lines(run)
    name = as_attachment(f"{initiative.slug}-import.csv")
    return StreamingResponse(csv_lines(head, lines), media_type=MEDIA_TYPE, headers=name)


@router.post("/store")
def store_values(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog, form: FormDep
) -> Response:
    """What was promised or nothing: if the log has changed meanwhile, the dry run is shown as it is now."""
    service.hold(session, initiative)
    opened = _opened(request, session, actor, initiative, kept=True)
    if opened is None or form["_file"] != str(opened.waiting.key):
        return _stored_already(request, session, actor, initiative, form)
    with opened.form.or_again(request, COLUMNS, **pages.columns_page(session, initiative, opened)):
        plan, run = opened.run(session, initiative)
    if run.fingerprint != form["_promised"] or not run.values:
        shown = pages.check_page(session, initiative, opened.waiting, run, 1)
        return render(request, CHECK, status=CONFLICT, has_moved=True, **shown)
    service.store(session, initiative, opened.waiting, plan, run)
    return see(f"{_address(initiative)}/stored?number={opened.waiting.key}")


@router.post("/discard")
def discard_file(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog
) -> Response:
    waiting = import_on_its_way(session, actor.person_id, initiative.key, kept=True)
    if waiting is not None:
        service.discard(session, waiting)
    return saved(request, _address(initiative), _("The file is gone. Nothing of it is stored."))


@router.get("/stored")
def show_stored(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog, number: Number = None
) -> Response:
    earlier = imports_stored(session, actor.person_id, initiative.key)
    done = next((one for one in earlier if number in {None, one.key}), None)
    if done is None:
        return see(_address(initiative))
    return render(request, "exchange/stored.html", **pages.stored_page(session, initiative, done))


@router.post("/undo")
def undo_import(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog, form: FormDep
) -> Response:
    number = number_in(form["number"])
    done = import_stored(session, actor.person_id, initiative.key, number) if number else None
    if done is None:
        return see(_address(initiative))
    stay = 0 if done.undone_at else service.undo(session, done)
    said = (
        _("Taken back. What was imported is archived.")
        if not stay
        else _("Taken back, but for what was changed or locked since: {count}.").format(count=stay)
    )
    return saved(request, f"{_address(initiative)}/stored?number={done.key}", said)


def _opened(
    request: Request,
    session: Session,
    actor: Actor,
    initiative: Initiative,
    form: Form | None = None,
    *,
    kept: bool = False,
) -> Step | None:
    """The file that this person has here, if one waits."""
    waiting = import_on_its_way(session, actor.person_id, initiative.key, kept=kept)
    return pages.step(session, initiative, waiting, request.state.rights, form) if waiting else None


def _nothing_waits(request: Request, initiative: Initiative) -> Response:
    return saved(request, _address(initiative), _("No file waits here any more. Choose one to begin."))


def _stored_already(
    request: Request, session: Session, actor: Actor, initiative: Initiative, form: Form
) -> Response:
    """A form sent twice gets the same answer; one of a file that is gone begins again."""
    number = number_in(form["_file"])
    done = import_stored(session, actor.person_id, initiative.key, number) if number else None
    if done is None:
        return _nothing_waits(request, initiative)
    return see(f"{_address(initiative)}/stored?number={done.key}")


def _address(initiative: Initiative) -> str:
    return f"/initiatives/{initiative.slug}/import"
