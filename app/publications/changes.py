"""What is otherwise now than it was when something was published, in plain sentences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.i18n import _, ngettext
from app.i18n.labels import label
from app.publications.words import place_of, value_of
from app.vocabulary import PhaseKind

Json = Mapping[str, Any]
Path = tuple[str, ...]
NAMED_BY = ("indicator_id", "phase_id", "rule", "month", "kind", "id", "name")
"""What tells the members of a list apart, so that one added does not move all after it."""
ENTRIES = {"entries", "capped", "waiting", "still_open", "unanswered", "untold"}
NOTHING = object()


@dataclass(frozen=True, slots=True)
class Change:
    """`section` is the part of the evaluation, `place` what in it; `sentence` says before and now."""

    path: str
    section: str
    place: str
    sentence: str


def changes(before: Json, now: Json) -> list[Change]:
    """In the order of the documents, each number that is not what it was."""
    then, today = dict(_leaves(before)), dict(_leaves(now))
    called = names_in(before) | names_in(now)
    return [
        _change(path, then.get(path, NOTHING), today.get(path, NOTHING), called)
        for path in dict.fromkeys((*then, *today))
        if then.get(path, NOTHING) != today.get(path, NOTHING)
    ]


def names_in(document: Json) -> dict[Path, str]:
    """What the indicators and phases of the document are called."""
    outcomes: Sequence[Json] = document.get("outcomes", ())
    phases: Sequence[Json] = document.get("process", {}).get("phases", ())
    return {("outcomes", str(one["indicator_id"])): str(one["name"]) for one in outcomes} | {
        ("process", "phases", str(one["phase_id"])): label(PhaseKind(one["kind"])) for one in phases
    }


def _change(path: Path, before: Any, now: Any, names: Mapping[Path, str]) -> Change:
    section, place = place_of(path, names)
    return Change(".".join(path), section, place, _sentence(path, before, now))


def _sentence(path: Path, before: Any, now: Any) -> str:
    if path[-1] in ENTRIES and not _is_number(before, now):
        return _of_entries(before, now)
    if before is NOTHING:
        return _("New: {now}").format(now=value_of(path, now))
    if now is NOTHING:
        return _("No longer there; it was {before}").format(before=value_of(path, before))
    return _("{before} then, {now} now").format(before=value_of(path, before), now=value_of(path, now))


def _of_entries(before: Any, now: Any) -> str:
    then = set(before) if before is not NOTHING else set()
    today = set(now) if now is not NOTHING else set()
    came, went = len(today - then), len(then - today)
    more = ngettext("{count} entry more", "{count} entries more", came).format(count=came)
    fewer = ngettext("{count} entry fewer", "{count} entries fewer", went).format(count=went)
    if came and went:
        return _("{more}, {fewer}").format(more=more, fewer=fewer)
    return more if came else fewer


def _is_number(before: Any, now: Any) -> bool:
    """Some of the names count what they list elsewhere."""
    return isinstance(before, int) or isinstance(now, int)


def _leaves(found: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Path → value; a list of plain values is one value."""
    if isinstance(found, Mapping):
        for name, value in found.items():
            yield from _leaves(value, (*path, str(name)))
    elif isinstance(found, Sequence) and not isinstance(found, str) and found and _are_rows(found):
        for name, row in _named(found):
            yield from _leaves(row, (*path, name))
    elif path:
        yield path, tuple(found) if isinstance(found, list) else found


def _are_rows(found: Sequence[Any]) -> bool:
    return all(isinstance(one, Mapping) for one in found)


def _named(rows: Sequence[Json]) -> Iterator[tuple[str, Json]]:
    """By the first field that tells them apart, and by their place where none does."""
    for field in NAMED_BY:
        values = [str(row.get(field)) for row in rows]
        if all(field in row for row in rows) and len(set(values)) == len(values):
            yield from zip(values, rows, strict=True)
            return
    yield from ((str(number), row) for number, row in enumerate(rows, 1))
