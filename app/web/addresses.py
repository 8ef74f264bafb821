"""Addresses taken apart and put together: numbers that name rows and versions, and where to go next."""

import re
from urllib.parse import quote

from app.i18n import _
from app.refusals import Invalid

LARGEST_ID = 2**31 - 1


def number_in(text: str) -> int | None:
    """A whole number that a row can have; None for any other text."""
    number = int(text) if re.fullmatch(r"[0-9]{1,10}", text) else None
    return number if number is not None and number <= LARGEST_ID else None


def ids_in(text: str) -> tuple[int, ...]:
    """`1,2,3`, as links name the entries behind a number; nothing means all."""
    try:
        ids = tuple(int(part) for part in text.split(",")) if text else ()
    except ValueError:
        raise Invalid({"ids": _("Enter numbers with commas between them.")}) from None
    return tuple(id_ for id_ in ids if 0 < id_ <= LARGEST_ID)


def query_with_next(path: str) -> str:
    """What an address ends with so that its page leads on to `path`, whose own query stays whole."""
    return "" if path == "/" else f"?next={quote(path, safe='/')}"
