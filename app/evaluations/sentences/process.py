"""Who led, by claim and by log: sentences with their arithmetic."""

from decimal import Decimal

from app.evaluations.sentences.lists import all_of, any_of
from app.evaluations.sentences.missing import why
from app.i18n import N_, _, ngettext
from app.i18n.formats import format_hours, format_percent
from app.i18n.labels import label
from app.measurement.axes import Basis
from app.measurement.cell import FULL, Axis, Cell
from app.measurement.claims import ClaimCount, PhaseLead
from app.measurement.missing import Missing
from app.measurement.records import Phase
from app.measurement.thresholds import Thresholds
from app.vocabulary import ClaimStatus, Lead, PhaseKind, Stability, Strength

CELLS: dict[int, str] = {
    1: N_("Professionals plan and deliver alone"),
    2: N_("Professionals deliver what was planned together"),
    3: N_("Professionals deliver what citizens planned"),
    4: N_("Delivered together, planned by professionals"),
    5: N_("Citizens and professionals plan and deliver together"),
    6: N_("Delivered together, planned by citizens"),
    7: N_("Citizens deliver what professionals planned"),
    8: N_("Citizens deliver what was planned together"),
    9: N_("Citizens plan and deliver alone"),
}
OUTSIDE = (1, 9)
"""The corners are outside co-production (Bovaird 2007)."""

PLANNED: dict[Lead, str] = {
    Lead.PROFESSIONALS: N_("Planning: by professionals"),
    Lead.TOGETHER: N_("Planning: together"),
    Lead.CITIZENS: N_("Planning: by citizens"),
}
DELIVERED: dict[Lead, str] = {
    Lead.PROFESSIONALS: N_("Delivery: by professionals"),
    Lead.TOGETHER: N_("Delivery: together"),
    Lead.CITIZENS: N_("Delivery: by citizens"),
}
TOLD: dict[ClaimStatus, str] = {
    ClaimStatus.CLAIMED_AND_EVIDENCED: N_("the log bears it out"),
    ClaimStatus.CLAIMED_NOT_EVIDENCED: N_("the log does not bear it out"),
    ClaimStatus.EVIDENCED_NOT_CLAIMED: N_("nobody has claimed it"),
    ClaimStatus.NONE: N_("nothing claimed, too little in the log"),
}


def order_not_cause() -> str:
    return _("This shows order in time, not cause.")


def claims_borne_out(count: ClaimCount) -> str:
    """How many claims the log bears out, or that nobody has claimed anything."""
    if not count.claimed:
        return _("Nobody has claimed yet who led.")
    return ngettext(
        "The log bears out {evidenced} of {claimed} claim.",
        "The log bears out {evidenced} of {claimed} claims.",
        count.claimed,
    ).format(evidenced=count.evidenced, claimed=count.claimed)


def led(lead: Lead | Missing) -> str:
    return _("Not enough evidence") if isinstance(lead, Missing) else label(lead)


def claimed(lead: Lead | Missing) -> str:
    return _("No claim") if isinstance(lead, Missing) else label(lead)


def cell_name(number: int, strength: Strength | None = None) -> str:
    """The word "full" is kept for a cell 5 in balance (Loeffler 2020)."""
    if number == FULL and strength is Strength.BALANCED:
        return _("Full co-production by citizens and professionals")
    return _(CELLS[number])


def planning_heading(axis: Axis) -> str:
    missing = isinstance(axis.lead, Missing)
    return _("Planning: not enough evidence") if missing else _(PLANNED[_known(axis.lead)])


def delivery_heading(axis: Axis) -> str:
    missing = isinstance(axis.lead, Missing)
    return _("Delivery: not enough evidence") if missing else _(DELIVERED[_known(axis.lead)])


def basis_of_planning(basis: Basis) -> str:
    """Hours and decisions: in planning, the say counts beside the work."""
    shared = ngettext(
        "{shared} of {decisions} decision shared.",
        "{shared} of {decisions} decisions shared.",
        basis.decisions,
    ).format(shared=basis.decisions_shared, decisions=basis.decisions)
    decided = shared if basis.decisions else _("No decision is logged.")
    return _in_turn(hours(basis), decided)


