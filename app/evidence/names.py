"""What people call a file: a label only, never a place on the disk."""

import re
import unicodedata

from app.evidence.kinds import FileKind

LONGEST_NAME = 160
UNNAMED = "file"
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Characters that nobody sees, or that turn the ones after them around."""


def as_seen(given: str) -> str:
    """The last part of the path, in characters that can be seen."""
    composed = unicodedata.normalize("NFC", re.split(r"[/\\]", given)[-1])
    seen = "".join(letter if unicodedata.category(letter) not in UNSEEN else " " for letter in composed)
    return " ".join(seen.split()).strip(" .")[:LONGEST_NAME] or UNNAMED


def label_for(given: str, kind: FileKind) -> str:
    """As it is seen, ending as its kind does."""
    name = as_seen(given)
    ending = next((suffix for suffix in kind.suffixes if name.lower().endswith(suffix)), "")
    stem = name[: len(name) - len(ending)].rstrip(" .") or UNNAMED
    ending = ending or kind.suffixes[0]
    return stem[: LONGEST_NAME - len(ending)] + ending
