"""Who answers for it: phases that nobody is named for, and incidents that nobody answered for."""

from dataclasses import dataclass

from app.evaluations.document import Evaluation
from app.evaluations.figures import Figure
from app.evaluations.links import Links
from app.evaluations.sentences import learning, process
from app.i18n import _
from app.vocabulary import EntryKind


@dataclass(frozen=True, slots=True)
class Accountability:
    """`unnamed` are the phases without anybody named, under what `phases` says of them."""

    phases: Figure
    unnamed: tuple[Figure, ...]
    incidents: tuple[Figure, ...]


def accountability(evaluation: Evaluation, links: Links) -> Accountability:
    phases = evaluation.phases.values()
    unnamed = tuple(
        Figure(process.phase_name(phase), links.phases) for phase in phases if not phase.accountable
    )
    return Accountability(
        phases=Figure(_of_phases(len(phases), len(unnamed)), links.phases),
        unnamed=unnamed,
        incidents=_incidents(evaluation, links),
    )


def _of_phases(begun: int, unnamed: int) -> str:
    if not begun:
        return _("No phase has begun yet.")
    if unnamed:
        return _("Nobody is named as accountable for these phases:")
    return _("Somebody is named as accountable for every phase.")


def _incidents(evaluation: Evaluation, links: Links) -> tuple[Figure, ...]:
    found = evaluation.learning.incidents
    texts = [learning.incidents(found)]
    if found.entries:
        texts += [learning.owned(found.answered_for), learning.citizens_told(found.told)]
    href = links.learning(EntryKind.INCIDENT, found.entries)
    return tuple(Figure(text, href) for text in texts)
