"""What changed inside a text, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

LEAST_IN_COMMON = 0.4
"""Share of the words below which a text was written anew: both are then read on their own."""

LONGEST_UNCHANGED = 160
"""Characters of an unchanged stretch that are shown whole; of a longer one, only its ends."""
SHOWN_AT_AN_END = 60


class Mark(StrEnum):
    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Part:
    """A stretch of text, and what became of it."""

    text: str
    mark: Mark


def difference(before: str, after: str) -> Sequence[Part]:
    """From the one text to the other; nothing where too little stayed for that to be readable."""
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, old, new)
    if matcher.ratio() < LEAST_IN_COMMON:
        return ()
    return tuple(_parts(old, new, matcher))


def _parts(old: list[str], new: list[str], matcher: "SequenceMatcher[str]") -> Iterator[Part]:
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        if what == "equal":
            yield Part(_shortened("".join(old[start:end])), Mark.KEPT)
            continue
        if end > start:
            yield Part("".join(old[start:end]), Mark.REMOVED)
        if new_end > new_start:
            yield Part("".join(new[new_start:new_end]), Mark.ADDED)


def _words(text: str) -> list[str]:
    """Each with the space after it."""
    return re.findall(r"\S+\s*|\s+", text)


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_UNCHANGED:
        return text
    return f"{text[:SHOWN_AT_AN_END].rstrip()} … {text[-SHOWN_AT_AN_END:].lstrip()}"
