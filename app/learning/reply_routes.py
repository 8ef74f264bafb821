"""Short forms of their own: a proposal is answered, an obstacle is resolved, a story is taken back."""

from fastapi import APIRouter, Request, Response

from app.clock import today
from app.dependencies import InitiativeToLog, RowId, SessionDep, row_of
from app.i18n import _
from app.learning import service
from app.learning.kinds import OBSTACLES, PROPOSALS, STORIES
from app.learning.models import Obstacle, Proposal, Story
from app.learning.routes import address, around
from app.learning.schemas import ObstacleCreate, ObstacleEnd, ProposalCreate, ProposalReply, StoryCreate
from app.vocabulary import Consent, ProposalAnswer
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.patches import patched
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/learning")
ANSWER, RESOLVE, WITHDRAW = "learning/answer.html", "learning/resolve.html", "learning/withdraw.html"


@router.get("/proposals/{row_id}/answer")
def ask_for_answer(
    request: Request, session: SessionDep, initiative: InitiativeToLog, row_id: RowId
) -> Response:
    proposal = row_of(session, Proposal, initiative, row_id)
    form = _first_answer() if proposal.answer is ProposalAnswer.OPEN else Form.showing(proposal)
    return render(request, ANSWER, form=form, entry=proposal, **around(session, initiative))


@router.post("/proposals/{row_id}/answer")
def answer_proposal(
    request: Request, session: SessionDep, initiative: InitiativeToLog, row_id: RowId, form: FormDep
) -> Response:
    proposal = row_of(session, Proposal, initiative, row_id)
    with form.or_again(request, ANSWER, entry=proposal, **around(session, initiative)):
        reply = form.read(ProposalReply).model_dump(exclude_unset=True)
        service.edit_proposal(session, proposal, patched(ProposalCreate, proposal, reply), form.version)
    return saved(request, address(initiative, PROPOSALS, row_id), _("Saved. The proposal has its answer."))


@router.get("/obstacles/{row_id}/resolve")
def ask_for_end(
    request: Request, session: SessionDep, initiative: InitiativeToLog, row_id: RowId
) -> Response:
    obstacle = row_of(session, Obstacle, initiative, row_id)
    form = Form.showing(obstacle if obstacle.resolved_on else {"resolved_on": today()})
    return render(request, RESOLVE, form=form, entry=obstacle, **around(session, initiative))


@router.post("/obstacles/{row_id}/resolve")
def resolve_obstacle(
    request: Request, session: SessionDep, initiative: InitiativeToLog, row_id: RowId, form: FormDep
) -> Response:
    obstacle = row_of(session, Obstacle, initiative, row_id)
    with form.or_again(request, RESOLVE, entry=obstacle, **around(session, initiative)):
        end = form.read(ObstacleEnd).model_dump(exclude_unset=True)
        service.edit_obstacle(session, obstacle, patched(ObstacleCreate, obstacle, end), form.version)
    return saved(request, address(initiative, OBSTACLES, row_id), _("Saved. The entry is changed."))


@router.get("/stories/{row_id}/withdraw")
def ask_before_withdrawing(
    request: Request, session: SessionDep, initiative: InitiativeToLog, row_id: RowId
) -> Response:
    story = row_of(session, Story, initiative, row_id)
    return render(request, WITHDRAW, form=Form(), entry=story, **around(session, initiative))


@router.post("/stories/{row_id}/withdraw")
def withdraw_story(
    request: Request, session: SessionDep, initiative: InitiativeToLog, row_id: RowId, form: FormDep
) -> Response:
    story = row_of(session, Story, initiative, row_id)
    with form.or_again(request, WITHDRAW, entry=story, **around(session, initiative)):
        change = patched(StoryCreate, story, {"consent": Consent.WITHDRAWN})
        service.edit_story(session, story, change, form.version)
    return saved(request, address(initiative, STORIES, row_id), _("Its words are gone. The rest is kept."))


def _first_answer() -> Form:
    return Form.showing({"answered_on": today()})
