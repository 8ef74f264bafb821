"""What happened meanwhile, on the axis and in a list: rebasings, aims, incidents, obstacles and enablers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.charts.scales import TimeSpan
from app.charts.story import Event, EventSign
from app.i18n import N_, _
from app.i18n.labels import label
from app.indicators.models import Rebase
from app.learning.log import LearningLog
from app.learning.titles import in_a_line
from app.vocabulary import Aim, EntryKind, Influence

MOST = 12
"""Events that a picture can carry; the others are said to be elsewhere."""

SIGNS = {Influence.OBSTACLE: EventSign.BAR, Influence.ENABLER: EventSign.PLUS}
LABELS = {Influence.OBSTACLE: N_("Obstacle: {words}"), Influence.ENABLER: N_("Enabler: {words}")}


class Declared(Protocol):
    """An aim, and the day from which it holds."""

    @property
    def aim(self) -> Aim: ...

    @property
    def declared_on(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, the last day of what lasted and is over, and where it is written down."""

    event: Event
    until: date | None
    href: str
    rebase: Rebase | None = None


@dataclass(frozen=True, slots=True)
class Happenings:
    """Those shown, in order of time, and how many more there are."""

    shown: Sequence[Happening]
    more: int


def happenings(
    aims: Iterable[Declared], learned: LearningLog, as_of: date, base: str
) -> tuple[Happening, ...]:
    """The aims first, then what failed, what stood in the way, what helped; of each the newest.

    `base` is the address of the initiative.
    """
    found = [*_aims(aims, as_of, base), *_incidents(learned, as_of, base)]
    for influence in Influence:
        found += _influences(learned, influence, as_of, base)
    return tuple(found)


def rebasings(rebases: Iterable[Rebase], as_of: date, address: str) -> tuple[Happening, ...]:
    """`address` is that of the indicator."""
    return tuple(
        Happening(
            Event(rebase.rebased_on, _("Begun anew"), EventSign.BREAK),
            None,
            f"{address}#rebase-{rebase.key}",
            rebase,
        )
        for rebase in rebases
        if rebase.rebased_on <= as_of
    )


def within(found: Sequence[Happening], span: TimeSpan, most: int = MOST) -> Happenings:
    """The first of those found that lie on the axis, in order of time."""
    inside = [one for one in found if span.covers(one.event.on)]
    shown = sorted(inside[:most], key=lambda one: one.event.on)
    return Happenings(shown, len(found) - len(shown))


def _aims(aims: Iterable[Declared], as_of: date, base: str) -> Iterator[Happening]:
    """A changed aim moves what is looked at; the first one does not."""
    declared = sorted((aim for aim in aims if aim.declared_on <= as_of), key=lambda aim: aim.declared_on)
    for aim in declared[1:]:
        text = _("Aim changed: {aim}").format(aim=label(aim.aim))
        yield Happening(Event(aim.declared_on, text), None, f"{base}/aims")


def _incidents(learned: LearningLog, as_of: date, base: str) -> Iterator[Happening]:
    known = [incident for incident in learned.incidents if incident.happened_on <= as_of]
    for incident in sorted(known, key=lambda incident: incident.happened_on, reverse=True):
        words = _begun(learned.words[EntryKind.INCIDENT, incident.id])
        event = Event(incident.happened_on, _("Incident: {words}").format(words=words), EventSign.CROSS)
        yield Happening(event, None, f"{base}/learning/incidents/{incident.id}")


def _influences(learned: LearningLog, influence: Influence, as_of: date, base: str) -> Iterator[Happening]:
    known = [o for o in learned.obstacles if o.influence is influence and o.noticed_on <= as_of]
    for obstacle in sorted(known, key=lambda obstacle: obstacle.noticed_on, reverse=True):
        words = _begun(learned.words[EntryKind.OBSTACLE, obstacle.id])
        event = Event(obstacle.noticed_on, _(LABELS[influence]).format(words=words), SIGNS[influence])
        is_over = obstacle.resolved_on is not None and obstacle.resolved_on <= as_of
        over = obstacle.resolved_on if is_over else None
        yield Happening(event, over, f"{base}/learning/obstacles/{obstacle.id}")


def _begun(text: str) -> str:
    """Its first sentence, as far as a picture has room for it."""
    return in_a_line(text.split(". ", maxsplit=1)[0], 60).rstrip(".")
