"""What an initiative cost, each currency by itself; cash, goods and volunteers' time are never one sum."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from app.measurement.missing import Missing, MissingReason
from app.measurement.proportions import Interval
from app.measurement.records import Cost
from app.measurement.thresholds import DEFAULT, Thresholds
from app.vocabulary import CostNature, CostStage, Currency

Key = TypeVar("Key", bound=Hashable)
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Natures:
    """Three sums side by side. There is no sum of all three."""

    cash: Decimal
    in_kind: Decimal
    volunteer_time: Decimal

    @property
    def full(self) -> Decimal:
        """Cash and goods; what volunteers gave stays apart."""
        return self.cash + self.in_kind


@dataclass(frozen=True, slots=True)
class CostTotals:
    """Everything recorded in one currency up to `as_of`; a payer or phase that is None was not named."""

    currency: Currency
    as_of: date
    total: Natures
    estimated: Natures
    by_stage: Mapping[CostStage, Natures]
    by_payer: Mapping[str | None, Natures]
    by_phase: Mapping[int | None, Natures]
    entries: tuple[int, ...]

    @property
    def set_up(self) -> Natures:
        return self.by_stage.get(CostStage.SET_UP, Natures(ZERO, ZERO, ZERO))


@dataclass(frozen=True, slots=True)
class UnitCost:
    """Money per unit, with its numerators and denominator: a fall can be growth and not efficiency."""

    currency: Currency
    units: Decimal
    cash: Decimal
    full: Decimal
    cash_total: Decimal
    full_total: Decimal
    cash_without_set_up: Decimal
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of the wanted currency for one of the other, on a day, by a source."""

    rate: Decimal
    on: date
    source: str


@dataclass(frozen=True, slots=True)
class Converted:
    """An approximate sum, with the dated rates that it rests on."""

    amount: Decimal
    currency: Currency
    rates: Mapping[Currency, Rate]


def cost_totals(costs: Iterable[Cost], as_of: date) -> dict[Currency, CostTotals]:
    """One set of totals a currency that occurs, in the order of their codes."""
    spent = [cost for cost in costs if cost.spent_on <= as_of]
    return {currency: _totals(currency, own, as_of) for currency, own in sorted(_by_currency(spent).items())}


def unit_cost(totals: CostTotals | None, units: int | Decimal | None) -> UnitCost | Missing:
    """Per participant, or per participant-hour, as `units` says. None as totals: no cost was recorded."""
    if totals is None:
        return Missing(MissingReason.NO_COST, have=0, need=1)
    if not units:
        return Missing(MissingReason.NO_DENOMINATOR, have=0, need=1, entries=totals.entries)
    return UnitCost(
        currency=totals.currency,
        units=Decimal(units),
        cash=totals.total.cash / units,
        full=totals.total.full / units,
        cash_total=totals.total.cash,
        full_total=totals.total.full,
        cash_without_set_up=(totals.total.cash - totals.set_up.cash) / units,
        entries=totals.entries,
    )


def cost_per_outcome(
    totals: CostTotals | None,
    units: Decimal,
    people: int,
    change: Interval,
    thresholds: Thresholds = DEFAULT,
) -> UnitCost | Missing:
    """Per unit of outcome, only for enough people and a change whose interval excludes 0.

    `units` is the amount of outcome reached, for example people who improved.
    """
    if people < thresholds.outcome_people:
        return Missing(MissingReason.TOO_FEW_PEOPLE, people, thresholds.outcome_people)
    if change.low <= 0 <= change.high:
        return Missing(MissingReason.CHANGE_NOT_CLEAR, people, thresholds.outcome_people)
    return unit_cost(totals, units)


def in_one_currency(
    amounts: Mapping[Currency, Decimal], into: Currency, rates: Mapping[Currency, Rate]
) -> Converted | Missing:
    """A sum over currencies, refused as soon as one has no dated rate."""
    foreign = sorted(currency for currency in amounts if currency is not into)
    rated = [currency for currency in foreign if currency in rates]
    if len(rated) < len(foreign):
        return Missing(MissingReason.NO_RATE, len(rated), len(foreign))
    converted = sum((amounts[currency] * rates[currency].rate for currency in foreign), ZERO)
    return Converted(amounts.get(into, ZERO) + converted, into, {c: rates[c] for c in foreign})


def _by_currency(costs: Iterable[Cost]) -> dict[Currency, list[Cost]]:
    grouped: dict[Currency, list[Cost]] = defaultdict(list)
    for cost in costs:
        grouped[cost.currency].append(cost)
    return grouped


def _totals(currency: Currency, costs: Sequence[Cost], as_of: date) -> CostTotals:
    return CostTotals(
        currency=currency,
        as_of=as_of,
        total=_natures(costs),
        estimated=_natures(cost for cost in costs if cost.is_estimate),
        by_stage=_grouped(costs, lambda cost: cost.stage),
        by_payer=_grouped(costs, lambda cost: cost.payer),
        by_phase=_grouped(costs, lambda cost: cost.phase_id),
        entries=tuple(sorted(cost.id for cost in costs)),
    )


def _grouped(costs: Iterable[Cost], key: Callable[[Cost], Key]) -> dict[Key, Natures]:
    groups: dict[Key, list[Cost]] = defaultdict(list)
    for cost in costs:
        groups[key(cost)].append(cost)
    return {value: _natures(group) for value, group in groups.items()}


def _natures(costs: Iterable[Cost]) -> Natures:
    sums = dict.fromkeys(CostNature, ZERO)
    for cost in costs:
        sums[cost.nature] += cost.amount
    return Natures(sums[CostNature.CASH], sums[CostNature.IN_KIND], sums[CostNature.VOLUNTEER_TIME])
