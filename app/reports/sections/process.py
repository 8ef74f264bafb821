"""Who led: Bovaird's cell with its arithmetic, the phases, and who took part."""

from collections.abc import Iterator

from app.evaluations import cells
from app.evaluations.cell_years import cell_years
from app.evaluations.phase_rows import PhaseRow, phase_rows
from app.evaluations.sentences import people
from app.evaluations.sentences import process as say
from app.i18n import _
from app.i18n.formats import format_month, format_number
from app.i18n.labels import label
from app.reports.blocks import Block, Heading, Paragraph, Points, Table
from app.reports.material import Material


def cell(material: Material) -> Iterator[Block]:
    evaluation, links = material.evaluation, material.links
    yield _nine(material)
    yield Heading(cells.heading(evaluation.process.cell))
    steps = cells.arithmetic(evaluation, links)
    yield Points(tuple(_step(step) for step in steps))
    if years := cell_years(evaluation, links):
        yield Table(
            caption=_("How the cell moved"),
            head=(_("Year"), _("By the entries of the year"), _("By all entries up to its end")),
            rows=tuple((str(year.year), year.alone.text, year.so_far.text) for year in years),
        )


def phases(material: Material) -> Iterator[Block]:
    rows = phase_rows(material.evaluation, material.links)
    if not rows:
        yield Paragraph(_("No phase has begun yet."))
        return
    yield Paragraph(say.claims_borne_out(material.evaluation.process.claims))
    yield Table(
        caption=_("Claim beside evidence, phase by phase"),
        head=(_("Phase"), _("Dates"), _("Claimed"), _("Log shows"), _("Rests on")),
        rows=tuple(
            (row.name, _dates(row), row.claimed_words, row.evidenced_words, row.basis) for row in rows
        ),
    )
    yield Table(
        caption=_("How both sides see who led"),
        head=(_("Phase"), _("Citizens and professionals"), _("The gap")),
        rows=tuple(
            (row.name, "; ".join(side.text for side in row.views.sides), row.views.gap or "–") for row in rows
        ),
    )


def reach(material: Material) -> Iterator[Block]:
    found, least = material.evaluation.process, material.evaluation.least
    yield Paragraph(people.reach(found.reach, least))
    yield Paragraph(people.dose(found.dose, least))
    yield Paragraph(people.concentration(found.concentration))
    affected = material.initiative.eligible_population
    if affected is None:
        yield Paragraph(_("How many people are affected is not recorded."))
    else:
        text = _("About {number} people are affected.")
        yield Paragraph(text.format(number=format_number(affected)))
    yield Paragraph(
        _(
            "Who took part against who is affected cannot be said: nobody records profiles of those who "
            "came. An indicator broken down by a part of the population can show it."
        ),
        is_note=True,
    )


def _nine(material: Material) -> Table:
    rows = cells.nine_cells(material.evaluation.process.cell)
    return Table(
        caption=_("Bovaird’s nine cells: who planned across, who delivered down"),
        head=("", *(_("Planned: {lead}").format(lead=label(lead)) for lead in cells.PLANNERS)),
        rows=tuple(
            (
                _("Delivered: {lead}").format(lead=label(row.lead)),
                *(_cell(one) for one in row.cells),
            )
            for row in rows
        ),
    )


def _cell(one: cells.NineCell) -> str:
    text = _("{number}: {cell}").format(number=one.number, cell=one.name)
    if not one.is_here:
        return text
    return _("{cell} (here by the log{strength})").format(
        cell=text, strength=f", {one.strength}" if one.strength else ""
    )


def _step(step: cells.Step) -> str:
    return f"{step.heading}. {step.text}" if step.text else step.heading


def _dates(row: PhaseRow) -> str:
    first = format_month(row.starts_on)
    if row.ends_on is None:
        return _("since {month}").format(month=first)
    return _("{first} to {last}").format(first=first, last=format_month(row.ends_on))
