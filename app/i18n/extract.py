"""Bring the catalogues up to date with code and templates: `python -m app.i18n.extract [--check]`."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from app.i18n.catalogue import CATALOGUES
from app.settings import ROOT

LANGUAGES = ("fr",)
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
PLACES = {"app": [("**.py", "python")], "templates": [("**.html", "jinja2"), ("**.txt", "jinja2")]}
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""A fixed date in the header, so that extracting twice changes nothing."""


def main() -> None:
    if "--check" in sys.argv:
        sys.exit("\n".join(problem for language in LANGUAGES for problem in problems(language)) or 0)
    for language in LANGUAGES:
        catalogue = _updated(language)
        catalogue.obsolete.clear()
        _path(language).parent.mkdir(parents=True, exist_ok=True)
        _path(language).write_bytes(_as_text(catalogue))


def problems(language: str) -> list[str]:
    """Texts that are untranslated, doubtful or stale in a catalogue, each as a line."""
    catalogue = _updated(language)
    found = [
        f"{language}: not translated: {message.id!r}"
        for message in catalogue
        if message.id and not _is_whole(message)
    ]
    found += [
        f"{language}: doubtful: {message.id!r}" for message in catalogue if message.id and message.fuzzy
    ]
    found += [f"{language}: no longer used: {message_id!r}" for message_id in catalogue.obsolete]
    if not found and _as_text(catalogue) != _path(language).read_bytes():
        found.append(f"{language}: out of date: run python -m app.i18n.extract")
    return found


def _is_whole(message: object) -> bool:
    string = getattr(message, "string", "")
    return all(string) if isinstance(string, tuple | list) else bool(string)


def _updated(language: str) -> Catalog:
    catalogue = _stored(language)
    catalogue.update(_template(), no_fuzzy_matching=True)
    catalogue.fuzzy = False
    return catalogue


def _stored(language: str) -> Catalog:
    if not _path(language).exists():
        return _with_header(Catalog(locale=language))
    with _path(language).open("rb") as file:
        return _with_header(read_po(file, locale=language))


def _with_header(catalogue: Catalog) -> Catalog:
    catalogue.project, catalogue.version = "Tandem", "1"
    catalogue.creation_date = catalogue.revision_date = EPOCH
    catalogue.copyright_holder, catalogue.msgid_bugs_address = "Tandem", ""
    catalogue.last_translator, catalogue.language_team = "", ""
    return catalogue


def _template() -> Catalog:
    template = _with_header(Catalog())
    for place, line, messages, comments in _texts():
        template.add(messages, None, [(place, line)], auto_comments=comments)
    return template


def _texts() -> Iterator[tuple[str, int, str | tuple[str, ...], list[str]]]:
    options = {"**.html": {"trimmed": "true"}, "**.txt": {"trimmed": "true"}}
    for folder, method_map in PLACES.items():
        for file, line, messages, comments, _context in extract_from_dir(
            ROOT / folder, method_map, options, KEYWORDS, strip_comment_tags=True
        ):
            yield f"{folder}/{file}", line, messages, comments


def _as_text(catalogue: Catalog) -> bytes:
    """Without line numbers, so that moving code leaves the catalogue alone."""
    text = BytesIO()
    write_po(text, catalogue, sort_output=True, include_lineno=False, width=100, ignore_obsolete=False)
    return text.getvalue()


def _path(language: str) -> Path:
    return CATALOGUES / language / "messages.po"


if __name__ == "__main__":
    main()
