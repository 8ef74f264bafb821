"""The page on which somebody signed in says who led a phase: counted without the name."""

from typing import Any

from fastapi import APIRouter, Request, Response

from app.access import Actor
from app.clock import today
from app.dependencies import InitiativeToLog, RowId, SessionDep, SignedIn, row_of
from app.i18n import _
from app.initiatives.models import Initiative, Phase
from app.initiatives.pages import phase_name
from app.ratings import service
from app.ratings.schemas import NOT_AN_ANSWER, ViewCreate
from app.ratings.tokens import answerer_hash
from app.ratings.words import answers, in_plain_words
from app.refusals import Invalid
from app.vocabulary import MemberRole, Side
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/phases/{phase_id}/views")
FORM = "ratings/view_form.html"


@router.get("/new")
def ask_for_view(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog, phase_id: RowId
) -> Response:
    phase = row_of(session, Phase, initiative, phase_id)
    form = Form.showing({"side": side_of(actor)})
    return render(request, FORM, form=form, **_around(initiative, phase))


@router.post("")
def give_view(
    request: Request,
    session: SessionDep,
    actor: SignedIn,
    initiative: InitiativeToLog,
    form: FormDep,
    phase_id: RowId,
) -> Response:
    phase = row_of(session, Phase, initiative, phase_id)
    with form.or_again(request, FORM, **_around(initiative, phase)):
        new = _answer(form)
        who = f"person {actor.person_id}"
        key = request.app.state.settings.signing_key
        hashed = answerer_hash(key, who, phase.key, new.side, today())
        kept = service.rate(session, phase, new.side, new.rating, hashed)
    return saved(request, f"/initiatives/{initiative.slug}/phases", _said(kept))


def side_of(actor: Actor) -> str:
    """The side somebody most likely speaks for; they can choose the other."""
    return Side.CITIZENS if MemberRole.CITIZEN in actor.roles.values() else Side.PROFESSIONALS


def _answer(form: Form) -> ViewCreate:
    if not form["rating"]:
        raise Invalid({"rating": _(NOT_AN_ANSWER)})
    return form.read(ViewCreate)


def _said(kept: bool) -> str:  # noqa: FBT001  # the answer of the service, put into words
    if kept:
        return _("Saved, without your name. It is shown once there are enough answers of your side.")
    return _("You gave your view of this phase today already. One a day counts.")


def _around(initiative: Initiative, phase: Phase) -> dict[str, Any]:
    return {
        "initiative": initiative,
        "phase": phase,
        "name": phase_name(phase),
        "plainly": in_plain_words(phase.kind),
        "answers": answers(),
    }
