"""What is missing, by which rules it was worked out, and where the figures come from."""

from collections.abc import Iterator

from app.evaluations.conclusions import missing as lacking
from app.evaluations.sources import sources as sources_of
from app.i18n import _
from app.i18n.formats import format_hours, format_percent
from app.reports.blocks import Block, Heading, Paragraph, Points
from app.reports.material import Material


def missing(material: Material) -> Iterator[Block]:
    found = lacking(material.evaluation)
    yield Points(tuple(found)) if found else Paragraph(_("Nothing that the page asks for."))


def method(material: Material) -> Iterator[Block]:
    limits = material.evaluation.process.thresholds
    yield Paragraph(
        _(
            "Everything here is computed from the log of the initiative by fixed rules, which are printed in "
            "full on the help page of Tandem. Nothing is estimated, and nothing is added into one score."
        )
    )
    yield Points(
        (
            _(
                "A cell needs {activities} activities and {hours} hours for planning, and as many for "
                "delivery; below that the log says too little."
            ).format(activities=limits.min_activities, hours=format_hours(limits.min_hours)),
            _(
                "A side whose part of the hours is below {share} does not share the lead; consultation alone "
                "is not co-production."
            ).format(share=format_percent(limits.sole_share)),
            _("Control limits are those of an XmR chart; a trend needs {points} values.").format(
                points=limits.trend_points
            ),
            _("Counts of fewer than {least} people are not told.").format(least=material.evaluation.least),
            _("What stands beside each other in time did not therefore cause each other."),
        )
    )


def sources(material: Material) -> Iterator[Block]:
    found = sources_of(material.evaluation, material.initiative)
    if found.published:
        yield Heading(_("Figures with a source"))
        yield Points(tuple(f"{name}: {source}" for name, source in found.published))
    if found.case:
        yield Heading(_("The case"))
        yield Paragraph(found.case)
    if found.illustrative:
        yield Paragraph(_("All figures without a source are made up to show how Tandem works."), is_note=True)
    if not (found.published or found.case or found.illustrative):
        yield Paragraph(_("No figure names a source."))
