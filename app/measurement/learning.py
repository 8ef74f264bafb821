"""What a log says of proposals and their answers, of obstacles, incidents and stories, on any day."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from app.measurement.missing import Missing, MissingReason
from app.measurement.proportions import Proportion, proportion
from app.measurement.records import Incident, Obstacle, Proposal, Story
from app.measurement.thresholds import DEFAULT, Thresholds
from app.measurement.warnings import LogWarning
from app.vocabulary import (
    Consent,
    EntryKind,
    Influence,
    InfluenceKind,
    ProposalAnswer,
    StoryStrength,
    WarningRule,
)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the entries of one kind; `entries` are those that are counted in it."""

    part: Proportion
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """The median of whole days between two things, over the entries where both are known."""

    median: float
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proposals:
    """`adopted`, `reasoned` and `told` are parts of those answered; `waiting` are those open for too long."""

    made: int
    answered: Share | Missing
    adopted: Share | Missing
    reasoned: Share | Missing
    told: Share | Missing
    days_to_answer: Days | Missing
    days_to_telling: Days | Missing
    waiting: tuple[int, ...]
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lasting:
    """How many days one obstacle or enabler has lasted, to its end or to the day that is looked from."""

    entry: int
    kind: InfluenceKind
    days: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class KindCount:
    """Obstacles, or enablers, of one kind, and how many of them last still."""

    kind: InfluenceKind
    noticed: int
    still_open: int
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Influences:
    """All obstacles, or all enablers. `kinds` in order of number; `lasting` with the longest first."""

    influence: Influence
    still_open: tuple[int, ...]
    kinds: tuple[KindCount, ...]
    lasting: tuple[Lasting, ...]
    days_to_end: Days | Missing
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Incidents:
    answered_for: Share | Missing
    told: Share | Missing
    days_to_telling: Days | Missing
    unanswered: tuple[int, ...]
    untold: tuple[int, ...]
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stories:
    """Consent is as it is now, whatever the day: words that were taken back count for no day."""

    one_voice: int
    several_voices: int
    documented: int
    may_leave: int
    withdrawn: int
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Learning:
    """Everything about learning in one log, on one day."""

    proposals: Proposals
    obstacles: Influences
    enablers: Influences
    incidents: Incidents
    stories: Stories
    warnings: tuple[LogWarning, ...]


def learning(
    proposals: Sequence[Proposal],
    obstacles: Sequence[Obstacle],
    incidents: Sequence[Incident],
    stories: Sequence[Story],
    as_of: date,
    over_on: date | None = None,
    thresholds: Thresholds = DEFAULT,
) -> Learning:
    """`over_on` is the day on which the initiative ended: nothing holds it back or helps it after that."""
    until = min(as_of, over_on or as_of)
    return Learning(
        proposals=answers(proposals, as_of, thresholds),
        obstacles=influences(obstacles, Influence.OBSTACLE, as_of, until, thresholds),
        enablers=influences(obstacles, Influence.ENABLER, as_of, until, thresholds),
        incidents=accounts(incidents, as_of, thresholds),
        stories=voices(stories, as_of),
        warnings=silences(proposals, incidents, as_of, thresholds),
    )


def answers(proposals: Sequence[Proposal], as_of: date, thresholds: Thresholds = DEFAULT) -> Proposals:
    """You said, we did: how many were answered, how, how soon, and whether they were told."""
    made = [p for p in proposals if p.made_on <= as_of]
    answered = [p for p in made if is_answered(p, as_of)]
    told = [p for p in answered if _by(p.told_on, as_of)]
    return Proposals(
        made=len(made),
        answered=_share(answered, made, MissingReason.NO_PROPOSAL, thresholds),
        adopted=_of_answered(answered, lambda p: p.answer is ProposalAnswer.ADOPTED, thresholds),
        reasoned=_of_answered(answered, lambda p: p.has_reason, thresholds),
        told=_of_answered(answered, lambda p: _by(p.told_on, as_of), thresholds),
        days_to_answer=_days(((p.id, p.made_on, p.answered_on) for p in answered), thresholds),
        days_to_telling=_days(((p.id, p.made_on, p.told_on) for p in told), thresholds),
        waiting=waiting(made, as_of, thresholds),
        entries=_ids(made),
    )


def is_answered(proposal: Proposal, as_of: date) -> bool:
    return proposal.answer is not ProposalAnswer.OPEN and _by(proposal.answered_on, as_of)


def waiting(proposals: Iterable[Proposal], as_of: date, thresholds: Thresholds = DEFAULT) -> tuple[int, ...]:
    """Open for more than thirty days."""
    patience = timedelta(days=thresholds.answer_days)
    return _ids(p for p in proposals if as_of - p.made_on > patience and not is_answered(p, as_of))


def influences(
    obstacles: Sequence[Obstacle],
    influence: Influence,
    as_of: date,
    until: date | None = None,
    thresholds: Thresholds = DEFAULT,
) -> Influences:
    """What held the work back, or what helped it, by kind and by how long; days run to `until` at most."""
    noticed = [o for o in obstacles if o.influence is influence and o.noticed_on <= as_of]
    lasting = sorted(
        (_lasting(o, as_of, until or as_of) for o in noticed), key=lambda found: (-found.days, found.entry)
    )
    ended = [o for o in noticed if _by(o.resolved_on, as_of)]
    return Influences(
        influence=influence,
        still_open=tuple(sorted(found.entry for found in lasting if found.is_open)),
        kinds=_by_kind(lasting),
        lasting=tuple(lasting),
        days_to_end=_days(((o.id, o.noticed_on, o.resolved_on) for o in ended), thresholds),
        entries=_ids(noticed),
    )


