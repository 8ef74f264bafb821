"""Numbers as people type them, in either language: 1,234.5 or 1 234,5."""

import re

from app.i18n.locale import current_language

_SPACES = re.compile(r"[\s\u00a0\u202f']")


def plain_number(text: str) -> str:
    """The same number as Python reads it; a text that is no number comes back as typed.

    A single comma followed by other than three digits is a decimal comma in either language;
    before exactly three digits it is a decimal comma in French and groups thousands in English.
    """
    typed = _SPACES.sub("", text)
    if "," not in typed:
        return typed
    if "." in typed:
        return typed.replace(",", "") if typed.rindex(".") > typed.rindex(",") else typed
    if typed.count(",") == 1 and (current_language() == "fr" or not re.fullmatch(r"-?\d{1,3},\d{3}", typed)):
        return typed.replace(",", ".")
    return typed.replace(",", "")
