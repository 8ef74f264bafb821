"""What was learned, who answers for it, what to be wary of, and what evaluators judged."""

from collections.abc import Iterator

from app.evaluations.accountability import accountability as answers_for_it
from app.evaluations.learning_rows import learning_blocks
from app.findings.models import Finding
from app.i18n import _, ngettext
from app.i18n.formats import format_day
from app.i18n.labels import label
from app.learning.models import Story
from app.reports.blocks import Block, Heading, Paragraph, Points
from app.reports.material import Material


def told(material: Material) -> Iterator[Block]:
    for block in learning_blocks(material.evaluation, material.links):
        yield Heading(block.heading)
        yield Points(tuple(figure.text for figure in block.figures))
    if material.stories:
        yield Heading(_("In people’s words"))
        yield Points(tuple(_story(story) for story in material.stories))
        yield Paragraph(
            _(
                "Only stories whose tellers agreed that they may be published, or in which nobody can be "
                "recognised. What one person tells is not what all would tell."
            ),
            is_note=True,
        )


def accountability(material: Material) -> Iterator[Block]:
    found = answers_for_it(material.evaluation, material.links)
    yield Paragraph(found.phases.text)
    if found.unnamed:
        yield Points(tuple(figure.text for figure in found.unnamed))
    for figure in found.incidents:
        yield Paragraph(figure.text)


def warnings(material: Material) -> Iterator[Block]:
    if not material.checks:
        yield Paragraph(_("No rule found anything to ask about."))
    for check in material.checks:
        yield Heading(check.heading)
        yield Paragraph(check.reason)
        if check.named:
            yield Points(tuple(figure.text for figure in check.named))
        if check.answer:
            text = _("The team answered on {day}: {response}")
            yield Paragraph(text.format(day=format_day(check.answer.answered_on), response=check.answer.text))


def findings(material: Material) -> Iterator[Block]:
    if not material.findings:
        yield Paragraph(_("No finding of an evaluator yet"))
    for finding in material.findings:
        yield Heading(finding.question)
        yield Paragraph(finding.judgement)
        yield Points(tuple(_about(finding, material.grounds.get(finding.key, 0))))


def _about(finding: Finding, grounds: int) -> Iterator[str]:
    """`grounds`: entries of the log that it names."""
    yield _("Judged on {day}: {strength}").format(
        day=format_day(finding.found_on), strength=label(finding.strength)
    )
    if finding.method:
        yield _("Method: {method}").format(method=finding.method)
    if grounds:
        text = ngettext("It names {count} entry of the log.", "It names {count} entries of the log.", grounds)
        yield text.format(count=grounds)
    if finding.recommendation:
        yield _("Recommendation: {recommendation}").format(recommendation=finding.recommendation)
    if finding.responded_on:
        text = _("The team answered on {day}: {response}")
        yield text.format(day=format_day(finding.responded_on), response=finding.response)
    if finding.done_on:
        yield _("Done on {day}").format(day=format_day(finding.done_on))


def _story(story: Story) -> str:
    day, strength = format_day(story.told_on), label(story.strength)
    if story.side is None:
        return _("“{words}” ({day}, {strength})").format(words=story.text, day=day, strength=strength)
    return _("“{words}” ({side}, {day}, {strength})").format(
        words=story.text, side=label(story.side), day=day, strength=strength
    )
