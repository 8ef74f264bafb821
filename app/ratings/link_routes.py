"""Pages to ask people without an account who led a phase: links, their sheets, and what came of them."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.access import Right
from app.clock import today
from app.database.idempotency import once
from app.dependencies import InitiativeToLog, InitiativeToRead, RowId, SessionDep
from app.i18n import _
from app.initiatives.models import Initiative, Phase
from app.initiatives.pages import frame, phase_choices, phase_name
from app.initiatives.queries import phases_of
from app.ratings import service
from app.ratings.links import LinkState, link_rows, state_of
from app.ratings.models import RatingLink
from app.ratings.queries import answers_by_link, rating_links_of
from app.ratings.schemas import LeavingOut, RatingLinkCreate
from app.ratings.sheet import code_of, texts
from app.ratings.tokens import link_token
from app.refusals import Absent, Forbidden
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/ratings")
FORM = "ratings/link_form.html"
LEAVE_OUT = "ratings/leave_out.html"


@router.get("")
def show_links(request: Request, session: SessionDep, initiative: InitiativeToRead) -> Response:
    links = rating_links_of(session, initiative.key)
    counts = answers_by_link(session, initiative.key)
    return render(
        request,
        "ratings/links.html",
        rows=link_rows(links, phases_of(session, initiative.key), counts, today()),
        may_leave_out=_may_leave_out(request),
        phase_name=phase_name,
        **frame(session, initiative),
    )


@router.get("/new")
def ask_for_link(
    request: Request, session: SessionDep, initiative: InitiativeToLog, phase: str = ""
) -> Response:
    return render(request, FORM, form=Form.showing({"phase_id": phase}), **_around(session, initiative))


@router.post("")
def make_link(request: Request, session: SessionDep, initiative: InitiativeToLog, form: FormDep) -> Response:
    with form.or_again(request, FORM, **_around(session, initiative)):
        new = form.read(RatingLinkCreate)
        link = once(
            session,
            form.idempotency_key,
            RatingLink,
            new,
            lambda: service.make_rating_link(session, initiative, new),
            below=initiative,
        )
    return saved(
        request, f"{_links(initiative)}/{link.key}", _("Saved. Print this sheet, or send its address.")
    )


@router.get("/{link_id}")
def show_sheet(
    request: Request, session: SessionDep, initiative: InitiativeToLog, link_id: RowId
) -> Response:
    """Only while somebody can answer by it: a sheet that leads nowhere is not printed again."""
    link = _link(session, initiative, link_id)
    if state_of(link, today()) is not LinkState.OPEN:
        raise Absent
    settings = request.app.state.settings
    address = f"{settings.origin}/rate/{link_token(settings.signing_key, link.key)}"
    phase = session.get_one(Phase, link.phase_id)
    return render(
        request,
        "ratings/sheet.html",
        link=link,
        name=phase_name(phase),
        address=address,
        code=code_of(address),
        texts=texts(phase, link.side),
        initiative=initiative,
    )


@router.post("/{link_id}/revoke")
def revoke_link(
    request: Request, session: SessionDep, initiative: InitiativeToLog, link_id: RowId
) -> Response:
    service.revoke_link(session, _link(session, initiative, link_id))
    message = _("The link is revoked: nobody answers by it any more. What came by it stays counted.")
    return saved(request, _links(initiative), message)


@router.post("/{link_id}/restore")
def restore_link(
    request: Request, session: SessionDep, initiative: InitiativeToLog, link_id: RowId
) -> Response:
    service.restore_link(session, _link(session, initiative, link_id))
    return saved(request, _links(initiative), _("The link is open again."))


@router.get("/{link_id}/leave-out")
def ask_why_left_out(
    request: Request, session: SessionDep, initiative: InitiativeToRead, link_id: RowId
) -> Response:
    link = _to_leave_out(request, session, initiative, link_id)
    return render(request, LEAVE_OUT, form=Form(), **_about(session, initiative, link))


@router.post("/{link_id}/leave-out")
def leave_answers_out(
    request: Request, session: SessionDep, initiative: InitiativeToRead, form: FormDep, link_id: RowId
) -> Response:
    link = _to_leave_out(request, session, initiative, link_id)
    with form.or_again(request, LEAVE_OUT, **_about(session, initiative, link)):
        service.leave_answers_out(session, link, form.read(LeavingOut))
    return saved(request, _links(initiative), _("Saved. The answers that came by this link are not counted."))


@router.post("/{link_id}/count-again")
def count_answers_again(
    request: Request, session: SessionDep, initiative: InitiativeToRead, link_id: RowId
) -> Response:
    service.count_answers_again(session, _to_leave_out(request, session, initiative, link_id))
    return saved(request, _links(initiative), _("Saved. The answers that came by this link count again."))


def _links(initiative: Initiative) -> str:
    return f"/initiatives/{initiative.slug}/ratings"


def _link(session: Session, initiative: Initiative, link_id: int) -> RatingLink:
    """A link of this initiative, revoked ones too, of a phase that is there."""
    link = session.get(RatingLink, link_id)
    if link is None or link.initiative_id != initiative.key:
        raise Absent
    if session.get_one(Phase, link.phase_id).archived_at:
        raise Absent
    return link


def _may_leave_out(request: Request) -> bool:
    """Whoever evaluates or manages; those who only log could leave out what they do not like."""
    return bool({Right.EVALUATE, Right.MANAGE} & request.state.rights)


def _to_leave_out(request: Request, session: Session, initiative: Initiative, link_id: int) -> RatingLink:
    link = _link(session, initiative, link_id)
    if not _may_leave_out(request):
        raise Forbidden
    return link


def _around(session: Session, initiative: Initiative) -> dict[str, Any]:
    return {"initiative": initiative, "phases": phase_choices(session, initiative)}


def _about(session: Session, initiative: Initiative, link: RatingLink) -> dict[str, Any]:
    phase = session.get_one(Phase, link.phase_id)
    return {"initiative": initiative, "link": link, "name": phase_name(phase)}
