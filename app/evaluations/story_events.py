"""What happened meanwhile: changed aims, incidents, obstacles and enablers, on the axis and in a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.charts.scales import TimeSpan
from app.charts.story import Event, EventSign
from app.evaluations.document import Evaluation
from app.evaluations.links import Links
from app.i18n import N_, _
from app.i18n.labels import label
from app.learning.titles import in_a_line
from app.vocabulary import EntryKind, Influence

MOST = 12
"""Events that a picture can carry; the others are said to be elsewhere."""

SIGNS = {Influence.OBSTACLE: EventSign.BAR, Influence.ENABLER: EventSign.PLUS}
LABELS = {Influence.OBSTACLE: N_("Obstacle: {words}"), Influence.ENABLER: N_("Enabler: {words}")}


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, the last day of what lasted and is over, and where it is written down."""

    event: Event
    until: date | None
    href: str


@dataclass(frozen=True, slots=True)
class Happenings:
    """Those shown, in order of time, and how many more there are."""

    shown: Sequence[Happening]
    more: int


def happenings(evaluation: Evaluation, links: Links, span: TimeSpan) -> Happenings:
    """The aims first, then what failed, what stood in the way, what helped; of each the newest."""
    found = [*_aims(evaluation, links), *_incidents(evaluation, links)]
    for influence in Influence:
        found += _influences(evaluation, influence, links)
    within = [one for one in found if span.first <= one.event.on <= span.last]
    shown = sorted(within[:MOST], key=lambda one: one.event.on)
    return Happenings(shown, len(found) - len(shown))


def _aims(evaluation: Evaluation, links: Links) -> Iterator[Happening]:
    """A changed aim moves what is looked at; the first one does not."""
    for aim in sorted(evaluation.aims, key=lambda aim: aim.declared_on)[1:]:
        text = _("Aim changed: {aim}").format(aim=label(aim.aim))
        yield Happening(Event(aim.declared_on, text), None, f"{links.overview}/aims")


def _incidents(evaluation: Evaluation, links: Links) -> Iterator[Happening]:
    known = [i for i in evaluation.learned.incidents if i.happened_on <= evaluation.as_of]
    for incident in sorted(known, key=lambda incident: incident.happened_on, reverse=True):
        words = _words(evaluation, EntryKind.INCIDENT, incident.id)
        event = Event(incident.happened_on, _("Incident: {words}").format(words=words), EventSign.CROSS)
        yield Happening(event, None, links.learned(EntryKind.INCIDENT, incident.id))


def _influences(evaluation: Evaluation, influence: Influence, links: Links) -> Iterator[Happening]:
    known = [
        o
        for o in evaluation.learned.obstacles
        if o.influence is influence and o.noticed_on <= evaluation.as_of
    ]
    for obstacle in sorted(known, key=lambda obstacle: obstacle.noticed_on, reverse=True):
        words = _words(evaluation, EntryKind.OBSTACLE, obstacle.id)
        text = _(LABELS[influence]).format(words=words)
        over = (
            obstacle.resolved_on
            if obstacle.resolved_on and obstacle.resolved_on <= evaluation.as_of
            else None
        )
        event = Event(obstacle.noticed_on, text, SIGNS[influence])
        yield Happening(event, over, links.learned(EntryKind.OBSTACLE, obstacle.id))


def _words(evaluation: Evaluation, kind: EntryKind, entry: int) -> str:
    """Its first sentence, as far as a picture has room for it."""
    first = evaluation.learned.words[kind, entry].split(". ")[0]
    return in_a_line(first, 60).rstrip(".")
