"""Who led and who took part, on both sides."""

from collections.abc import Iterator
from decimal import Decimal

from app.charts.lanes import StripPhase
from app.comparisons.compared import Compared, Comparison
from app.comparisons.disclosure import Counted, attendances
from app.comparisons.row import Figures, Row, row
from app.evaluations import cells
from app.evaluations.conclusions import who_worked
from app.evaluations.figures import Figure
from app.evaluations.phase_rows import strip_phases
from app.evaluations.sentences import aims, counts, people, process
from app.evaluations.sentences.missing import why
from app.i18n import _, ngettext
from app.i18n.formats import format_hours, format_number
from app.i18n.labels import label
from app.measurement.missing import Missing
from app.vocabulary import Side
from app.web.strips import read_aloud


def process_rows(found: Comparison) -> list[Row]:
    return [
        row(_("Phase by phase"), _phases, found),
        row(_("Claims borne out"), _claims, found),
        row(_("Cell"), _cell, found),
        row(_("Its arithmetic"), _arithmetic, found),
        row(_("Hours by side"), _hours, found),
        Row(_("Who came"), *_came(found)),
        row(_("Reach"), _reach, found),
    ]


def aim_row(found: Comparison) -> Row:
    return row(_("Declared aim"), _aim, found)


def _aim(one: Compared) -> Figures:
    aim, there = one.evaluation.aim, one.links.aims
    if aim is None:
        return [Figure(_("No aim had been declared by then."), there)]
    return [Figure(aims.aim(aim), there)]


def _phases(one: Compared) -> Figures:
    drawn = zip(one.evaluation.process.phases, strip_phases(one.evaluation), strict=True)
    told = [_phase(one, lead.phase_id, phase) for lead, phase in drawn]
    return told or [Figure(_("No phase had begun by then."), one.links.phases)]


def _phase(one: Compared, phase_id: int, phase: StripPhase) -> Figure:
    return Figure(read_aloud(phase), one.links.phase(phase_id))


def _claims(one: Compared) -> Figures:
    return [Figure(process.claims_borne_out(one.evaluation.process.claims), one.links.phases)]


def _cell(one: Compared) -> Figures:
    """Its number, its strength and its stability, or why there is none."""
    found, there = one.evaluation.process.cell, one.links.activities(one.evaluation.process.cell.entries)
    if isinstance(found.number, Missing):
        return [Figure(_("No cell yet. {reason}").format(reason=why(found.number)), there)]
    text = _("Cell {number} of 9: {name}")
    told = [text.format(number=found.number, name=process.cell_name(found.number, found.strength))]
    told += [process.strength_heading(found.strength)] if found.strength else []
    told += [process.stability_heading(found)] if found.stability else []
    return [Figure(words, there) for words in told]


def _arithmetic(one: Compared) -> Figures:
    steps = cells.arithmetic(one.evaluation, one.links)
    return [Figure(_told(step), step.href) for step in steps]


def _told(step: cells.Step) -> str:
    if not step.text:
        return step.heading
    return _("{heading}. {text}").format(heading=step.heading, text=step.text)


def _hours(one: Compared) -> Figures:
    """Where both sides were recorded, then each side with all that was."""
    worked = who_worked(one.evaluation, one.links)
    return [*([Figure(worked.text, worked.href)] if worked else []), *_each_side(one)]


def _each_side(one: Compared) -> Iterator[Figure]:
    for side, field in ((Side.CITIZENS, "citizen_hours"), (Side.PROFESSIONALS, "professional_hours")):
        given = {a.id: getattr(a, field) for a in one.activities if getattr(a, field) is not None}
        hours = format_hours(sum(given.values(), Decimal(0)))
        if given:
            text = _("{side}: {hours} h").format(side=label(side), hours=hours)
            yield Figure(text, one.links.activities(given))
        else:
            yield Figure(_("{side}: no hours are recorded.").format(side=label(side)))


def _came(found: Comparison) -> tuple[Figures, Figures]:
    left, right = attendances(found)
    return [_attended(left, found.left)], [_attended(right, found.right)]


def _attended(counted: Counted, one: Compared) -> Figure:
    """Attendances are not people: somebody who comes ten times counts ten times."""
    there = one.links.activities(a.id for a in one.activities if a.citizens is not None)
    if isinstance(counted, Missing):
        return Figure(why(counted))
    if not isinstance(counted, int):
        return Figure(counts.masked(counted), there)
    text = ngettext("Citizens came {count} time in all.", "Citizens came {count} times in all.", counted)
    return Figure(text.format(count=format_number(counted)), there)


def _reach(one: Compared) -> Figures:
    size = one.initiative.eligible_population
    affected = (
        _("About {count} people are affected.").format(count=format_number(size))
        if size is not None
        else _("How many people are affected is not recorded.")
    )
    return [
        Figure(people.reach(one.evaluation.process.reach, one.evaluation.least)),
        Figure(affected, one.links.overview),
    ]
