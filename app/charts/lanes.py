"""Phases in rows: one row while they follow each other, deciding above and doing below where they overlap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.charts.scales import TimeSpan
from app.vocabulary import Lead, PhaseKind

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class StripPhase:
    """`claimed` None: no claim; `evidenced` None: not enough log. `short` is the name for narrow places."""

    name: str
    short: str
    kind: PhaseKind
    starts_on: date
    ends_on: date
    claimed: Lead | None
    evidenced: Lead | None

    @property
    def agrees(self) -> bool:
        """Only a claim can be borne out: no claim and no evidence do not agree."""
        return self.claimed is not None and self.claimed == self.evidenced


def span_of(phases: Iterable[StripPhase], until: date) -> TimeSpan:
    """From the month of the first phase to `until` or the last end; without phases, the year before."""
    known = list(phases)
    first = min((phase.starts_on for phase in known), default=until - YEAR)
    last = max([until, *(phase.ends_on for phase in known)])
    return TimeSpan(min(first, last).replace(day=1), last)


def in_rows(phases: Iterable[StripPhase]) -> list[list[StripPhase]]:
    known = sorted(phases, key=lambda phase: (phase.starts_on, phase.ends_on))
    rows = _fill(known)
    if len(rows) <= 1:
        return rows
    doing = [phase for phase in known if phase.kind is PhaseKind.DELIVERY]
    deciding = [phase for phase in known if phase.kind is not PhaseKind.DELIVERY]
    return _fill(deciding) + _fill(doing)


def _fill(phases: Sequence[StripPhase]) -> list[list[StripPhase]]:
    """Each phase in the first row whose last phase has ended by then."""
    rows: list[list[StripPhase]] = []
    for phase in phases:
        row = next((row for row in rows if row[-1].ends_on <= phase.starts_on), None)
        if row is None:
            rows.append([phase])
        else:
            row.append(phase)
    return rows
