"""The whole process side of an evaluation on one day, from an initiative's log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.measurement.cell import Cell, cell, rolling_cell
from app.measurement.claims import ClaimCount, Evidence, PhaseLead, claim_count, evidence_by_kind, phase_leads
from app.measurement.missing import Missing
from app.measurement.reach import Concentration, Dose, Reach, concentration, dose, reach
from app.measurement.records import Activity, Claim, Phase, View
from app.measurement.thresholds import DEFAULT, Thresholds
from app.measurement.views import PhaseViews, phase_views
from app.measurement.warnings import LogWarning, warnings
from app.vocabulary import PhaseKind


@dataclass(frozen=True, slots=True)
class Process:
    """`phases` and `views` run in the same order, one an entry of the phases begun by `as_of`."""

    as_of: date
    cell: Cell
    rolling: Cell
    phases: tuple[PhaseLead, ...]
    views: tuple[PhaseViews, ...]
    claims: ClaimCount
    kinds: dict[PhaseKind, Evidence]
    reach: Reach | Missing
    dose: Dose
    concentration: Concentration | Missing
    warnings: tuple[LogWarning, ...]
    thresholds: Thresholds


def process(
    phases: Sequence[Phase],
    activities: Sequence[Activity],
    claims: Sequence[Claim],
    views: Sequence[View],
    as_of: date,
    *,
    least_views: int = DEFAULT.disclosure_inside,
    participants: int | None = None,
    eligible: int | None = None,
    thresholds: Thresholds = DEFAULT,
) -> Process:
    """`least_views` is the reader's disclosure threshold: inside or outside the organization."""
    leads = phase_leads(phases, activities, claims, as_of, thresholds)
    return Process(
        as_of=as_of,
        cell=cell(activities, as_of, thresholds),
        rolling=rolling_cell(activities, as_of, thresholds),
        phases=leads,
        views=tuple(phase_views(lead.phase_id, views, as_of, least_views) for lead in leads),
        claims=claim_count(leads),
        kinds=evidence_by_kind(activities, as_of, thresholds),
        reach=reach(participants, eligible),
        dose=dose(activities, as_of),
        concentration=concentration(activities, as_of),
        warnings=warnings(phases, activities, leads, as_of, thresholds),
        thresholds=thresholds,
    )
