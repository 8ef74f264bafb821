"""The summary, and the large picture with its numbers."""

from collections.abc import Iterator

from app.evaluations.conclusions import can_say, cannot_say
from app.evaluations.page import main_money
from app.evaluations.sentences import process
from app.evaluations.years import year_rows
from app.i18n import _
from app.i18n.formats import format_date
from app.reports.blocks import Block, Figure, Heading, Paragraph, Points, Table
from app.reports.drawing import hero_svg
from app.reports.material import Material


def told(material: Material) -> Iterator[Block]:
    for part in filter(None, (part.strip() for part in material.narrative.split("\n\n"))):
        yield Paragraph(part)
    evaluation, links = material.evaluation, material.links
    if said := can_say(evaluation, links):
        yield Heading(_("What can be said"))
        yield Points(tuple(statement.text for statement in said))
    yield Heading(_("What cannot be said"))
    yield Points(tuple(statement.text for statement in cannot_say(evaluation, links)))


def together(material: Material) -> Iterator[Block]:
    yield Figure(
        svg=hero_svg(material.picture.wide, material.picture.description),
        caption=_("Who led, hours, outcome and money on one axis of time"),
        reading=material.picture.description,
    )
    yield Paragraph(
        _(
            "Upper lane: claimed. Lower lane: what the log shows. The lanes part where the two differ. "
            "Faint bands: who led delivery by the log."
        ),
        is_note=True,
    )
    if events := tuple(_events(material)):
        yield Points(events)
    yield Paragraph(process.order_not_cause())
    yield from _years(material)


def _events(material: Material) -> Iterator[str]:
    """With the numbers that they have in the picture, if it has any."""
    text = _("{event}, {day}")
    if material.picture.wide.events.numbered:
        text = _("{number}. {event}, {day}")
    for number, one in enumerate(material.picture.happenings.shown, 1):
        yield text.format(number=number, event=one.event.label, day=format_date(one.event.on))


def _years(material: Material) -> Iterator[Block]:
    evaluation, hero = material.evaluation, material.evaluation.hero
    money = main_money(evaluation, material.initiative.currency)
    rows = year_rows(evaluation, hero, money, material.links)
    if not rows:
        return
    named = hero.indicator.name if hero else _("Outcome")
    hours = (_("Hours, citizens"), _("Hours, professionals"))
    yield Table(
        caption=_("The numbers of this picture"),
        head=(_("Year"), *hours, named, _("Costs so far"), _("Confirmed benefits so far")),
        rows=tuple(
            (
                str(row.year),
                row.citizens.text,
                row.professionals.text,
                row.indicator.text,
                row.costs.text,
                row.benefits.text,
            )
            for row in rows
        ),
        numeric=(1, 2, 3, 4, 5),
    )
