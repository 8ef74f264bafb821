"""Computed numbers as a sentence shows them: no more places than they deserve."""

from babel import numbers

from app.i18n import _
from app.i18n.formats import Number, format_number
from app.i18n.locale import babel_locale

LEAST_P = 0.001


def rounded(number: Number) -> str:
    """To two places, or to three digits where it lies between -1 and 1."""
    pattern = "@##" if number and -1 < number < 1 else "#,##0.##"
    return numbers.format_decimal(number, format=pattern, locale=babel_locale())


def signed(number: Number) -> str:
    """+3 or -3: which way a difference goes is half of what it says."""
    text = rounded(number)
    return f"+{text}" if number > 0 else text


def p_value(p: float) -> str:
    if p < LEAST_P:
        return _("p < {least}").format(least=format_number(LEAST_P))
    return _("p = {p}").format(p=format_number(p, 3))


def together(*sentences: str) -> str:
    """Whole sentences after each other; those that are empty are left out."""
    return " ".join(filter(None, sentences))
