"""Reads what a story tells of proposals, obstacles, incidents and stories, written as tables like its log.

    2016-11-08 | citizens | delivery-1 | Tea before the talks, not after
      words: since afterwards everybody goes home
      answer: adopted | 2016-11-22 | 2016-12-06
      reason: It costs nothing, and more people stay.
      by: citizen

`words` goes on with the text, `reason` is that of the answer. A day that a source does not give is
illustrative, and the source says so.
"""

from collections.abc import Sequence
from datetime import date

from app.vocabulary import EntryKind
from seed.story import Learned
from seed.table import Row, rows

DAY_MADE_UP = "{source}; the days are illustrative"


def proposals(text: str) -> tuple[Learned, ...]:
    """Day | side | phase | text; answer: answer | day | told on; reason below."""
    return tuple(_proposal(row) for row in rows(text))


def obstacles(text: str) -> tuple[Learned, ...]:
    """Day | obstacle or enabler | kind | phase | text; resolved: day | how."""
    return tuple(_obstacle(row) for row in rows(text))


def incidents(text: str) -> tuple[Learned, ...]:
    """Day | phase | who answers | text; decision, learning and told (a day) below."""
    return tuple(_incident(row) for row in rows(text))


def stories(text: str) -> tuple[Learned, ...]:
    """Day | side | phase | consent | strength | text; indicator (its name) and period (day | day) below."""
    return tuple(_story(row) for row in rows(text))


def _proposal(row: Row) -> Learned:
    day, side, phase, text = _cells(row.cells, 4)
    answer, answered_on, told_on = _cells(row.below("answer").split("|"), 3)
    given = {
        "answer": answer,
        "answered_on": answered_on,
        "told_on": told_on,
        "reason": _lines(row, "reason"),
    }
    return _learned(row, EntryKind.PROPOSAL, phase, {"made_on": day, "side": side, "text": text, **given})


def _obstacle(row: Row) -> Learned:
    day, influence, kind, phase, text = _cells(row.cells, 5)
    resolved_on, resolution = _cells(row.below("resolved").split("|"), 2)
    given = {"resolved_on": resolved_on, "resolution": resolution}
    about = {"noticed_on": day, "influence": influence, "kind": kind, "text": text}
    return _learned(row, EntryKind.OBSTACLE, phase, about | given)


def _incident(row: Row) -> Learned:
    day, phase, answered_by, text = _cells(row.cells, 4)
    given = {
        "decision": row.below("decision"),
        "learning": row.below("learning"),
        "told_on": row.below("told"),
    }
    about = {"happened_on": day, "answered_by": answered_by, "text": text}
    return _learned(row, EntryKind.INCIDENT, phase, about | given)


def _story(row: Row) -> Learned:
    day, side, phase, consent, strength, text = _cells(row.cells, 6)
    starts_on, ends_on = _cells(row.below("period").split("|"), 2)
    about = {"told_on": day, "side": side, "consent": consent, "strength": strength, "text": text}
    period = {"period_starts_on": starts_on, "period_ends_on": ends_on}
    return _learned(row, EntryKind.STORY, phase, about | period)


def _learned(row: Row, kind: EntryKind, phase: str, fields: dict[str, str]) -> Learned:
    """Empty cells are left out: the form has a rule for what is not filled in."""
    text = " ".join(filter(None, (fields["text"], _lines(row, "words"))))
    given = fields | {"text": text, "source": row.below("source")}
    return Learned(
        kind=kind,
        happened_on=date.fromisoformat(row.cells[0]),
        fields={name: value for name, value in given.items() if value},
        phase=phase,
        indicator=row.below("indicator"),
        entered_by=row.entered_by(),
    )


def _lines(row: Row, name: str) -> str:
    """What is too long for one line goes on in the next of the same name."""
    return " ".join(row.extras.get(name, ()))


def _cells(cells: Sequence[str], width: int) -> list[str]:
    """Trailing cells may be left out."""
    return [cell.strip() for cell in (*cells, *[""] * width)][:width]
