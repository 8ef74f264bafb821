"""The portfolio's other pictures: shapes to count phase by phase, and process beside outcome."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.charts.beside import Beside, BesidePoint, BesideWords, beside
from app.charts.beside_rows import beside_rows
from app.charts.tally import Tally as Shapes
from app.charts.tally import tally
from app.i18n import _, ngettext
from app.i18n.formats import format_percent
from app.i18n.labels import label
from app.portfolios.portfolio import Pair, Portfolio, Tally
from app.vocabulary import Lead, PhaseKind

MOST_DRAWN = 60
"""Initiatives whose names still find room beside their points."""

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Counted:
    """Phases of one kind as shapes, each row with its counts in words."""

    kind: PhaseKind
    claimed: Shapes
    claimed_words: str
    evidenced: Shapes
    evidenced_words: str


@dataclass(frozen=True, slots=True)
class SharedRow:
    """Initiatives with so many shared phases: how many moved away, are on their way, or at their target."""

    shared_phases: int
    initiatives: int
    away: int
    on_the_way: int
    at_target: int


@dataclass(frozen=True, slots=True)
class BesidePictures:
    wide: Beside
    narrow: Beside
    told: str


def counted(overall: Portfolio) -> list[Counted]:
    return [_counted(one) for one in overall.phases]


def shared_rows(overall: Portfolio) -> list[SharedRow]:
    """For more initiatives than a picture has room for."""
    made: dict[int, list[Decimal]] = defaultdict(list)
    for pair in overall.process_and_outcome.pairs:
        made[pair.shared_phases].append(pair.progress)
    return [
        SharedRow(
            shared_phases=shared,
            initiatives=len(own),
            away=sum(progress < 0 for progress in own),
            on_the_way=sum(0 <= progress < 1 for progress in own),
            at_target=sum(progress >= 1 for progress in own),
        )
        for shared, own in sorted(made.items())
    ]


def beside_pictures(overall: Portfolio) -> BesidePictures | None:
    """None when there is nothing to draw, or too much to read."""
    pairs = overall.process_and_outcome.pairs
    if not 0 < len(pairs) <= MOST_DRAWN:
        return None
    points = [BesidePoint(pair.name, pair.shared_phases, float(pair.progress) * PERCENT) for pair in pairs]
    words = _beside_words()
    return BesidePictures(beside(points, words), beside_rows(points, words), "; ".join(map(_told, pairs)))


def _counted(one: Tally) -> Counted:
    claimed: dict[Lead | None, int] = dict(one.claimed.items())
    evidenced: dict[Lead | None, int] = {**dict(one.evidenced.items()), None: one.not_enough_evidence}
    return Counted(
        kind=one.kind,
        claimed=tally(claimed),
        claimed_words=_in_words(claimed),
        evidenced=tally(evidenced),
        evidenced_words=_in_words(evidenced),
    )


def _in_words(counts: Mapping[Lead | None, int]) -> str:
    """Citizens 2, Together 4"""
    named = ((label(lead) if lead else _("Not enough evidence"), count) for lead, count in counts.items())
    return ", ".join(f"{name} {count}" for name, count in named if count) or "–"


def _beside_words() -> BesideWords:
    return BesideWords(
        target=_("target"),
        shared=_("Phases that citizens led or shared, as the log shows (0 to 4)"),
        percent=lambda value: format_percent(value / PERCENT),
        group=_shared_phases,
    )


def _shared_phases(count: int) -> str:
    return ngettext(
        "{count} phase led or shared by citizens", "{count} phases led or shared by citizens", count
    ).format(count=count)


def _told(pair: Pair) -> str:
    return _("{initiative}: {phases}, {progress} to target").format(
        initiative=pair.name,
        phases=_shared_phases(pair.shared_phases),
        progress=format_percent(pair.progress),
    )