def accounts(incidents: Sequence[Incident], as_of: date, thresholds: Thresholds = DEFAULT) -> Incidents:
    """Who answered for what failed, and when citizens were told."""
    happened = [i for i in incidents if i.happened_on <= as_of]
    told = [i for i in happened if _by(i.told_on, as_of)]
    owned = [i for i in happened if i.is_answered_for]
    return Incidents(
        answered_for=_share(owned, happened, MissingReason.NO_INCIDENT, thresholds),
        told=_share(told, happened, MissingReason.NO_INCIDENT, thresholds),
        days_to_telling=_days(((i.id, i.happened_on, i.told_on) for i in told), thresholds),
        unanswered=_ids(i for i in happened if not i.is_answered_for),
        untold=_ids(i for i in happened if not _by(i.told_on, as_of)),
        entries=_ids(happened),
    )


def voices(stories: Sequence[Story], as_of: date) -> Stories:
    told = [s for s in stories if s.told_on <= as_of]
    kept = [s for s in told if s.consent is not Consent.WITHDRAWN]
    strengths = [s.strength for s in kept]
    return Stories(
        one_voice=strengths.count(StoryStrength.ONE_VOICE),
        several_voices=strengths.count(StoryStrength.SEVERAL_VOICES),
        documented=strengths.count(StoryStrength.DOCUMENTED),
        may_leave=sum(s.consent is not Consent.INSIDE for s in kept),
        withdrawn=len(told) - len(kept),
        entries=_ids(kept),
    )


def silences(
    proposals: Sequence[Proposal],
    incidents: Sequence[Incident],
    as_of: date,
    thresholds: Thresholds = DEFAULT,
) -> tuple[LogWarning, ...]:
    """What nobody answered, answers for, or told."""
    made = [p for p in proposals if p.made_on <= as_of]
    happened = [i for i in incidents if i.happened_on <= as_of]
    patience = timedelta(days=thresholds.telling_days)
    untold = [i for i in happened if as_of - i.happened_on > patience and not _by(i.told_on, as_of)]
    found = (
        (WarningRule.PROPOSALS_WAITING, waiting(made, as_of, thresholds), len(made), EntryKind.PROPOSAL),
        (
            WarningRule.NOBODY_ANSWERED_FOR,
            _ids(i for i in happened if not i.is_answered_for),
            len(happened),
            EntryKind.INCIDENT,
        ),
        (WarningRule.CITIZENS_NOT_TOLD, _ids(untold), len(happened), EntryKind.INCIDENT),
    )
    return tuple(LogWarning(rule, ids, len(ids), of, entry_kind=kind) for rule, ids, of, kind in found if ids)


def _of_answered(
    answered: Sequence[Proposal], counts: Callable[[Proposal], bool], thresholds: Thresholds
) -> Share | Missing:
    return _share([p for p in answered if counts(p)], answered, MissingReason.NO_ANSWER, thresholds)


def _share(
    counted: Sequence[Proposal] | Sequence[Incident],
    among: Sequence[Proposal] | Sequence[Incident],
    nothing: MissingReason,
    thresholds: Thresholds,
) -> Share | Missing:
    """With Wilson's interval; none of nothing has a reason of its own."""
    part = proportion(len(counted), len(among), thresholds=thresholds)
    return Missing(nothing, 0, 1) if isinstance(part, Missing) else Share(part, _ids(counted))


def _days(spans: Iterable[tuple[int, date, date | None]], thresholds: Thresholds) -> Days | Missing:
    """Entries with the day of each end; a median of one or two would be those entries themselves."""
    known = [(entry, (until - since).days) for entry, since, until in spans if until is not None]
    entries = tuple(sorted(entry for entry, _ in known))
    if len(known) < thresholds.median_entries:
        return Missing(MissingReason.TOO_FEW_ENTRIES, len(known), thresholds.median_entries, entries)
    return Days(float(median(days for _, days in known)), entries)


def _lasting(obstacle: Obstacle, as_of: date, until: date) -> Lasting:
    ended = obstacle.resolved_on if _by(obstacle.resolved_on, as_of) else None
    days = ((ended or max(until, obstacle.noticed_on)) - obstacle.noticed_on).days
    return Lasting(obstacle.id, obstacle.kind, days, is_open=ended is None)


def _by_kind(lasting: Sequence[Lasting]) -> tuple[KindCount, ...]:
    """The most frequent first, then in the order of the words."""
    found = [
        KindCount(
            kind,
            len(those),
            sum(one.is_open for one in those),
            tuple(sorted(one.entry for one in those)),
        )
        for kind in InfluenceKind
        if (those := [one for one in lasting if one.kind is kind])
    ]
    return tuple(sorted(found, key=lambda count: -count.noticed))


def _by(day: date | None, as_of: date) -> bool:
    return day is not None and day <= as_of


def _ids(rows: Iterable[Proposal | Obstacle | Incident | Story]) -> tuple[int, ...]:
    return tuple(sorted(row.id for row in rows))
