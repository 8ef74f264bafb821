"""The dry run: what a file would store, and row by row what it would not. Stores nothing, asks nobody."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.exchange import remarks
from app.exchange.plans import Plan
from app.exchange.reading import Table
from app.exchange.remarks import Kind, Remark
from app.exchange.rows import Candidate, Log, Place, Run
from app.i18n import _
from app.i18n.formats import format_number

ORDER = tuple(Kind)


@dataclass(frozen=True)
class DryRun:
    values: tuple[Candidate, ...]
    remarks: tuple[Remark, ...]

    def count(self, kind: Kind) -> int:
        return sum(remark.values for remark in self.remarks if remark.kind is kind)

    @property
    def rounded(self) -> int:
        return sum(value.is_rounded for value in self.values)

    @property
    def indicators(self) -> int:
        return len({value.series.column for value in self.values})

    @property
    def fingerprint(self) -> str:
        """The same for runs that promise the same."""
        promised = hashlib.sha256()
        for value in self.values:
            promised.update(f"{value.series.fingerprint} {value.new.model_dump_json()}\n".encode())
        return promised.hexdigest()


def dry_run(table: Table, plan: Plan, log: Log) -> DryRun:
    """Every cell of a column of values is stored, refused, there already or missing: none goes unsaid."""
    run = Run(table, plan, log)
    places: dict[Place, list[Candidate]] = defaultdict(list)
    for candidate in run.candidates():
        places[candidate.place].append(candidate)
    values = [
        kept
        for place, candidates in places.items()
        for kept in _without_twins(run, candidates)
        if _is_new(run, kept, place)
    ]
    return DryRun(
        tuple(values), tuple(sorted(run.remarks, key=lambda one: (ORDER.index(one.kind), one.line)))
    )


def _without_twins(run: Run, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The first of those that say the same; none of those that contradict each other."""
    first, *others = candidates
    agree = all(other.new.value == first.new.value for other in others)
    if agree:
        yield first
        for other in others:
            _remark(run, Kind.PRESENT, other, _(remarks.SAME_LINE).format(line=first.line))
        return
    why = remarks.OTHER_LINE if first.new.category else remarks.OTHER_LINE_WHOLE
    for one in candidates:
        opposite = next(other for other in candidates if other.new.value != one.new.value)
        _remark(run, Kind.REFUSED, one, _(why).format(line=opposite.line))


def _is_new(run: Run, candidate: Candidate, place: Place) -> bool:
    """What is there is never written over."""
    there = run.log.values.get(place)
    if there is None:
        return True
    if there == candidate.new.value:
        _remark(run, Kind.PRESENT, candidate, _(remarks.THERE))
    else:
        why = remarks.OTHER_THERE if candidate.new.category else remarks.OTHER_THERE_WHOLE
        _remark(run, Kind.REFUSED, candidate, _(why).format(value=format_number(there)))
    return False


def _remark(run: Run, kind: Kind, candidate: Candidate, why: str) -> None:
    column = run.table.columns[candidate.series.column]
    run.remarks.append(Remark(kind, candidate.line, column, candidate.found, why))
