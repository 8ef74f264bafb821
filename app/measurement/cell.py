"""Bovaird's cell (2007), from the log: who planned, who delivered, how firmly, and how it changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.measurement.axes import Basis, counting_tags, delivery_reading, gather, planning_reading
from app.measurement.missing import Missing
from app.measurement.months import add_months
from app.measurement.records import Activity
from app.measurement.thresholds import DEFAULT, Thresholds
from app.vocabulary import PLANNING_KINDS, Lead, PhaseKind, Stability, Strength, Tag

ORDER = (Lead.PROFESSIONALS, Lead.TOGETHER, Lead.CITIZENS)
FULL = 5


@dataclass(frozen=True, slots=True)
class Axis:
    """Who led planning or delivery, on which evidence."""

    lead: Lead | Missing
    tags: tuple[Tag, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of one window ending on `as_of`; `since` is the first day after which entries count.

    `strength` belongs to cell 5 only and is None elsewhere; `stability` is None when there is no cell.
    `alternatives` are the other cells that the other cut-offs give.
    """

    as_of: date
    since: date | None
    number: int | Missing
    planning: Axis
    delivery: Axis
    strength: Strength | None
    stability: Stability | None
    alternatives: tuple[int, ...]
    tags: tuple[Tag, ...]

    @property
    def entries(self) -> tuple[int, ...]:
        return self.planning.basis.entries + self.delivery.basis.entries


def cell(
    activities: Sequence[Activity], as_of: date, thresholds: Thresholds = DEFAULT, since: date | None = None
) -> Cell:
    """The cell of the activities after `since` (or from the beginning) up to and on `as_of`."""
    counted = happened(activities, as_of, since)
    planning = gather([a for a in counted if a.phase_kind in PLANNING_KINDS], thresholds)
    delivery = gather([a for a in counted if a.phase_kind is PhaseKind.DELIVERY], thresholds)
    planned = _planning_axis(planning, thresholds)
    delivered = _delivery_axis(delivery, thresholds)
    number = _number(planned.lead, delivered.lead)
    others = _other_cells(number, planning, delivery, thresholds)
    return Cell(
        as_of=as_of,
        since=since,
        number=number,
        planning=planned,
        delivery=delivered,
        strength=_strength(planning, delivery, thresholds) if number == FULL else None,
        stability=_stability(number, others),
        alternatives=others,
        tags=tuple(dict.fromkeys(planned.tags + delivered.tags)),
    )


def rolling_cell(activities: Sequence[Activity], as_of: date, thresholds: Thresholds = DEFAULT) -> Cell:
    """The cell of the last twelve months alone."""
    return cell(activities, as_of, thresholds, since=add_months(as_of, -thresholds.rolling_months))


def cell_history(
    activities: Sequence[Activity], dates: Iterable[date], thresholds: Thresholds = DEFAULT
) -> tuple[Cell, ...]:
    """The life-to-date cell as it stood on each of the dates, in order of time."""
    return tuple(cell(activities, day, thresholds) for day in sorted(dates))


def happened(activities: Iterable[Activity], as_of: date, since: date | None = None) -> list[Activity]:
    """The activities up to and on a day, after another if one is given."""
    return [a for a in activities if a.happened_on <= as_of and (since is None or a.happened_on > since)]


def _planning_axis(basis: Basis, thresholds: Thresholds) -> Axis:
    reading = planning_reading(basis, thresholds.sole_share, thresholds)
    return Axis(reading.lead, reading.tags + counting_tags(basis), basis)


def _delivery_axis(basis: Basis, thresholds: Thresholds) -> Axis:
    reading = delivery_reading(basis, thresholds.sole_share, thresholds)
    return Axis(reading.lead, reading.tags + counting_tags(basis), basis)


def _number(planned: Lead | Missing, delivered: Lead | Missing) -> int | Missing:
    """Bovaird's table read row by row: delivery gives the row, planning the column."""
    if isinstance(planned, Missing):
        return planned
    if isinstance(delivered, Missing):
        return delivered
    return 3 * ORDER.index(delivered) + ORDER.index(planned) + 1


def _other_cells(
    number: int | Missing, planning: Basis, delivery: Basis, thresholds: Thresholds
) -> tuple[int, ...]:
    found = {_number_at(share, planning, delivery, thresholds) for share in thresholds.robustness_shares}
    return tuple(sorted(other for other in found if isinstance(other, int) and other != number))


def _number_at(cut_off: Decimal, planning: Basis, delivery: Basis, thresholds: Thresholds) -> int | Missing:
    planned = planning_reading(planning, cut_off, thresholds)
    delivered = delivery_reading(delivery, cut_off, thresholds)
    return _number(planned.lead, delivered.lead)


def _stability(number: int | Missing, others: tuple[int, ...]) -> Stability | None:
    if isinstance(number, Missing):
        return None
    return Stability.BORDERLINE if others else Stability.STABLE


def _strength(planning: Basis, delivery: Basis, thresholds: Thresholds) -> Strength:
    """Balanced when both sides carry both axes and half of the planning decisions are shared.

    Decisions are asked of planning alone: that is the axis on which the rules read them.
    """
    low, high = thresholds.balanced_share, 1 - thresholds.balanced_share
    carried = all(low <= axis.share <= high for axis in (planning, delivery))
    shared = planning.decision_share >= thresholds.balanced_decisions
    return Strength.BALANCED if carried and shared else Strength.PRESENT