def basis_of_delivery(basis: Basis) -> str:
    led_by_citizens = ngettext(
        "Citizens led or co-led {led} of {activities} activity.",
        "Citizens led or co-led {led} of {activities} activities.",
        basis.activities,
    ).format(led=basis.citizens_led, activities=basis.activities)
    return _in_turn(hours(basis), led_by_citizens)


def basis_of(kind: PhaseKind, basis: Basis) -> str:
    """A phase is read by the rule of its axis; where the log is empty it says so."""
    if not basis.activities:
        return _("No activity is logged.")
    return basis_of_delivery(basis) if kind is PhaseKind.DELIVERY else basis_of_planning(basis)


def hours(basis: Basis) -> str:
    """Citizens' part of the hours; activities where hours are too often missing."""
    total = basis.citizen_hours + basis.professional_hours
    if not total:
        return _("No hours are logged.")
    text = (
        _("Citizens {given} of {total} activities ({share}), counted since hours are missing.")
        if basis.count_based
        else _("Citizens {given} of {total} h ({share}).")
    )
    return text.format(
        given=format_hours(basis.citizen_hours), total=format_hours(total), share=format_percent(basis.share)
    )


def cap_of(basis: Basis, thresholds: Thresholds) -> str:
    """What was cut or stands out, so that one festival does not decide; empty when nothing does."""
    if basis.capped:
        return ngettext(
            "{count} long activity counts as {share} of the hours at most.",
            "{count} long activities count as {share} of the hours each at most.",
            len(basis.capped),
        ).format(count=len(basis.capped), share=format_percent(thresholds.activity_cap))
    if basis.dominant:
        return _("One activity holds more than {share} of the hours.").format(
            share=format_percent(thresholds.dominant_share)
        )
    return ""


def strength_heading(strength: Strength) -> str:
    return _("In balance") if strength is Strength.BALANCED else _("Present, not in balance")


def strength_reason(cell: Cell, thresholds: Thresholds) -> str:
    """What balance asks for, and what there is."""
    return _(
        "Balance asks for {least} to {most} of the hours on both axes and for {decisions} of the planning "
        "decisions shared. There are {planning} and {delivery} of the hours, and {shared} of the decisions."
    ).format(
        least=format_percent(thresholds.balanced_share),
        most=format_percent(1 - thresholds.balanced_share),
        decisions=format_percent(thresholds.balanced_decisions),
        planning=format_percent(cell.planning.basis.share),
        delivery=format_percent(cell.delivery.basis.share),
        shared=format_percent(cell.planning.basis.decision_share),
    )


def stability_heading(cell: Cell) -> str:
    return _("Stable") if cell.stability is Stability.STABLE else _("Borderline")


def stability_reason(cell: Cell, thresholds: Thresholds) -> str:
    """Whether other cut-offs would give another cell."""
    cut_offs = all_of(format_percent(share) for share in thresholds.robustness_shares)
    if not cell.alternatives:
        return _("The same cell with cut-offs of {cut_offs}.").format(cut_offs=cut_offs)
    others = any_of(str(other) for other in cell.alternatives)
    return _("With cut-offs of {cut_offs} it can also be cell {others}.").format(
        cut_offs=cut_offs, others=others
    )


def phase_name(phase: Phase) -> str:
    """The kind, with the phase's own name where it has one: cycles repeat kinds."""
    kind = label(phase.kind)
    return _("{kind}: {name}").format(kind=kind, name=phase.name) if phase.name else kind


def evidence_note(lead: PhaseLead) -> str:
    """Beside what the log shows: why it is silent, or that it differs from the claim."""
    if isinstance(lead.evidenced, Missing):
        return why(lead.evidenced)
    return _("differs from the claim") if lead.status is ClaimStatus.CLAIMED_NOT_EVIDENCED else ""


def most_hours(citizens: Decimal, professionals: Decimal) -> str:
    """Who gave how much, in plain hours as they were recorded."""
    return _("Citizens gave {citizens} of {total} hours logged.").format(
        citizens=format_hours(citizens), total=format_hours(citizens + professionals)
    )


def _known(lead: Lead | Missing) -> Lead:
    assert isinstance(lead, Lead)
    return lead


def _in_turn(first: str, second: str) -> str:
    """Two whole sentences after each other."""
    return f"{first} {second}"
