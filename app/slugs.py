"""Addresses made from names: « Café du coin » becomes cafe-du-coin."""

import re
import unicodedata
from collections.abc import Callable
from itertools import count

LONGEST = 72
RESERVED = {"new", "archived"}
"""Addresses of pages beside those of the rows."""


def slug_of(name: str) -> str:
    plain = (
        unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("æ", "ae"))
        .encode("ascii", "ignore")
        .decode()
    )
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:LONGEST].strip("-") or "x"


def free_slug(name: str, is_taken: Callable[[str], bool]) -> str:
    """The name's slug, numbered if another has it."""
    slug = slug_of(name)
    candidates = (slug if number == 1 else f"{slug}-{number}" for number in count(1))
    return next(
        candidate for candidate in candidates if candidate not in RESERVED and not is_taken(candidate)
    )
