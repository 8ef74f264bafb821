"""What to check before concluding: the warnings of a log, each with the entries that fired it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from app.activities.models import Activity
from app.evaluations.document import Evaluation
from app.evaluations.figures import Figure
from app.evaluations.links import Links
from app.evaluations.queries import activities_with
from app.evaluations.records import Answer
from app.evaluations.sentences import process, warnings
from app.i18n import _, ngettext
from app.i18n.formats import format_day
from app.learning.titles import in_a_line
from app.measurement.warnings import LogWarning

NAMED = 3
"""Entries that are named beside a warning; more are opened together."""


@dataclass(frozen=True, slots=True)
class Check:
    heading: str
    reason: str
    named: tuple[Figure, ...]
    more: Figure
    answer: Answer | None
    answer_at: str
    """Where the team answers, or changes its answer."""


def checks(session: Session, evaluation: Evaluation, links: Links) -> list[Check]:
    found = evaluation.process.warnings
    wanted = {entry for warning in found if len(warning.entries) <= NAMED for entry in warning.entries}
    known = {activity.key: activity for activity in activities_with(session, wanted)}
    return [
        *(_check(warning, known, evaluation, links) for warning in found),
        *(_unheard(warning, evaluation, links) for warning in evaluation.learning.warnings),
    ]


def _check(warning: LogWarning, known: dict[int, Activity], evaluation: Evaluation, links: Links) -> Check:
    phase = evaluation.phases.get(warning.phase_id) if warning.phase_id else None
    return Check(
        heading=warnings.heading(warning, process.phase_name(phase) if phase else ""),
        reason=warnings.reason(warning),
        named=_named((known[entry] for entry in warning.entries if entry in known), links),
        more=_more(warning, links),
        answer=evaluation.answers.get((warning.rule, warning.phase_id)),
        answer_at=links.warning(warning.rule, warning.phase_id),
    )


def _unheard(warning: LogWarning, evaluation: Evaluation, links: Links) -> Check:
    """About a proposal or an incident: a few are named by how they begin."""
    kind, words = warning.entry_kind, evaluation.learned.words
    few = warning.entries if len(warning.entries) <= NAMED else ()
    named = [Figure(in_a_line(words[kind, entry]), links.learned(kind, entry)) for entry in few]
    return Check(
        heading=warnings.heading(warning),
        reason=warnings.reason(warning),
        named=tuple(named),
        more=_more(warning, links),
        answer=evaluation.answers.get((warning.rule, warning.phase_id)),
        answer_at=links.warning(warning.rule, warning.phase_id),
    )


def _named(activities: Iterable[Activity], links: Links) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            _("{title} ({day})").format(title=activity.title, day=format_day(activity.happened_on)),
            links.activity(activity.key),
        )
        for activity in activities
    )


def _more(warning: LogWarning, links: Links) -> Figure:
    """Where the entries, or the phase, can be looked at."""
    if warning.entries:
        count = len(warning.entries)
        text = ngettext("Open {count} entry", "Open {count} entries", count).format(count=count)
        return Figure(text, links.entries(warning.entry_kind, warning.entries))
    if warning.phase_id:
        return Figure(_("Open the phase"), f"{links.phases}#phase-{warning.phase_id}")
    return Figure(_("Open the log"), links.activities())
