"""Whether a new publication, beside the earlier ones, would tell of fewer people than may be told.

Two sums of attendances that differ by three tell that three people came in between. Each published sum joins
the day before its period to its last day; whatever days are joined, by one sum or through several, have a
known difference. Middle ratings of a few more answers, and values of a few more people, tell as much.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Json = Mapping[str, Any]
Known = dict[date, int]


@dataclass(frozen=True, slots=True)
class Sum:
    """People counted after `start`, up to `end`."""

    start: date
    end: date
    people: int


def tells_of_few(new: Json, earlier: Iterable[Json], least: int) -> bool:
    """`new` and `earlier` are contents of publications; those of `earlier` need not be shown any more."""
    before = list(earlier)
    return _few_came(new, before, least) or any(_few_more(new, one, least) for one in before)


def _few_came(new: Json, earlier: Iterable[Json], least: int) -> bool:
    added = _sum(new)
    if added is None:
        return False
    sums = [found for found in map(_sum, earlier) if found is not None]
    before = _reached(added.start, sums)
    if added.end in before:
        return _is_few(added.people - before[added.end], least)
    beyond = {day: people + added.people for day, people in _reached(added.end, sums).items()}
    return any(
        _is_few(people - known, least) for people in beyond.values() for known in before.values()
    ) and bool(sums)


def _reached(start: date, sums: Iterable[Sum]) -> Known:
    """Every day of which it is known how many people came between `start` and it; earlier days count less."""
    known, waiting = {start: 0}, list(sums)
    while joined := [one for one in waiting if one.start in known or one.end in known]:
        for one in joined:
            waiting.remove(one)
            if one.start in known:
                known.setdefault(one.end, known[one.start] + one.people)
            else:
                known[one.start] = known[one.end] - one.people
    return known


def _few_more(new: Json, before: Json, least: int) -> bool:
    """Counts of the same thing that moved by a few."""
    now, then = dict(_counts(new)), dict(_counts(before))
    return any(_is_few(now[key] - then[key], least) for key in now.keys() & then.keys())


def _sum(content: Json) -> Sum | None:
    """None where the sum is masked, or nobody counted."""
    people = content["evaluation"]["process"]["reach"]["dose"]["attendances"]
    if not isinstance(people, int):
        return None
    starts_on, ends_on = content["starts_on"], date.fromisoformat(content["as_of"])
    start = date.fromisoformat(starts_on) - timedelta(days=1) if starts_on else date.min
    return Sum(start, ends_on, people)


def _counts(content: Json) -> Iterator[tuple[tuple[Any, ...], int]]:
    """What each count is of, and the count; of values, one key a day."""
    evaluation = content["evaluation"]
    for phase in evaluation["process"]["phases"]:
        for side in ("citizens", "professionals"):
            if isinstance(people := phase["views"][side]["n"], int):
                yield ("views", phase["phase_id"], side), people
    for outcome in evaluation["outcomes"]:
        latest = outcome["latest"]
        if latest and isinstance(latest["n"], int):
            yield ("value", outcome["indicator_id"], latest["observed_on"]), latest["n"]


def _is_few(difference: int, least: int) -> bool:
    return 0 < abs(difference) < least
