"""What changed, and what else may explain it."""

from collections.abc import Iterator

from app.evaluations.indicator_rows import indicator_rows, refusals
from app.evaluations.sentences import outcomes, process
from app.i18n import _
from app.i18n.formats import format_month_short
from app.reports.blocks import Block, Heading, Paragraph, Points, Table
from app.reports.material import Material


def told(material: Material) -> Iterator[Block]:
    rows = indicator_rows(material.evaluation, material.links)
    if not rows:
        yield Paragraph(_("No indicator is defined yet."))
        return
    yield Table(
        caption=_("Indicators, from where to where"),
        head=(_("Indicator"), _("Baseline"), _("Latest"), _("Target"), _("People"), _("Effect appears in")),
        rows=tuple(
            (
                f"{row.name} ({row.unit})" if row.unit else row.name,
                row.baseline or "–",
                f"{row.latest} ({format_month_short(row.latest_on)})" if row.latest_on else "–",
                row.target or "–",
                row.people or "–",
                row.service,
            )
            for row in rows
        ),
        numeric=(1, 2, 3),
    )
    yield Heading(_("What may be concluded"))
    yield Points(
        tuple(outcomes.named(result, outcomes.reading(result)) for result in material.evaluation.outcomes)
    )
    if refused := refusals(material.evaluation, material.links):
        yield Heading(_("What they cannot show"))
        yield Points(tuple(f"{one.heading} {one.text}" for one in refused))
    yield Paragraph(process.order_not_cause())


def contribution(material: Material) -> Iterator[Block]:
    yield Paragraph(_("Nobody has claimed a part in a change yet."))
