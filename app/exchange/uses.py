"""What a column of a file can hold, and what it seems to hold."""

import re
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from app.exchange.days import is_day
from app.exchange.missing import is_missing
from app.exchange.numbers import is_number
from app.exchange.reading import Table
from app.exchange.texts import UNSEEN
from app.i18n import N_

OF_INDICATOR = "indicator-"
"""Begins the use of a column with values of an indicator that exists: `indicator-12`."""

MOSTLY = 0.6


class Use(StrEnum):
    LEAVE_OUT = "leave-out"
    DAY = "day"
    PART = "part"
    NEW = "new"
    """Values of an indicator that is defined with them."""
    N = "n"
    SD = "sd"
    NOTE = "note"
    SOURCE = "source"


USES = {
    Use.LEAVE_OUT: N_("Leave out"),
    Use.DAY: N_("The date"),
    Use.PART: N_("The part, such as the place or group"),
    Use.NEW: N_("Values of a new indicator"),
    Use.N: N_("How many people are behind the value"),
    Use.SD: N_("The standard deviation"),
    Use.NOTE: N_("A note"),
    Use.SOURCE: N_("The source"),
}

NAMES = {
    "n": Use.N,
    "effectif": Use.N,
    "sd": Use.SD,
    "std": Use.SD,
    "standard deviation": Use.SD,
    "ecart type": Use.SD,
    "écart type": Use.SD,
    "note": Use.NOTE,
    "notes": Use.NOTE,
    "comment": Use.NOTE,
    "comments": Use.NOTE,
    "commentaire": Use.NOTE,
    "remarque": Use.NOTE,
    "source": Use.SOURCE,
}
"""Headings that say it by themselves."""

VALUE_NAMES = {"value", "values", "valeur", "valeurs", "result", "résultat", "mean", "moyenne", "score"}
ID = re.compile(r"(^|[ _-])(id|code|no|nr|numéro)$|[a-z]ID$")
"""Headings of what names a row, in numbers or not."""


def guess(table: Table, indicators: Mapping[int, str], *, may_define: bool, wanted: int | None) -> list[str]:
    """The use of each column. `indicators` is id → name; `wanted` is the one the person came from."""
    uses = [_alone(name, [*table.column(index)]) for index, name in enumerate(table.columns)]
    _only_first(uses, Use.DAY)
    _only_first(uses, Use.PART)
    return _with_indicators(table.columns, uses, indicators, may_define=may_define, wanted=wanted)


def _only_first(uses: list[str], use: Use) -> None:
    """A second column of dates or names cannot be one too."""
    for index in [index for index, found in enumerate(uses) if found == use][1:]:
        uses[index] = Use.LEAVE_OUT


def alike(name: str) -> str:
    """For headings that differ in case, underscores and spaces only."""
    return " ".join(UNSEEN.sub("", name).replace("_", " ").replace("-", " ").casefold().split())


def _alone(name: str, texts: Sequence[str]) -> str:
    filled = [text for text in texts if not is_missing(text)]
    named = NAMES.get(alike(name))
    if named or not filled:
        return named or Use.LEAVE_OUT
    if _mostly(filled, [text for text in filled if is_day(text)]):
        return Use.DAY
    if ID.search(name):
        return Use.PART
    if _mostly(filled, [text for text in filled if is_number(text)]):
        return Use.NEW
    return Use.PART


def _mostly(all_of_them: Collection[str], some: Collection[str]) -> bool:
    return len(some) >= MOSTLY * len(all_of_them)


def _with_indicators(
    columns: Sequence[str],
    uses: list[str],
    indicators: Mapping[int, str],
    *,
    may_define: bool,
    wanted: int | None,
) -> list[str]:
    """Numbers are of the indicator that is called so, of the one that is wanted, or of a new one."""
    by_name = {alike(name): id_ for id_, name in indicators.items()}
    otherwise = Use.NEW if may_define else Use.LEAVE_OUT
    numbers = [index for index, use in enumerate(uses) if use is Use.NEW]
    for index in numbers:
        known = by_name.get(alike(columns[index]))
        is_wanted = wanted in indicators and (len(numbers) == 1 or alike(columns[index]) in VALUE_NAMES)
        found = known or (wanted if is_wanted else None)
        uses[index] = f"{OF_INDICATOR}{found}" if found else otherwise
    _details_belong_to_one(uses)
    return uses


def _details_belong_to_one(uses: list[str]) -> None:
    """People, notes and so on are of a value: with several columns of values nobody knows of which."""
    values = sum(use == Use.NEW or use.startswith(OF_INDICATOR) for use in uses)
    for index, use in enumerate(uses):
        if values > 1 and use in {Use.N, Use.SD, Use.NOTE, Use.SOURCE}:
            uses[index] = Use.LEAVE_OUT
