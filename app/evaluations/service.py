"""Writing of what a team answers to the warnings of its log."""

from sqlmodel import Session

from app.database.editing import edit
from app.evaluations.models import WarningAnswer
from app.evaluations.schemas import WarningAnswerCreate
from app.i18n import _
from app.initiatives.models import Initiative
from app.initiatives.queries import phases_of
from app.refusals import Invalid


def answer_warning(session: Session, initiative: Initiative, new: WarningAnswerCreate) -> WarningAnswer:
    _check_phase(session, initiative.key, new.phase_id)
    answer = WarningAnswer(initiative_id=initiative.key, **new.model_dump())
    session.add(answer)
    session.flush()
    return answer


def edit_answer(
    session: Session, answer: WarningAnswer, change: WarningAnswerCreate, version: int | None
) -> WarningAnswer:
    if change.phase_id != answer.phase_id:
        _check_phase(session, answer.initiative_id, change.phase_id)
    return edit(session, answer, change, version)


def _check_phase(session: Session, initiative_id: int, phase_id: int | None) -> None:
    """A phase of another initiative is refused like one that does not exist."""
    if phase_id is not None and phase_id not in {phase.key for phase in phases_of(session, initiative_id)}:
        raise Invalid({"phase_id": _("Choose a phase of this initiative.")})
