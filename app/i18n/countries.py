"""Countries by their ISO 3166 code, in the reader's language."""

from app.i18n.locale import babel_locale


def countries() -> dict[str, str]:
    """Code → name, in alphabetical order of the reader's language."""
    names = {
        code: name for code, name in babel_locale().territories.items() if len(code) == 2 and code.isalpha()
    }
    return dict(
        sorted(
            ((code, name) for code, name in names.items() if code not in NOT_COUNTRIES),
            key=lambda item: item[1],
        )
    )


def country_name(code: str) -> str:
    return str(babel_locale().territories.get(code, code))


NOT_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}
"""Codes that CLDR lists among territories."""
