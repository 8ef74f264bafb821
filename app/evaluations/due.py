"""What waits to be done in a log: nobody named, nothing entered, a value overdue."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.evaluations.document import Evaluation, IndicatorResult
from app.evaluations.links import Links
from app.evaluations.sentences.process import phase_name
from app.i18n import _, ngettext
from app.i18n.formats import format_day
from app.learning.titles import in_a_line
from app.measurement.months import add_months
from app.measurement.series import MONTHS_APART
from app.vocabulary import ClaimStatus, EntryKind

NAMED = 3
"""Proposals that are named one by one; more are opened together."""


@dataclass(frozen=True, slots=True)
class Due:
    """An action, where it is done, and how long it has waited."""

    text: str
    href: str
    waited: str


def due(evaluation: Evaluation, links: Links, *, is_over: bool) -> list[Due]:
    """An initiative that is over waits for no further values."""
    return [
        *(() if is_over else _values(evaluation, links)),
        *_answers(evaluation, links),
        *_claims(evaluation, links),
        *_names(evaluation, links),
    ]


def _values(evaluation: Evaluation, links: Links) -> Iterator[Due]:
    for result in evaluation.outcomes:
        expected = next_value_on(result)
        if expected is not None and expected < evaluation.as_of:
            late = _("expected by {day}").format(day=format_day(expected))
            text = _("Add a value of {indicator}").format(indicator=result.indicator.name)
            yield Due(text, links.indicator(result.indicator.key), late)


def next_value_on(result: IndicatorResult) -> date | None:
    """A period after the newest value; None for those that come now and then, or never came."""
    months = MONTHS_APART.get(result.indicator.frequency)
    return add_months(result.latest.on, months) if months and result.latest else None


def _answers(evaluation: Evaluation, links: Links) -> Iterator[Due]:
    """Proposals open for too long: the oldest by name, the others together."""
    waiting = set(evaluation.learning.proposals.waiting)
    known = sorted((p for p in evaluation.learned.proposals if p.id in waiting), key=lambda p: p.made_on)
    for proposal in known[:NAMED]:
        words = in_a_line(evaluation.learned.words[EntryKind.PROPOSAL, proposal.id], 60)
        asked = _("asked on {day}").format(day=format_day(proposal.made_on))
        href = links.learned(EntryKind.PROPOSAL, proposal.id)
        yield Due(_("Answer “{proposal}”").format(proposal=words), href, asked)
    rest = known[NAMED:]
    if rest:
        text = ngettext("Answer {count} more proposal", "Answer {count} more proposals", len(rest))
        since = _("asked since {day}").format(day=format_day(rest[0].made_on))
        href = links.learning(EntryKind.PROPOSAL, (p.id for p in rest))
        yield Due(text.format(count=len(rest)), href, since)


def _claims(evaluation: Evaluation, links: Links) -> Iterator[Due]:
    for lead in evaluation.process.phases:
        if lead.status is ClaimStatus.CLAIMED_NOT_EVIDENCED and not lead.entries:
            text = _("Log what happened in {phase}").format(
                phase=phase_name(evaluation.phases[lead.phase_id])
            )
            waited = _("claimed on {day}, no entry").format(
                day=format_day(lead.claimed_on or evaluation.as_of)
            )
            yield Due(text, links.phase(lead.phase_id), waited)


def _names(evaluation: Evaluation, links: Links) -> Iterator[Due]:
    for phase in evaluation.phases.values():
        if not phase.accountable:
            text = _("Name who answers for {phase}").format(phase=phase_name(phase))
            waited = _("nobody named since {day}").format(day=format_day(phase.starts_on))
            yield Due(text, f"{links.phases}#phase-{phase.id}", waited)
