"""Bovaird's nine cells as a table, and the arithmetic that leads to one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.evaluations.document import Evaluation
from app.evaluations.links import Links
from app.evaluations.sentences import process
from app.evaluations.sentences.missing import why
from app.i18n import _
from app.i18n.labels import label
from app.measurement.cell import ORDER, Axis, Cell
from app.measurement.missing import Missing
from app.vocabulary import Lead, Strength


@dataclass(frozen=True, slots=True)
class NineCell:
    number: int
    name: str
    is_here: bool
    is_outside: bool
    """Cells 1 and 9: one side alone, which is not co-production."""
    strength: str


@dataclass(frozen=True, slots=True)
class Row:
    """Who delivered; its three cells stand by who planned, in the order of `PLANNERS`."""

    lead: Lead
    cells: Sequence[NineCell]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the arithmetic: what was found, and on what."""

    heading: str
    text: str
    href: str


PLANNERS = ORDER


def nine_cells(cell: Cell) -> list[Row]:
    return [
        Row(lead, [_cell(3 * row + column + 1, cell) for column in range(len(PLANNERS))])
        for row, lead in enumerate(ORDER)
    ]


def arithmetic(evaluation: Evaluation, links: Links) -> list[Step]:
    """Every step can be opened to the entries it counts."""
    cell, thresholds = evaluation.process.cell, evaluation.process.thresholds
    planning, delivery = cell.planning, cell.delivery
    return [
        Step(
            process.planning_heading(planning),
            _basis(planning, process.basis_of_planning(planning.basis)),
            links.activities(planning.basis.entries),
        ),
        Step(
            process.delivery_heading(delivery),
            _basis(delivery, process.basis_of_delivery(delivery.basis)),
            links.activities(delivery.basis.entries),
        ),
        *_caps(evaluation, links),
        *(Step(_sentence_case(label(tag)), "", links.activities(cell.entries)) for tag in cell.tags),
        *([] if cell.strength is None else [_strength(evaluation, links)]),
        *(
            []
            if cell.stability is None
            else [
                Step(
                    process.stability_heading(cell),
                    process.stability_reason(cell, thresholds),
                    links.activities(cell.entries),
                )
            ]
        ),
    ]


def heading(cell: Cell) -> str:
    if isinstance(cell.number, Missing):
        return _("No cell yet: the arithmetic")
    return _("Cell {number}: the arithmetic").format(number=cell.number)


def _cell(number: int, cell: Cell) -> NineCell:
    is_here = cell.number == number
    strength = cell.strength if is_here else None
    return NineCell(
        number=number,
        name=process.cell_name(number, strength),
        is_here=is_here,
        is_outside=number in process.OUTSIDE,
        strength=_in_words(strength),
    )


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]


def _in_words(strength: Strength | None) -> str:
    return label(strength) if strength else ""


def _basis(axis: Axis, text: str) -> str:
    return f"{text} {why(axis.lead)}" if isinstance(axis.lead, Missing) else text


def _strength(evaluation: Evaluation, links: Links) -> Step:
    cell = evaluation.process.cell
    assert cell.strength is not None
    return Step(
        process.strength_heading(cell.strength),
        process.strength_reason(cell, evaluation.process.thresholds),
        links.activities(cell.entries),
    )


def _caps(evaluation: Evaluation, links: Links) -> Iterator[Step]:
    """Long activities are cut, so that one festival does not decide."""
    for axis in (evaluation.process.cell.planning, evaluation.process.cell.delivery):
        text = process.cap_of(axis.basis, evaluation.process.thresholds)
        if text:
            entries = axis.basis.capped or axis.basis.dominant
            yield Step(_("Long activities"), text, links.activities(entries))
