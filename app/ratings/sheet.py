"""The sheet to hang up or hand round: the question in both languages, and its address as a code."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import segno

from app.i18n import _
from app.i18n.formats import format_day
from app.i18n.locale import FALLBACK, current_locale, speaking
from app.initiatives.models import Phase
from app.initiatives.pages import phase_name
from app.ratings.words import as_whom, in_plain_words
from app.vocabulary import Side

QUIET_ZONE = 4
"""White modules around a code, without which readers do not find it (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as one path, in modules."""

    size: int
    path: str


@dataclass(frozen=True, slots=True)
class SheetText:
    """The sheet in one language."""

    locale: str
    question: str
    plainly: str
    phase: str
    dates: str
    as_whom: str
    how: str
    privacy: str


def code_of(address: str) -> Code:
    """Level M: a sheet gets a crease or a drop of coffee."""
    rows = list(segno.make(address, error="m", micro=False).matrix_iter(border=QUIET_ZONE))
    return Code(len(rows), "".join(_strokes(rows)))


def texts(phase: Phase, side: Side) -> list[SheetText]:
    """The reader's own language first."""
    mine = current_locale()
    others = [locale for language, locale in FALLBACK.items() if not mine.startswith(language)]
    found = []
    for locale in (mine, *others):
        with speaking(locale):
            found.append(_text(locale, phase, side))
    return found


def _text(locale: str, phase: Phase, side: Side) -> SheetText:
    return SheetText(
        locale=locale,
        question=_("Who led this?"),
        plainly=in_plain_words(phase.kind),
        phase=phase_name(phase),
        dates=_dates(phase),
        as_whom=as_whom(side),
        how=_("Point the camera of your phone at the code, or type the address below it. One tap is enough."),
        privacy=_("No account and no name. Nothing is kept that tells who you are."),
    )


def _dates(phase: Phase) -> str:
    start = format_day(phase.starts_on)
    if phase.ends_on is None:
        return _("from {start}").format(start=start)
    return _("{start} to {end}").format(start=start, end=format_day(phase.ends_on))


def _strokes(rows: Iterable[Iterable[int]]) -> Iterator[str]:
    """One rectangle a run of dark modules."""
    for y, row in enumerate(rows):
        x = 0
        for is_dark, run in groupby(row):
            width = len(list(run))
            if is_dark:
                yield f"M{x} {y}h{width}v1h-{width}z"
            x += width
