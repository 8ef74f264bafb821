"""What changed, and what else may explain it."""

from collections.abc import Iterator, Sequence

from app.contributions import sentences as say
from app.contributions.models import Explanation
from app.evaluations.indicator_rows import indicator_rows, refusals
from app.evaluations.sentences import outcomes, process
from app.i18n import _
from app.i18n.formats import format_month_short
from app.i18n.labels import label
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
    """Each claim with the other explanations: a claim beside none says so."""
    if not material.contributions:
        yield Paragraph(_("Nobody has claimed a part in a change yet."))
    for row in material.contributions:
        others = material.explanations.get(row.key, ())
        yield Heading(row.text)
        if row.pathway:
            yield Paragraph(row.pathway)
        yield Paragraph(say.considered(others))
        if others:
            yield _others(others)
        yield Paragraph(say.judged_at(row, material.evaluation.as_of))


def _others(others: Sequence[Explanation]) -> Table:
    return Table(
        caption=_("Other explanations"),
        head=(
            _("Explanation"),
            _("What speaks for it"),
            _("What speaks against it"),
            _("What remains of it"),
        ),
        rows=tuple(
            (one.text, one.speaks_for or "–", one.speaks_against or "–", label(one.weight)) for one in others
        ),
    )
