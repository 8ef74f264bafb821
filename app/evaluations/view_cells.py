"""How both sides see who led a phase, as the matrix shows it: a scale, two short lines, the gap in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.charts.scale5 import Scale5, scale5
from app.evaluations.sentences import people
from app.measurement.missing import Missing
from app.measurement.views import PhaseViews, SideView
from app.vocabulary import Side


@dataclass(frozen=True, slots=True)
class ShownSide:
    text: str
    is_masked: bool


@dataclass(frozen=True, slots=True)
class ViewsCell:
    """Without a scale where neither side can be shown. Views are nameless: there are no entries to open."""

    scale: Scale5 | None
    title: str
    sides: Sequence[ShownSide]
    gap: str


def views_cell(found: PhaseViews) -> ViewsCell:
    citizens, professionals = _median(found.citizens), _median(found.professionals)
    is_shown = citizens is not None or professionals is not None
    return ViewsCell(
        scale=scale5(citizens, professionals) if is_shown else None,
        title=people.phase_views(found),
        sides=[_side(found.citizens, Side.CITIZENS), _side(found.professionals, Side.PROFESSIONALS)],
        gap=people.gap(found) if citizens is not None and professionals is not None else "",
    )


def _side(found: SideView | Missing, side: Side) -> ShownSide:
    return ShownSide(people.side_in_short(found, side), isinstance(found, Missing))


def _median(found: SideView | Missing) -> float | None:
    return None if isinstance(found, Missing) else found.median
