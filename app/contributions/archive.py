"""What of contributions can be archived and brought back."""

from sqlmodel import Session

from app.access import Right
from app.archiving import Archivable
from app.contributions.models import Contribution, Explanation
from app.i18n import N_
from app.learning.titles import in_a_line


def _claim(session: Session, contribution: Contribution) -> str:
    return in_a_line(contribution.text)


def _explanation(session: Session, explanation: Explanation) -> str:
    return in_a_line(explanation.text)


CONTRIBUTIONS = Archivable(
    "contributions",
    Contribution,
    Right.EVALUATE,
    N_("Archived contributions"),
    _claim,
    shown=lambda row: f"contributions/{row.key}",
)
EXPLANATIONS = Archivable(
    "explanations",
    Explanation,
    Right.EVALUATE,
    N_("Archived explanations"),
    _explanation,
    listed=lambda row: f"contributions/{row.contribution_id}",
)
