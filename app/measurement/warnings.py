"""What in a log should make its readers ask: warnings of tokenism, each with its rule and its entries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.measurement.axes import citizens_only_worked, gather
from app.measurement.cell import happened
from app.measurement.claims import PhaseLead
from app.measurement.months import add_months
from app.measurement.records import Activity, Phase
from app.measurement.thresholds import DEFAULT, Thresholds
from app.vocabulary import (
    PLANNING_KINDS,
    CitizenRole,
    ClaimStatus,
    Decision,
    EntryKind,
    PhaseKind,
    Side,
    WarningRule,
)


@dataclass(frozen=True, slots=True)
class LogWarning:
    """`count` of `of` entries fired the rule; phase, side and day are set where the rule is about one.

    `entry_kind` says in which of the lists of the log the entries are.
    """

    rule: WarningRule
    entries: tuple[int, ...]
    count: int
    of: int
    phase_id: int | None = None
    side: Side | None = None
    since: date | None = None
    entry_kind: EntryKind = EntryKind.ACTIVITY


def warnings(
    phases: Sequence[Phase],
    activities: Sequence[Activity],
    leads: Sequence[PhaseLead],
    as_of: date,
    thresholds: Thresholds = DEFAULT,
) -> tuple[LogWarning, ...]:
    """Every warning that a log gives on a day, in the order of the rules."""
    counted = sorted(happened(activities, as_of), key=lambda activity: activity.id)
    return (
        *late_entries(counted, thresholds),
        *one_sided_log(counted, thresholds),
        *no_assessment(phases, counted, as_of, thresholds),
        *claims_without_evidence(leads),
        *consultation_only(counted, thresholds),
        *citizens_worked_professionals_decided(counted, thresholds),
        *nobody_accountable(phases, as_of),
    )


def late_entries(activities: Sequence[Activity], thresholds: Thresholds = DEFAULT) -> tuple[LogWarning, ...]:
    """Entered more than thirty days after the event."""
    patience = timedelta(days=thresholds.late_entry_days)
    late = tuple(a.id for a in activities if a.entered_on - a.happened_on > patience)
    return (LogWarning(WarningRule.LATE_ENTRIES, late, len(late), len(activities)),) if late else ()


def one_sided_log(activities: Sequence[Activity], thresholds: Thresholds = DEFAULT) -> tuple[LogWarning, ...]:
    """More than 80 % of the entries, where the side is known, come from one side."""
    known = [a for a in activities if a.entered_by_side is not None]
    if len(known) < thresholds.one_sided_entries:
        return ()
    by_side = {side: tuple(a.id for a in known if a.entered_by_side is side) for side in Side}
    return tuple(
        LogWarning(WarningRule.ONE_SIDED_LOG, entries, len(entries), len(known), side=side)
        for side, entries in by_side.items()
        if len(entries) > thresholds.one_sided_log * len(known)
    )


def no_assessment(
    phases: Sequence[Phase], activities: Sequence[Activity], as_of: date, thresholds: Thresholds = DEFAULT
) -> tuple[LogWarning, ...]:
    """A year after the first phase or entry nobody has logged an assessment."""
    begun = min((p.starts_on for p in phases), default=as_of)
    since = min((a.happened_on for a in activities), default=begun)
    since = min(since, begun)
    due = add_months(since, thresholds.assessment_months) < as_of
    assessed = any(a.phase_kind is PhaseKind.ASSESSMENT for a in activities)
    if assessed or not due:
        return ()
    return (LogWarning(WarningRule.NO_ASSESSMENT, (), 0, len(activities), since=since),)


def claims_without_evidence(leads: Sequence[PhaseLead]) -> tuple[LogWarning, ...]:
    return tuple(
        LogWarning(
            WarningRule.CLAIM_WITHOUT_EVIDENCE,
            lead.entries,
            len(lead.entries),
            len(lead.entries),
            phase_id=lead.phase_id,
            since=lead.claimed_on,
        )
        for lead in leads
        if lead.status is ClaimStatus.CLAIMED_NOT_EVIDENCED
    )


def consultation_only(
    activities: Sequence[Activity], thresholds: Thresholds = DEFAULT
) -> tuple[LogWarning, ...]:
    """In planning citizens were consulted, and never more than that."""
    planning = [a for a in activities if a.phase_kind in PLANNING_KINDS]
    consulted = tuple(a.id for a in planning if a.citizen_role is CitizenRole.CONSULTED)
    basis = gather(planning, thresholds)
    if len(planning) < thresholds.min_activities or basis.highest_role is not CitizenRole.CONSULTED:
        return ()
    return (LogWarning(WarningRule.CONSULTATION_ONLY, consulted, len(consulted), len(planning)),)


def citizens_worked_professionals_decided(
    activities: Sequence[Activity], thresholds: Thresholds = DEFAULT
) -> tuple[LogWarning, ...]:
    """On planning or on delivery citizens gave over 90 % of the hours and decided nothing."""
    planning = [a for a in activities if a.phase_kind in PLANNING_KINDS]
    delivery = [a for a in activities if a.phase_kind is PhaseKind.DELIVERY]
    return tuple(warning for axis in (planning, delivery) for warning in _worked_undecided(axis, thresholds))


def _worked_undecided(axis: Sequence[Activity], thresholds: Thresholds) -> tuple[LogWarning, ...]:
    basis = gather(axis, thresholds)
    if len(axis) < thresholds.min_activities or not citizens_only_worked(basis, thresholds.sole_share):
        return ()
    decided = tuple(a.id for a in axis if a.decision is Decision.PROFESSIONALS)
    rule = WarningRule.CITIZENS_WORKED_PROFESSIONALS_DECIDED
    return (LogWarning(rule, decided, len(decided), len(axis)),)


def nobody_accountable(phases: Sequence[Phase], as_of: date) -> tuple[LogWarning, ...]:
    """A phase has begun and nobody is named who answers if it fails."""
    begun = sorted((p for p in phases if p.starts_on <= as_of), key=lambda phase: phase.id)
    return tuple(
        LogWarning(WarningRule.NOBODY_ACCOUNTABLE, (), 0, 0, phase_id=phase.id, since=phase.starts_on)
        for phase in begun
        if not (phase.accountable or "").strip()
    )
