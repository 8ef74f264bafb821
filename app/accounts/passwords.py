"""Which passwords are refused: short ones and those that a guessing program tries first. Nothing else."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from app.i18n import N_, _
from app.refusals import Invalid

SHORTEST = 12
FEWEST_DIFFERENT = 5
"""Fewer different characters are guessed quickly however often they are repeated."""

ROWS = (
    "0123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
)
"""The alphabet and what lies side by side on keyboards."""

LEAST_OF_A_ROW = 6
"""Letters: two that lie side by side among ten digits are chance."""

TOO_SHORT = N_("Use at least 12 characters. A few words in a row are easy to keep.")
TOO_COMMON = N_("This is one of the first passwords that others would try. Choose another.")
TOO_NEAR = N_("This is your name or your address. Choose another password.")
LEAST_OF_A_NAME = 4
"""Letters: a shorter name says nothing in a password."""


def weakness(password: str) -> str | None:
    """What is wrong with a password whoever has it, to be translated; None for a good one."""
    if len(unicodedata.normalize("NFKC", password)) < SHORTEST:
        return TOO_SHORT
    return TOO_COMMON if _is_common(password) else None


def expect_unlike(password: str, *personal: str) -> None:
    """Raises Invalid where the password is nothing but a name or an address of this person."""
    kept = _letters(password)
    parts = [part for text in personal for part in (text, *re.split(r"[@\s]", text))]
    known = {_letters(part) for part in parts if len(_letters(part)) >= LEAST_OF_A_NAME}
    if _is_of(kept, known):
        raise Invalid({"password": _(TOO_NEAR)})


def _is_common(password: str) -> bool:
    """Common words, whatever digits and signs stand around them, or keys that lie in a row."""
    plain = password.lower()
    letters = _letters(plain)
    return (
        len(set(plain)) < FEWEST_DIFFERENT
        or _is_row(plain)
        or _is_row(_repeated(plain))
        or (
            letters != ""
            and (_is_of(letters, common_words()) or (len(letters) >= LEAST_OF_A_ROW and _is_row(letters)))
        )
    )


def _letters(text: str) -> str:
    """Letters only, small and without accents: « Été-2024 » is ete."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(character for character in plain if character.isalpha())


def _is_row(text: str) -> bool:
    return any(text in way * 3 for row in ROWS for way in (row, row[::-1], row[1:] + row[:1], _down(row)))


def _down(row: str) -> str:
    """9876543210 as it stands on a keyboard: 0987654321."""
    return row[0] + row[:0:-1]


def _repeated(text: str) -> str:
    """The part that comes again and again: abcabcabc → abc. Anything else as it is."""
    found = re.fullmatch(r"(.+?)\1+", text)
    return found[1] if found else text


def _is_of(text: str, words: frozenset[str] | set[str]) -> bool:
    """One of the words or two in a row, however often: passwordwelcome. Four make a good password."""
    once = _repeated(text)
    return once in words or any(once[:cut] in words and once[cut:] in words for cut in range(1, len(once)))


@cache
def common_words() -> frozenset[str]:
    """A few hundred words from which people make passwords, in English and French."""
    return frozenset((Path(__file__).parent / "common_passwords.txt").read_text().split())
