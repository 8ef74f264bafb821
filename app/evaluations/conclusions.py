"""What can and what cannot be said on one day: each a sentence and the entries that it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.evaluations.document import Evaluation, IndicatorResult
from app.evaluations.links import Links
from app.evaluations.sentences import costs, outcomes, process
from app.evaluations.sentences.missing import too_few_for_trend, why
from app.i18n import _
from app.measurement.break_even import BreakEven
from app.measurement.missing import Missing
from app.vocabulary import Certainty

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Statement:
    text: str
    href: str


def can_say(evaluation: Evaluation, links: Links) -> list[Statement]:
    worked = who_worked(evaluation, links)
    return [*_who_led(evaluation, links), *([worked] if worked else []), *_what_changed(evaluation, links)]


def cannot_say(evaluation: Evaluation, links: Links) -> list[Statement]:
    return [
        Statement(_("That who led changed the outcome: other things changed as well."), links.evaluation),
        *_paid_for_itself(evaluation, links),
        *_unled(evaluation, links),
        *_unmeasured(evaluation, links),
    ]


def missing(evaluation: Evaluation) -> list[str]:
    """Everything that lacks, as plain sentences, for those who read the document and not the page."""
    return [statement.text for statement in lacking(evaluation, Links(""))]


def lacking(evaluation: Evaluation, links: Links) -> Iterator[Statement]:
    """Each opens where it could be entered."""
    found = evaluation.process
    if isinstance(found.cell.number, Missing):
        text = _("Cell: {reason}").format(reason=why(found.cell.number))
        yield Statement(text, links.activities(found.cell.entries))
    if isinstance(found.reach, Missing):
        text = _("How many different people took part is not recorded, so reach cannot be said.")
        yield Statement(text, links.activities())
    for result in evaluation.outcomes:
        if result.latest is None:
            text = outcomes.named(result, outcomes.no_data(result))
            yield Statement(text, links.indicator(result.indicator.key))


def _who_led(evaluation: Evaluation, links: Links) -> Iterator[Statement]:
    found = evaluation.process
    if found.phases:
        yield Statement(process.claims_borne_out(found.claims), links.phases)
    if not isinstance(found.cell.number, Missing):
        name = process.cell_name(found.cell.number, found.cell.strength)
        text = _("By the log: {cell} (cell {number} of 9).").format(cell=name, number=found.cell.number)
        yield Statement(text, links.activities(found.cell.entries))


def who_worked(evaluation: Evaluation, links: Links) -> Statement | None:
    """Hours of both sides, where both were recorded; None without any."""
    both = [
        activity
        for activity in evaluation.activities
        if activity.citizen_hours is not None and activity.professional_hours is not None
    ]
    citizens = sum((activity.citizen_hours or ZERO for activity in both), ZERO)
    professionals = sum((activity.professional_hours or ZERO for activity in both), ZERO)
    if not citizens + professionals:
        return None
    text = process.most_hours(citizens, professionals)
    return Statement(text, links.activities(activity.id for activity in both))


def _what_changed(evaluation: Evaluation, links: Links) -> Iterator[Statement]:
    for result in evaluation.outcomes:
        changed = result.found.change
        if not isinstance(changed, Missing):
            text = outcomes.named(result, outcomes.change(result))
            yield Statement(text, _observation(result, changed.latest.id, links))
        found = outcomes.signals(result)
        if found:
            text = outcomes.named(result, outcomes.latest_signal(result))
            yield Statement(text, _observation(result, found[-1].entry, links))


def _paid_for_itself(evaluation: Evaluation, links: Links) -> Iterator[Statement]:
    """Only a confirmed benefit with all its factors can say so."""
    for money in evaluation.costs:
        found = money.flow.break_even[Certainty.CONFIRMED]
        if money.totals and not isinstance(found, BreakEven):
            reason = costs.break_even(found, Certainty.CONFIRMED)
            text = _("That it paid for itself. {reason}").format(reason=reason)
            yield Statement(text, links.costs(money.totals.entries))


def _unled(evaluation: Evaluation, links: Links) -> Iterator[Statement]:
    for lead in evaluation.process.phases:
        if isinstance(lead.evidenced, Missing):
            name = process.phase_name(evaluation.phases[lead.phase_id])
            text = _("Who led {phase}. {reason}").format(phase=name, reason=why(lead.evidenced))
            yield Statement(text, links.phase(lead.phase_id))


def _unmeasured(evaluation: Evaluation, links: Links) -> Iterator[Statement]:
    for result in evaluation.outcomes:
        trend = result.found.trend
        name = result.indicator.name
        if result.latest is None:
            text = _("How {name} changed. {reason}").format(name=name, reason=outcomes.no_data(result))
            yield Statement(text, links.indicator(result.indicator.key))
        elif isinstance(trend, Missing):
            text = _("Where {name} is heading. {reason}").format(name=name, reason=too_few_for_trend(trend))
            yield Statement(text, links.indicator(result.indicator.key))


def _observation(result: IndicatorResult, observation_id: int, links: Links) -> str:
    return links.indicator(result.indicator.key, observation_id)
