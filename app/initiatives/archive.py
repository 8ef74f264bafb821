"""What below an initiative's frame can be archived and brought back: phases, claims, aims, partnerships."""

from sqlmodel import Session

from app.access import Right
from app.archiving import Archivable
from app.i18n import N_, _
from app.i18n.formats import format_day
from app.i18n.labels import label
from app.initiatives.models import Claim, DeclaredAim, Partnership, Phase
from app.initiatives.pages import phase_name
from app.initiatives.service import archive_aim, archive_partner, archive_phase
from app.organizations.models import Organization


def _claim(session: Session, claim: Claim) -> str:
    return _("{phase}, claimed {day}: {lead}").format(
        phase=phase_name(session.get_one(Phase, claim.phase_id)),
        day=format_day(claim.claimed_on),
        lead=label(claim.lead),
    )


def _aim(session: Session, declared: DeclaredAim) -> str:
    return _("{aim}, from {day}").format(aim=label(declared.aim), day=format_day(declared.declared_on))


def _partnership(session: Session, partnership: Partnership) -> str:
    organization = session.get_one(Organization, partnership.organization_id)
    return _("{organization}, {role}").format(organization=organization.name, role=label(partnership.role))


PHASES = Archivable(
    "phases",
    Phase,
    Right.MANAGE,
    N_("Archived phases"),
    lambda session, phase: phase_name(phase),
    archive=archive_phase,
)
CLAIMS = Archivable("claims", Claim, Right.LOG, N_("Archived claims"), _claim, listed=lambda claim: "phases")
AIMS = Archivable("aims", DeclaredAim, Right.MANAGE, N_("Archived aims"), _aim, archive=archive_aim)
PARTNERSHIPS = Archivable(
    "partnerships",
    Partnership,
    Right.MANAGE,
    N_("Archived partnerships"),
    _partnership,
    archive=archive_partner,
    listed=lambda partnership: "partners",
)
