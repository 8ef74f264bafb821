"""Several words in one sentence, joined as the language joins them."""

from collections.abc import Iterable

from babel.lists import format_list

from app.i18n.locale import babel_locale


def all_of(words: Iterable[str]) -> str:
    """5%, 10% and 20%"""
    return format_list(list(words), style="standard", locale=babel_locale())


def any_of(words: Iterable[str]) -> str:
    """2, 5 or 8"""
    return format_list(list(words), style="or", locale=babel_locale())
