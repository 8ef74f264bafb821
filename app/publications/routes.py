"""Pages about publications, for those inside: publishing, who sees it, withdrawing, what changed since."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from sqlmodel import Session

from app.clock import today, utc_now
from app.database.idempotency import once
from app.dependencies import Cursor, InitiativeToEvaluate, InitiativeToRead, RowId, SessionDep, row_of
from app.fields import EMPTY_MEANS_ALL
from app.i18n import _
from app.i18n.locale import current_language
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.publications import service
from app.publications.content import chosen
from app.publications.models import Publication
from app.publications.queries import content_in, publications_of
from app.publications.schemas import PublicationCreate, PublicationReachChange, PublicationWithdrawal
from app.publications.since import by_section, changes_between, changes_in_log
from app.reports.page import query_of
from app.reports.schemas import ReportWanted
from app.vocabulary import PublicationReach
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.pagination import PAGE_SIZE, AfterId
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/publications")
FORM, REACH, WITHDRAW = (f"publications/{name}.html" for name in ("form", "reach", "withdraw"))
AsTyped = Annotated[str, Query(max_length=40)]
Against = Annotated[int | None, EMPTY_MEANS_ALL, Query(ge=1, le=2**31 - 1)]


@router.get("")
def list_publications(
    request: Request, session: SessionDep, initiative: InitiativeToRead, cursor: Cursor = None
) -> Response:
    page = publications_of(session, initiative.key, AfterId.parse(cursor), PAGE_SIZE)
    return render(request, "publications/list.html", page=page, **frame(session, initiative))


@router.get("/new")
def ask_what_to_publish(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToEvaluate,
    starts_on: AsTyped = "",
    as_of: AsTyped = "",
) -> Response:
    filled = {"starts_on": starts_on, "as_of": as_of or today(), "language": current_language()}
    form = Form.showing(filled | {"reach": PublicationReach.FUNDERS})
    return render(request, FORM, form=form, **frame(session, initiative))


@router.post("/preview")
def preview(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, form: FormDep
) -> Response:
    """Exactly what outsiders would see; nothing is stored."""
    with form.or_again(request, FORM, **frame(session, initiative)):
        new = form.read(PublicationCreate)
        content = service.content_to_publish(session, initiative, new, utc_now().replace(microsecond=0))
    seen: dict[str, Any] = {"content": content.found, "report": content.report(), "query": _pictures(new)}
    around = frame(session, initiative)
    return render(request, "publications/preview.html", form=form, new=new, **seen, **around)


@router.post("/again")
def ask_again(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, form: FormDep
) -> Response:
    """The form as it was filled in, after a look at what it would publish."""
    return render(request, FORM, form=form, **frame(session, initiative))


@router.post("")
def publish(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, form: FormDep
) -> Response:
    with form.or_again(request, FORM, **frame(session, initiative)):
        new = form.read(PublicationCreate)
        made = once(
            session,
            form.idempotency_key,
            Publication,
            new,
            lambda: service.publish(session, initiative, new),
            below=initiative,
        )
    return saved(request, address(initiative, made.key), _("Published. What it says is never changed."))


@router.get("/{row_id}")
def show_publication(
    request: Request, session: SessionDep, initiative: InitiativeToRead, row_id: RowId
) -> Response:
    publication = row_of(session, Publication, initiative, row_id)
    return render(
        request, "publications/publication.html", **_around(request, session, initiative, publication)
    )


@router.get("/{row_id}/changes")
def show_changes(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    row_id: RowId,
    against: Against = None,
) -> Response:
    publication = row_of(session, Publication, initiative, row_id)
    other = row_of(session, Publication, initiative, against) if against else None
    content = content_in(session, publication)
    found = (
        changes_between(content, content_in(session, other))
        if other
        else changes_in_log(session, initiative, publication, content)
    )
    others = publications_of(session, initiative.key, None, PAGE_SIZE).items
    return render(
        request,
        "publications/changes.html",
        sections=list(by_section(found)),
        other=other,
        others=[one for one in others if one.key != row_id],
        **_around(request, session, initiative, publication),
    )


@router.get("/{row_id}/reach")
def ask_who_sees_it(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, row_id: RowId
) -> Response:
    publication = row_of(session, Publication, initiative, row_id)
    around = _around(request, session, initiative, publication)
    return render(request, REACH, form=Form.showing({"reach": publication.reach}), **around)


@router.post("/{row_id}/reach")
def change_reach(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, row_id: RowId, form: FormDep
) -> Response:
    publication = row_of(session, Publication, initiative, row_id)
    with form.or_again(request, REACH, **_around(request, session, initiative, publication)):
        service.change_reach(session, publication, form.read(PublicationReachChange), form.version)
    return saved(request, address(initiative, row_id), _("Saved. What it says is as it was."))


@router.get("/{row_id}/withdraw")
def ask_why_withdrawn(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, row_id: RowId
) -> Response:
    publication = row_of(session, Publication, initiative, row_id)
    return render(request, WITHDRAW, form=Form(), **_around(request, session, initiative, publication))


@router.post("/{row_id}/withdraw")
def withdraw(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, row_id: RowId, form: FormDep
) -> Response:
    publication = row_of(session, Publication, initiative, row_id)
    with form.or_again(request, WITHDRAW, **_around(request, session, initiative, publication)):
        service.withdraw(session, publication, form.read(PublicationWithdrawal), form.version)
    return saved(request, address(initiative, row_id), _("Saved. Outside, only your reason is shown."))


def address(initiative: Initiative, row_id: int) -> str:
    return f"/initiatives/{initiative.slug}/publications/{row_id}"


def outside_address(request: Request, publication: Publication) -> str:
    """Where those outside read it."""
    part = f"published/{publication.token}" if publication.token else f"publications/{publication.key}"
    return f"{request.app.state.settings.origin}/{part}"


def _pictures(new: PublicationCreate) -> str:
    """What asks the report for the pictures of a preview, which are kept nowhere yet."""
    wanted = ReportWanted(starts_on=new.starts_on, as_of=new.as_of, sections=list(chosen(new)))
    return query_of(wanted)


def _around(
    request: Request, session: Session, initiative: Initiative, publication: Publication
) -> dict[str, Any]:
    read_at = outside_address(request, publication)
    return {**frame(session, initiative), "publication": publication, "read_at": read_at}
