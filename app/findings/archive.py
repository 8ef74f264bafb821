"""What of findings can be archived and brought back; an entry that a finding rested on is taken off so."""

from sqlmodel import Session

from app.access import Right
from app.archiving import Archivable
from app.findings.models import Finding, Ground
from app.i18n import N_
from app.i18n.labels import label
from app.learning.titles import in_a_line


def _question(session: Session, finding: Finding) -> str:
    return in_a_line(finding.question)


def _entry(session: Session, ground: Ground) -> str:
    return label(ground.entry_kind)


FINDINGS = Archivable(
    "findings",
    Finding,
    Right.EVALUATE,
    N_("Archived findings"),
    _question,
    shown=lambda finding: f"findings/{finding.key}",
)
GROUNDS = Archivable(
    "grounds",
    Ground,
    Right.EVALUATE,
    N_("Entries taken off findings"),
    _entry,
    listed=lambda row: f"findings/{row.finding_id}",
    archived=N_("Taken off: {title}. The finding does not rest on it any more."),
)
