"""What of findings can be archived and brought back."""

from sqlmodel import Session

from app.access import Right
from app.archiving import Archivable
from app.findings.models import Finding
from app.i18n import N_
from app.learning.titles import in_a_line


def _question(session: Session, finding: Finding) -> str:
    return in_a_line(finding.question)


FINDINGS = Archivable(
    "findings",
    Finding,
    Right.EVALUATE,
    N_("Archived findings"),
    _question,
    shown=lambda finding: f"findings/{finding.key}",
)
