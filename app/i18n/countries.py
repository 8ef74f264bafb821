"""Countries by their ISO 3166 code, in the reader's language."""

from unicodedata import combining, normalize

from app.i18n.locale import babel_locale


def countries() -> dict[str, str]:
    """Code → name, in alphabetical order of the reader's language."""
    names = {
        code: name for code, name in babel_locale().territories.items() if len(code) == 2 and code.isalpha()
    }
    return dict(
        sorted(
            ((code, name) for code, name in names.items() if code not in NOT_COUNTRIES),
            key=lambda item: _as_filed(item[1]),
        )
    )


def _as_filed(name: str) -> str:
    """Égypte beside Egypt, not after Zimbabwe."""
    return "".join(letter for letter in normalize("NFD", name.casefold()) if not combining(letter))


def country_name(code: str) -> str:
    return str(babel_locale().territories.get(code, code))


NOT_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}
"""Codes that CLDR lists among territories."""
