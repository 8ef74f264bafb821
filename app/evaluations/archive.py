"""What of evaluations can be archived and brought back."""

from sqlmodel import Session

from app.access import Right
from app.archiving import Archivable
from app.evaluations.models import WarningAnswer
from app.i18n import N_
from app.learning.titles import in_a_line


def _text(session: Session, answer: WarningAnswer) -> str:
    return in_a_line(answer.text)


ANSWERS = Archivable(
    "warning-answers",
    WarningAnswer,
    Right.LOG,
    N_("Archived answers to warnings"),
    _text,
    listed=lambda answer: "evaluation#check",
)
