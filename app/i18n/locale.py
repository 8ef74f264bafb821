"""Which of our locales a reader gets: their choice first, then their browser's wish, else British English."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from babel import Locale

LOCALES = ("en-GB", "en-CA", "fr-CA", "fr-FR")
DEFAULT = "en-GB"
FALLBACK = {"en": "en-GB", "fr": "fr-CA"}

_current: ContextVar[str] = ContextVar("locale", default=DEFAULT)


def current_locale() -> str:
    """The reader's locale as a language tag: `en-GB`."""
    return _current.get()


def current_language() -> str:
    return current_locale()[:2]


def babel_locale() -> Locale:
    return Locale.parse(current_locale(), sep="-")


def set_locale(tag: str) -> None:
    _current.set(tag if tag in LOCALES else DEFAULT)


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    before = _current.set(tag)
    try:
        yield
    finally:
        _current.reset(before)


def choose_locale(chosen: str | None, accept_language: str) -> str:
    """The choice if it is one of ours, else the best of an Accept-Language header."""
    if chosen in LOCALES:
        return chosen
    return next(filter(None, map(_ours, _wishes(accept_language))), DEFAULT)


def _ours(tag: str) -> str | None:
    exact = {locale.lower(): locale for locale in LOCALES}
    return exact.get(tag) or FALLBACK.get(tag[:2])


def _wishes(header: str) -> list[str]:
    """The tags of the header, lower case, the most wanted first."""
    parts = [part.strip().lower().split(";q=") for part in header.split(",") if part.strip()]
    return [
        tag for tag, _ in sorted(((part[0], _quality(part)) for part in parts), key=lambda wish: -wish[1])
    ]


def _quality(part: list[str]) -> float:
    try:
        return float(part[1]) if len(part) > 1 else 1.0
    except ValueError:
        return 0.0
