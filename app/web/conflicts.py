"""Two people changed one row: both texts side by side, and what sending again does with each field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from app.database.closed_words import closed_words
from app.i18n import _
from app.i18n.countries import country_name
from app.i18n.field_names import field_name
from app.i18n.formats import format_day
from app.i18n.labels import label
from app.refusals import Stale
from app.web.typed import as_typed, as_typed_from_json, holds, mean_the_same

CHOSEN = "_take."
THEIRS = "_theirs."
CHOICES = {"phase_id": "phases", "indicator_id": "measures"}
"""Field → what the page calls the choices (id → name) from which the field is filled in."""

Typed = dict[str, list[str]]


@dataclass(frozen=True)
class Difference:
    """One field that somebody else changed. `theirs` is as one would type it, the texts are for reading."""

    name: str
    title: str
    mine_in_words: str
    theirs_in_words: str
    theirs: list[str]
    takes_theirs: bool
    """What is chosen at first: theirs, where this person had left the field as it was."""


@dataclass(frozen=True)
class Conflict:
    by: str
    at: datetime | None
    differences: list[Difference]


def conflict(stale: Stale, typed: Typed, around: Mapping[str, Any]) -> Conflict:
    """`around` is the context of the page, for the names of what is chosen from a list."""
    differences = [
        _difference(name, about, stale, typed[name], around) for name, about in _in_question(stale, typed)
    ]
    since = stale.since
    return Conflict(since.by if since else "", since.at if since else None, differences)


def is_what_is_stored(row: BaseModel, typed: Typed) -> bool:
    """A form that was sent twice, or two people of one mind: there is nothing to choose."""
    fields = dict(_fields(row, typed))
    return bool(fields) and not any(_differs(row, name, about, typed) for name, about in fields.items())


def choose(typed: Typed) -> Typed:
    """What was chosen field by field, as if it had been typed."""
    plain = {name: values for name, values in typed.items() if not name.startswith((CHOSEN, THEIRS))}
    taken = [
        name.removeprefix(CHOSEN)
        for name, values in typed.items()
        if name.startswith(CHOSEN) and values[:1] == ["theirs"]
    ]
    return plain | {name: typed.get(THEIRS + name, []) for name in taken if name in plain}


def stored_now(row: BaseModel, sent: Mapping[str, Any]) -> dict[str, Any]:
    """For programs: the fields they sent whose stored value is another one, as JSON has it."""
    now = row.model_dump(mode="json", include=set(sent) & set(type(row).model_fields))
    return {name: value for name, value in now.items() if value != sent[name]}


def _in_question(stale: Stale, typed: Typed) -> Iterator[tuple[str, FieldInfo]]:
    """Fields that differ, but for those that only this person changed."""
    for name, about in _fields(stale.row, typed):
        if _differs(stale.row, name, about, typed) and not _is_as_it_was_read(stale, name, about):
            yield name, about


def _fields(row: BaseModel, typed: Typed) -> Iterator[tuple[str, FieldInfo]]:
    for name in typed:
        if name in type(row).model_fields:
            yield name, type(row).model_fields[name]


def _differs(row: BaseModel, name: str, about: FieldInfo, typed: Typed) -> bool:
    return not mean_the_same(about, typed[name], as_typed(getattr(row, name)))


def _is_as_it_was_read(stale: Stale, name: str, about: FieldInfo) -> bool:
    read = _read(stale, name, about)
    return read is not None and mean_the_same(about, read, as_typed(getattr(stale.row, name)))


def _read(stale: Stale, name: str, about: FieldInfo) -> list[str] | None:
    """The field as this person read it; None where the log cannot tell."""
    if stale.since is None:
        return None
    if name in stale.since.read:
        return as_typed_from_json(about, stale.since.read[name])
    return None if name in stale.since.untold else as_typed(getattr(stale.row, name))


def _difference(
    name: str, about: FieldInfo, stale: Stale, mine: list[str], around: Mapping[str, Any]
) -> Difference:
    theirs = as_typed(getattr(stale.row, name))
    read = _read(stale, name, about)
    return Difference(
        name=name,
        title=field_name(name) or name,
        mine_in_words=in_words(name, about, mine, around),
        theirs_in_words=in_words(name, about, theirs, around),
        theirs=theirs or [""],
        takes_theirs=read is not None and mean_the_same(about, read, mine),
    )


def in_words(name: str, about: FieldInfo, typed: list[str], around: Mapping[str, Any]) -> str:
    """As the reader knows the value; whatever has no other words stands as it was typed."""
    given = [text for text in typed if text.strip()]
    if holds(about, bool):
        return _("Yes") if given == ["yes"] else _("No")
    return " · ".join(_word(name, about, text, around) for text in given) or _("Nothing")


def _word(name: str, about: FieldInfo, text: str, around: Mapping[str, Any]) -> str:
    if name == "country":
        return country_name(text)
    if name in CHOICES:
        named = {str(id_): word for id_, word in around.get(CHOICES[name], {}).items()}
        return str(named.get(text, text))
    return _day(text) if holds(about, date) else in_plain_words(name, text)


def in_plain_words(name: str, text: str) -> str:
    """A word of a closed list as people read it; any other text as it was typed."""
    known = next((words for words in closed_words(name) if text in set(words)), None)
    return label(known(text)) if known else text


def _day(text: str) -> str:
    try:
        return format_day(date.fromisoformat(text))
    except ValueError:
        return text
