"""Reads what evaluators found in a story, written as a table like its log.

    2018-06-12 | weak | 2016-09-30 | 2018-03-31 | Are people less lonely than at the start?
      judgement: Lower at every wave, and
      judgement: fewer answer each time.
      method: Four waves of the survey.
      recommendation: Ask the same people again.
      response: 2018-07-10 | We do so from spring.
      done: 2019-03-31
      indicator: Loneliness, UCLA three items
      rests: observation | 2016-09-30 | 2018-03-31 | loneliness | Four waves, each with its n

What is too long for a line goes on in the next of the same name. None of it is published anywhere: a finding
without a source is illustrative, as its page says.
"""

from collections.abc import Sequence
from datetime import date

from seed.story import Finding, Rests
from seed.table import Row, rows


def findings(text: str) -> tuple[Finding, ...]:
    """Day | strength | first day | last day of the period | question; the rest below."""
    return tuple(_finding(row) for row in rows(text))


def _finding(row: Row) -> Finding:
    found_on, strength, starts_on, ends_on, question = row.cells
    responded_on, response = _response(row)
    given = {
        "found_on": found_on,
        "strength": strength,
        "period_starts_on": starts_on,
        "period_ends_on": ends_on,
        "question": question,
        "judgement": _lines(row, "judgement"),
        "method": _lines(row, "method"),
        "recommendation": _lines(row, "recommendation"),
    }
    return Finding(
        found_on=date.fromisoformat(found_on),
        fields={name: value for name, value in given.items() if value},
        indicator=row.below("indicator"),
        rests=tuple(Rests(*map(str.strip, line.split("|"))) for line in row.extras.get("rests", ())),
        response=response,
        responded_on=responded_on,
        done_on=_day(row.below("done")),
    )


def _response(row: Row) -> tuple[date | None, str]:
    day, _, text = _lines(row, "response").partition("|")
    return _day(day), text.strip()


def _lines(row: Row, name: str) -> str:
    parts: Sequence[str] = row.extras.get(name, ())
    return " ".join(parts)


def _day(text: str) -> date | None:
    return date.fromisoformat(text.strip()) if text.strip() else None
