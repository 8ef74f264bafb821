"""The texts in both languages, read from the .po files themselves: no compiled file can go stale."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.i18n.locale import current_language

CATALOGUES = Path(__file__).parent / "catalogues"


@cache
def translations(language: str) -> NullTranslations:
    """English is the source language; a missing French file stops the start."""
    if language == "en":
        return NullTranslations()
    with (CATALOGUES / language / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def gettext(message: str) -> str:
    return translations(current_language()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    return translations(current_language()).ngettext(singular, plural, count)


_ = gettext


def N_(message: str) -> str:
    return message
