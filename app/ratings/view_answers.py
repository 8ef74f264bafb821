"""Both sides' views of a phase as programs read them: counts and medians, from the threshold on."""

from datetime import date

from sqlmodel import Session

from app.initiatives.models import Phase
from app.measurement.missing import Missing
from app.measurement.views import PhaseViews, SideView, phase_views
from app.ratings.queries import shown_views
from app.ratings.schemas import PhaseViewsPublic, SideViewPublic


def views_of(session: Session, phase: Phase, as_of: date) -> PhaseViewsPublic:
    """As colleagues may see them: outside the organization the threshold is higher."""
    views = shown_views(session, [phase.initiative_id]).get(phase.initiative_id, [])
    return as_public(phase_views(phase.key, views, as_of), as_of)


def as_public(found: PhaseViews, as_of: date) -> PhaseViewsPublic:
    return PhaseViewsPublic(
        phase_id=found.phase_id,
        as_of=as_of,
        citizens=side_as_public(found.citizens),
        professionals=side_as_public(found.professionals),
        gap=None if isinstance(found.gap, Missing) else plain(found.gap),
    )


def side_as_public(found: SideView | Missing) -> SideViewPublic:
    """How many there are below the threshold stays untold, also when it is nobody."""
    if isinstance(found, Missing):
        return SideViewPublic(n=f"<{found.need}", median=None, distribution=None)
    return SideViewPublic(n=found.n, median=plain(found.median), distribution=list(found.distribution))


def plain(median: float) -> str:
    """4 or 3.5"""
    return f"{median:g}"
