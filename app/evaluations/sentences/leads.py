"""Who led, told whole: the cell, its two axes, and one phase by claim and by log."""

from app.evaluations.sentences import process
from app.evaluations.sentences.figures import together
from app.evaluations.sentences.lists import any_of
from app.evaluations.sentences.missing import why
from app.i18n import N_, _, ngettext
from app.i18n.formats import format_date
from app.i18n.labels import label
from app.measurement.cell import Axis, Cell
from app.measurement.claims import Evidence, PhaseLead
from app.measurement.missing import Missing
from app.vocabulary import ClaimStatus, PhaseKind

PHASES: dict[ClaimStatus, str] = {
    ClaimStatus.CLAIMED_AND_EVIDENCED: N_("{kind}: claimed “{claimed}”, and the log bears it out."),
    ClaimStatus.CLAIMED_NOT_EVIDENCED: N_("{kind}: claimed “{claimed}”, and the log shows “{shown}”."),
    ClaimStatus.EVIDENCED_NOT_CLAIMED: N_("{kind}: the log shows “{shown}”, and nobody has claimed it."),
    ClaimStatus.NONE: N_("{kind}: nothing claimed, and too little in the log."),
}


def cell(found: Cell) -> str:
    """Which cell, since when, and whether it holds with other cut-offs."""
    if isinstance(found.number, Missing):
        return together(_("No cell can be given."), why(found.number))
    name = process.cell_name(found.number, found.strength)
    count = len(found.entries)
    counted = ngettext("It rests on {count} activity.", "It rests on {count} activities.", count)
    return together(
        _("Cell {number}: {name}.").format(number=found.number, name=name),
        _window(found),
        counted.format(count=count),
        _robustness(found),
    )


def planning(found: Axis) -> str:
    return _told(process.planning_heading(found), found, PhaseKind.DESIGN)


def delivery(found: Axis) -> str:
    return _told(process.delivery_heading(found), found, PhaseKind.DELIVERY)


def evidence(kind: PhaseKind, found: Evidence) -> str:
    """Who led one kind of phase, by the log alone."""
    heading = _("{kind}: {lead}").format(kind=label(kind), lead=process.led(found.lead))
    return _told(heading, found, kind)


def phase_lead(found: PhaseLead) -> str:
    """The claim beside the log, and on how many entries that rests."""
    count = len(found.entries)
    entries = ngettext("The phase has {count} entry.", "The phase has {count} entries.", count)
    return together(
        _(_phase_text(found)).format(
            kind=label(found.kind), claimed=process.claimed(found.claimed), shown=process.led(found.evidenced)
        ),
        entries.format(count=count),
    )


def _phase_text(found: PhaseLead) -> str:
    unseen = isinstance(found.evidenced, Missing) and found.status is ClaimStatus.CLAIMED_NOT_EVIDENCED
    too_little = N_("{kind}: claimed “{claimed}”, and too little in the log to tell.")
    return too_little if unseen else PHASES[found.status]


def _told(heading: str, found: Axis | Evidence, kind: PhaseKind) -> str:
    """The heading as a sentence, then why it cannot be said or what it rests on."""
    reason = why(found.lead) if isinstance(found.lead, Missing) else ""
    first = _("{heading}.").format(heading=heading)
    return together(first, reason, process.basis_of(kind, found.basis))


def _window(found: Cell) -> str:
    if found.since is None:
        return _("Up to {day}.").format(day=format_date(found.as_of))
    return _("After {since}, up to {day}.").format(
        since=format_date(found.since), day=format_date(found.as_of)
    )


def _robustness(found: Cell) -> str:
    if not found.alternatives:
        return _("It is the same with other cut-offs.")
    others = any_of(str(other) for other in found.alternatives)
    return _("With other cut-offs it can also be cell {others}.").format(others=others)
