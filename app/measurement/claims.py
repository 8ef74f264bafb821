"""Claimed against evidenced: what somebody says of who led a phase, and what its log shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.measurement.axes import (
    Basis,
    Reading,
    counting_tags,
    delivery_reading,
    gather,
    planning_reading,
)
from app.measurement.cell import happened
from app.measurement.missing import Missing, MissingReason
from app.measurement.records import Activity, Claim, Phase
from app.measurement.thresholds import DEFAULT, Thresholds
from app.vocabulary import ClaimStatus, Lead, PhaseKind, Tag


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who led one phase, or one kind of phase, by the log."""

    lead: Lead | Missing
    tags: tuple[Tag, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class PhaseLead:
    """One phase on one day: the claim, the evidence, and whether they agree. `entries` decide it."""

    phase_id: int
    kind: PhaseKind
    claimed: Lead | Missing
    claimed_on: date | None
    evidenced: Lead | Missing
    status: ClaimStatus
    evidence: Evidence

    @property
    def entries(self) -> tuple[int, ...]:
        return self.evidence.basis.entries


@dataclass(frozen=True, slots=True)
class ClaimCount:
    """Made to be read as '2 of 3 claimed phases evidenced': counts, never a percentage of so few."""

    claimed: int
    evidenced: int


def phase_leads(
    phases: Iterable[Phase],
    activities: Sequence[Activity],
    claims: Sequence[Claim],
    as_of: date,
    thresholds: Thresholds = DEFAULT,
) -> tuple[PhaseLead, ...]:
    """Every phase begun by `as_of`, in order of time."""
    begun = sorted((p for p in phases if p.starts_on <= as_of), key=lambda phase: (phase.starts_on, phase.id))
    return tuple(phase_lead(phase, activities, claims, as_of, thresholds) for phase in begun)


def phase_lead(
    phase: Phase,
    activities: Sequence[Activity],
    claims: Sequence[Claim],
    as_of: date,
    thresholds: Thresholds = DEFAULT,
) -> PhaseLead:
    own = [a for a in happened(activities, as_of) if a.phase_id == phase.id]
    evidence = evidence_for(phase.kind, own, thresholds)
    claim = last_claim(phase.id, claims, as_of)
    claimed = claim.lead if claim else Missing(MissingReason.NOT_RECORDED)
    return PhaseLead(
        phase_id=phase.id,
        kind=phase.kind,
        claimed=claimed,
        claimed_on=claim.claimed_on if claim else None,
        evidenced=evidence.lead,
        status=claim_status(claimed, evidence.lead),
        evidence=evidence,
    )


def evidence_for(
    kind: PhaseKind, activities: Sequence[Activity], thresholds: Thresholds = DEFAULT
) -> Evidence:
    """The rule of the axis, applied to these activities alone, behind the same gate.

    Delivery is read as delivery. Commissioning, design and assessment are read as planning: they are the
    citizens' voice, where hours mean little without a say in the decision.
    """
    basis = gather(activities, thresholds)
    reading = _reading(kind, basis, thresholds)
    return Evidence(reading.lead, reading.tags + counting_tags(basis), basis)


def evidence_by_kind(
    activities: Sequence[Activity], as_of: date, thresholds: Thresholds = DEFAULT
) -> dict[PhaseKind, Evidence]:
    """Who led each of the four Co's over all cycles of it."""
    counted = happened(activities, as_of)
    return {
        kind: evidence_for(kind, [a for a in counted if a.phase_kind is kind], thresholds)
        for kind in PhaseKind
    }


def last_claim(phase_id: int, claims: Iterable[Claim], as_of: date) -> Claim | None:
    """The newest claim on a phase by a day; of several on one day, the one given last."""
    made = [c for c in claims if c.phase_id == phase_id and c.claimed_on <= as_of]
    return max(reversed(made), key=lambda claim: claim.claimed_on, default=None)


def claim_status(claimed: Lead | Missing, evidenced: Lead | Missing) -> ClaimStatus:
    """A claim is evidenced only by the same lead. "Nobody led" claims nothing that a log could show."""
    if claimed is Lead.NOBODY or isinstance(claimed, Missing):
        missing = isinstance(evidenced, Missing)
        return ClaimStatus.NONE if missing else ClaimStatus.EVIDENCED_NOT_CLAIMED
    return ClaimStatus.CLAIMED_AND_EVIDENCED if claimed is evidenced else ClaimStatus.CLAIMED_NOT_EVIDENCED


def claim_count(leads: Iterable[PhaseLead]) -> ClaimCount:
    statuses = [lead.status for lead in leads]
    evidenced = statuses.count(ClaimStatus.CLAIMED_AND_EVIDENCED)
    return ClaimCount(evidenced + statuses.count(ClaimStatus.CLAIMED_NOT_EVIDENCED), evidenced)


def _reading(kind: PhaseKind, basis: Basis, thresholds: Thresholds) -> Reading:
    read = delivery_reading if kind is PhaseKind.DELIVERY else planning_reading
    return read(basis, thresholds.sole_share, thresholds)
