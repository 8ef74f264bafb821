"""What waits in a log: a value overdue, a proposal or a recommendation unanswered, an empty claim."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from app.access import Actor, Right
from app.evaluations import due_queries as waiting
from app.evaluations.links import Links
from app.findings.models import Finding
from app.i18n import _, ngettext
from app.i18n.formats import format_day
from app.i18n.labels import label
from app.indicators.list_sentences import late
from app.indicators.models import Indicator
from app.initiatives.models import Initiative, Phase
from app.learning.models import Proposal
from app.learning.titles import in_a_line
from app.measurement.overdue import is_over, overdue_since
from app.vocabulary import EntryKind

NAMED = 3
"""Proposals that are named one by one; more are opened together."""


@dataclass(frozen=True, slots=True)
class Due:
    """An action, where it is done, how long it has waited, and the right that it takes."""

    text: str
    href: str
    waited: str
    right: Right = Right.LOG


def due_for(
    session: Session, actor: Actor, initiatives: Sequence[Initiative], as_of: date
) -> list[tuple[Initiative, list[Due]]]:
    """What the actor can mend, by initiative; those where nothing waits are left out."""
    granted = waiting.rights_on_each(session, actor, [one.key for one in initiatives])
    found = due_in(session, initiatives, as_of)
    own = ((one, may_mend(found[one.key], granted[one.key])) for one in initiatives)
    return [(one, things) for one, things in own if things]


def may_mend(things: Sequence[Due], granted: frozenset[Right]) -> list[Due]:
    return [thing for thing in things if thing.right in granted]


def due_in(session: Session, initiatives: Sequence[Initiative], as_of: date) -> Mapping[int, list[Due]]:
    """By the id of the initiative. One that is over waits for no further values."""
    by_id = {one.key: one for one in initiatives}
    links = {one.key: Links(one.slug) for one in initiatives}
    ids, found = list(by_id), defaultdict[int, list[Due]](list)
    for indicator, newest in waiting.newest_values(session, ids, as_of):
        one = by_id[indicator.initiative_id]
        if not is_over(one.status, one.ends_on, as_of):
            found[one.key] += _value(indicator, newest, links[one.key], as_of)
    proposals = defaultdict[int, list[Proposal]](list)
    for proposal in waiting.proposals_waiting(session, ids, as_of):
        proposals[proposal.initiative_id].append(proposal)
    for initiative_id, known in proposals.items():
        found[initiative_id] += _answers(known, links[initiative_id])
    for finding in waiting.recommendations_waiting(session, ids, as_of):
        found[finding.initiative_id].append(_recommendation(finding, links[finding.initiative_id]))
    for claim, phase in waiting.claims_without_entries(session, ids, as_of):
        found[phase.initiative_id].append(_claim(phase, claim.claimed_on, links[phase.initiative_id]))
    for phase in waiting.phases_without_a_name(session, ids, as_of):
        found[phase.initiative_id].append(_name(phase, links[phase.initiative_id]))
    return found


def _value(indicator: Indicator, newest: date | None, links: Links, as_of: date) -> Iterator[Due]:
    expected = overdue_since(indicator.frequency, newest, indicator.created_at.date(), as_of)
    if expected is None:
        return
    yield Due(
        _("Add a value of {indicator}").format(indicator=indicator.name),
        links.indicator(indicator.key) + "/observations/new",
        late(expected, as_of),
    )


def _answers(known: Sequence[Proposal], links: Links) -> Iterator[Due]:
    """The oldest by name, the others together."""
    for proposal in known[:NAMED]:
        text = _("Answer “{proposal}”").format(proposal=in_a_line(proposal.text, 60))
        asked = _("asked on {day}").format(day=format_day(proposal.made_on))
        yield Due(text, links.learned(EntryKind.PROPOSAL, proposal.key) + "/answer", asked)
    rest = known[NAMED:]
    if rest:
        text = ngettext("Answer {count} more proposal", "Answer {count} more proposals", len(rest))
        since = _("asked since {day}").format(day=format_day(rest[0].made_on))
        href = links.learning(EntryKind.PROPOSAL, (proposal.key for proposal in rest))
        yield Due(text.format(count=len(rest)), href, since)


def _recommendation(finding: Finding, links: Links) -> Due:
    text = _("Answer the recommendation “{recommendation}”").format(
        recommendation=in_a_line(finding.recommendation, 60)
    )
    waited = _("recommended on {day}").format(day=format_day(finding.found_on))
    return Due(text, f"{links.finding(finding.key)}/response", waited)


def _claim(phase: Phase, claimed_on: date, links: Links) -> Due:
    text = _("Log what happened in {phase}").format(phase=_named(phase))
    waited = _("claimed on {day}, no entry").format(day=format_day(claimed_on))
    return Due(text, f"{links.overview}/log", waited)


def _name(phase: Phase, links: Links) -> Due:
    text = _("Name who answers for {phase}").format(phase=_named(phase))
    waited = _("nobody named since {day}").format(day=format_day(phase.starts_on))
    return Due(text, f"{links.phases}/{phase.key}/edit", waited, Right.MANAGE)


def _named(phase: Phase) -> str:
    return phase.name or label(phase.kind)
