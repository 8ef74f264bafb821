"""What every page of one initiative shows around its own content."""

from typing import Any

from sqlmodel import Session

from app.i18n import _
from app.i18n.countries import country_name
from app.i18n.formats import format_month_short
from app.i18n.labels import label
from app.initiatives.models import Initiative, Phase
from app.initiatives.queries import aims_of, phases_of
from app.organizations.models import Organization


def frame(session: Session, initiative: Initiative) -> dict[str, Any]:
    """The context of `initiatives/_frame.html`: initiative, lead_organization, declared_aim, country_name."""
    return {
        "initiative": initiative,
        "lead_organization": session.get_one(Organization, initiative.organization_id),
        "declared_aim": next(iter(aims_of(session, initiative.key)), None),
        "country_name": country_name(initiative.country),
    }


def phase_choices(session: Session, initiative: Initiative) -> dict[str, str]:
    """Id → name of each phase, for a form; phases that would read alike say when they began."""
    phases = phases_of(session, initiative.key)
    names = [phase_name(phase) for phase in phases]
    return {
        str(phase.key): name if names.count(name) == 1 else _with_start(phase)
        for phase, name in zip(phases, names, strict=True)
    }


def phase_name(phase: Phase) -> str:
    """Its own name after the word for its kind, or that word alone."""
    kind = label(phase.kind)
    return _("{kind}: {name}").format(kind=kind, name=phase.name) if phase.name else kind


def _with_start(phase: Phase) -> str:
    month = format_month_short(phase.starts_on)
    return _("{phase}, from {month}").format(phase=phase_name(phase), month=month)
