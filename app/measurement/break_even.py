"""Cost and benefit month by month, discounted, and the month from which benefits cover costs for good."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate

from app.measurement.missing import Missing, MissingReason
from app.measurement.months import month_index, month_start
from app.measurement.records import Benefit, Cost
from app.vocabulary import Certainty, CostNature, Currency

ZERO = Decimal(0)
MONTHS_A_YEAR = 12
COUNTED = (CostNature.CASH, CostNature.IN_KIND)


@dataclass(frozen=True, slots=True)
class Month:
    """The month's own amounts, and discounted sums since the first month; planned lies after `as_of`."""

    starts_on: date
    is_planned: bool
    cost: Decimal
    benefits: Mapping[Certainty, Decimal]
    cumulative_cost: Decimal
    cumulative_benefits: Mapping[Certainty, Decimal]

    def net(self, certainty: Certainty) -> Decimal:
        return self.cumulative_benefits[certainty] - self.cumulative_cost


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The first month whose cumulative net is not negative and stays so to the last of `months`."""

    month: date
    months: int
    costs: tuple[int, ...]
    benefits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CashFlow:
    """One currency. `without_factors` are benefits left out: attribution or deadweight was not stated."""

    currency: Currency
    as_of: date
    annual_rate: Decimal
    months: tuple[Month, ...]
    break_even: Mapping[Certainty, BreakEven | Missing]
    without_factors: tuple[int, ...]


def cash_flow(
    costs: Iterable[Cost],
    benefits: Iterable[Benefit],
    currency: Currency,
    as_of: date,
    annual_rate: Decimal,
) -> CashFlow:
    """Cash and goods against net benefits; volunteers' time is neither a cost nor a benefit here.

    Estimated costs and expected benefits after `as_of` are kept as planned months, which only the
    break-even of expected benefits looks at. Benefits of the three certainties are never added to each
    other: the same one may have been expected, then claimed, then confirmed.
    """
    spent = [c for c in costs if c.currency is currency and c.nature in COUNTED and _is_known(c, as_of)]
    gained = [b for b in benefits if b.currency is currency and _is_due(b, as_of)]
    counted = [b for b in gained if net_amount(b) is not None]
    months = _months(spent, counted, as_of, annual_rate)
    return CashFlow(
        currency=currency,
        as_of=as_of,
        annual_rate=annual_rate,
        months=months,
        break_even={certainty: _break_even(certainty, months, spent, gained) for certainty in Certainty},
        without_factors=tuple(sorted(b.id for b in gained if net_amount(b) is None)),
    )


def discount_factor(annual_rate: Decimal, months: int) -> Decimal:
    """1 / (1 + r)^(m / 12): what an amount so many months ahead is worth in the first month."""
    return (1 + annual_rate) ** (Decimal(-months) / MONTHS_A_YEAR)


def monthly_rate(annual_rate: Decimal) -> Decimal:
    """The rate that compounds to the annual one over twelve months."""
    return (1 + annual_rate) ** (Decimal(1) / MONTHS_A_YEAR) - 1


def net_amount(benefit: Benefit) -> Decimal | None:
    """The initiative's part: amount x attribution x (1 - deadweight). None: a factor is not stated."""
    if benefit.attribution is None or benefit.deadweight is None:
        return None
    return benefit.amount * benefit.attribution * (1 - benefit.deadweight)


def _is_known(cost: Cost, as_of: date) -> bool:
    return cost.is_estimate or cost.spent_on <= as_of


def _is_due(benefit: Benefit, as_of: date) -> bool:
    return benefit.certainty is Certainty.EXPECTED or benefit.received_on <= as_of


def _months(
    costs: Sequence[Cost], benefits: Sequence[Benefit], as_of: date, annual_rate: Decimal
) -> tuple[Month, ...]:
    """Every month from the first amount to the last, also those in which nothing happened."""
    spent = _sums((month_index(c.spent_on), c.amount) for c in costs)
    gained = {
        certainty: _sums(
            (month_index(b.received_on), net_amount(b) or ZERO) for b in benefits if b.certainty is certainty
        )
        for certainty in Certainty
    }
    touched = spent.keys() | {month for sums in gained.values() for month in sums}
    if not touched:
        return ()
    span = range(min(touched), max(touched) + 1)
    # A fractional power a month would be most of the work; twelve products of one agree with it to 1e-26.
    step = discount_factor(annual_rate, 1)
    factors = [step**place for place in range(len(span))]
    total_cost = _running(spent, span, factors)
    total_gain = {certainty: _running(sums, span, factors) for certainty, sums in gained.items()}
    return tuple(
        Month(
            starts_on=month_start(month),
            is_planned=month_start(month) > as_of,
            cost=spent.get(month, ZERO),
            benefits={certainty: sums.get(month, ZERO) for certainty, sums in gained.items()},
            cumulative_cost=total_cost[place],
            cumulative_benefits={certainty: sums[place] for certainty, sums in total_gain.items()},
        )
        for place, month in enumerate(span)
    )


def _sums(amounts: Iterable[tuple[int, Decimal]]) -> dict[int, Decimal]:
    sums: dict[int, Decimal] = defaultdict(Decimal)
    for month, amount in amounts:
        sums[month] += amount
    return dict(sums)


def _running(sums: Mapping[int, Decimal], span: range, factors: Sequence[Decimal]) -> list[Decimal]:
    discounted = (sums.get(month, ZERO) * factor for month, factor in zip(span, factors, strict=True))
    return list(accumulate(discounted))


def _break_even(
    certainty: Certainty, months: Sequence[Month], costs: Sequence[Cost], benefits: Sequence[Benefit]
) -> BreakEven | Missing:
    own = [b for b in benefits if b.certainty is certainty]
    stated = [b for b in own if net_amount(b) is not None]
    if not own:
        return Missing(MissingReason.NO_BENEFIT, have=0, need=1)
    if len(stated) < len(own):
        lacking = tuple(sorted(b.id for b in own if net_amount(b) is None))
        return Missing(MissingReason.FACTOR_NOT_STATED, len(stated), len(own), lacking)
    if not costs:
        return Missing(MissingReason.NO_COST, have=0, need=1)
    seen = [m for m in months if certainty is Certainty.EXPECTED or not m.is_planned]
    since, gains = _covered_since(certainty, seen), tuple(sorted(b.id for b in own))
    if since is None:
        return Missing(MissingReason.NOT_REACHED, len(seen), len(seen), gains)
    return BreakEven(since, len(seen), tuple(sorted(c.id for c in costs)), gains)


def _covered_since(certainty: Certainty, months: Sequence[Month]) -> date | None:
    """The first of the last unbroken run of months that are not negative."""
    since = None
    for month in reversed(months):
        if month.net(certainty) < 0:
            break
        since = month.starts_on
    return since
