"""What it cost, what came of it and where, and what citizens' time is worth."""

from collections.abc import Iterator

from app.evaluations.benefits import benefit_rows
from app.evaluations.money_rows import MoneyRow, money_rows
from app.evaluations.sentences import costs
from app.evaluations.time_rows import time_block
from app.i18n import _
from app.i18n.labels import label
from app.reports.blocks import Block, Heading, Paragraph, Table
from app.reports.material import Material


def told(material: Material) -> Iterator[Block]:
    rows = money_rows(material.evaluation, material.links)
    if not rows:
        yield Paragraph(_("No cost is logged yet. That is not zero."))
    for row in rows:
        yield _currency(row)
    if rows:
        yield Paragraph(costs.how_counted(), is_note=True)
    if received := benefit_rows(material.evaluation, material.links):
        yield Table(
            caption=_("Benefits by the service that receives them"),
            head=(_("Service"), _("How sure"), _("Amount")),
            rows=tuple((row.service, row.certainty, row.amount.text) for row in received),
            numeric=(2,),
        )
    yield from _time(material)


def _currency(row: MoneyRow) -> Table:
    natures = tuple((name, figure.text) for name, figure in row.natures)
    covered = tuple((_("Benefits: {name}").format(name=name), figure.text) for name, figure in row.covered)
    each = ((_("Cash per participant"), row.per_participant),)
    return Table(label(row.currency), (_("What"), _("What is seen")), (*natures, *each, *covered))


def _time(material: Material) -> Iterator[Block]:
    block = time_block(material.evaluation, material.links)
    yield Heading(_("Citizens’ time"))
    for figure in block.sentences:
        yield Paragraph(figure.text)
    if block.rates:
        yield Table(
            caption=_("The rates citizens’ hours are valued at"),
            head=(_("Rate"), _("An hour"), _("Hours"), _("Worth"), _("Source")),
            rows=tuple(
                (f"{row.name} ({row.since})", row.per_hour, row.hours.text, row.value, ", ".join(row.sources))
                for row in block.rates
            ),
        )
    if block.how:
        yield Paragraph(block.how, is_note=True)
