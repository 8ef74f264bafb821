"""Days as people type and paste them: 2026-03-05, 5/3/2026 or 05.03.2026."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from app.i18n.locale import current_locale

DAY_FIRST = {"en-GB", "fr-FR"}
"""Where 5/3/2026 is the fifth of March. In Canada both orders are in use, in either language."""

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")


def possible_days(text: str, beside: Iterable[str] = ()) -> list[date]:
    """The days a text can mean: none if it is no day, two where the order of day and month is open.

    `beside` are the texts of the same column: one of them with the month first leaves the order open
    even where people write the day first.
    """
    found = _readings(text)
    if len(found) < 2 or current_locale() not in DAY_FIRST or any(map(_is_month_first, beside)):
        return found
    return found[:1]


def _readings(text: str) -> list[date]:
    """With the day first, then with the month first."""
    if known := _YEAR_FIRST.fullmatch(text.strip()):
        return list(_days(known[1], known[3], known[4]))
    if known := _YEAR_LAST.fullmatch(text.strip()):
        day_first, month_first = _days(known[4], known[3], known[1]), _days(known[4], known[1], known[3])
        return list(dict.fromkeys([*day_first, *month_first]))
    return []


def _is_month_first(text: str) -> bool:
    """It can be read in no other way: 3/25/2026."""
    known = _YEAR_LAST.fullmatch(text.strip())
    return known is not None and not [*_days(known[4], known[3], known[1])] and bool(_readings(text))


def _days(year: str, month: str, day: str) -> Iterator[date]:
    try:
        yield date(int(year), int(month), int(day))
    except ValueError:
        return
