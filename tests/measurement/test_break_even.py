"""Discounting by the known factors, and the month from which benefits cover costs for good."""

from datetime import date
from decimal import Decimal
from itertools import count

import pytest

from app.measurement.break_even import (
    BreakEven,
    CashFlow,
    cash_flow,
    discount_factor,
    monthly_rate,
    net_amount,
)
from app.measurement.missing import Missing, MissingReason
from app.measurement.records import Benefit, Cost
from app.vocabulary import Certainty, CostNature, CostStage, Currency, EffectService

NUMBERS = count(1)
GREEN_BOOK = Decimal("0.035")
NO_DISCOUNT = Decimal(0)
AS_OF = date(2021, 12, 31)


def spent(
    amount: str,
    on: date,
    nature: CostNature = CostNature.CASH,
    *,
    currency: Currency = Currency.GBP,
    is_estimate: bool = False,
) -> Cost:
    return Cost(
        next(NUMBERS), on, Decimal(amount), currency, CostStage.RUNNING, nature, None, None, is_estimate
    )


def gained(
    amount: str,
    on: date,
    certainty: Certainty = Certainty.CONFIRMED,
    *,
    attribution: str | None = "1",
    deadweight: str | None = "0",
    currency: Currency = Currency.GBP,
) -> Benefit:
    factors = [None if factor is None else Decimal(factor) for factor in (attribution, deadweight)]
    return Benefit(next(NUMBERS), on, Decimal(amount), currency, certainty, EffectService.OTHER, *factors)


def flow(*amounts: Cost | Benefit, rate: Decimal = NO_DISCOUNT, as_of: date = AS_OF) -> CashFlow:
    costs = [amount for amount in amounts if isinstance(amount, Cost)]
    benefits = [amount for amount in amounts if isinstance(amount, Benefit)]
    return cash_flow(costs, benefits, Currency.GBP, as_of, rate)


def month_of(found: BreakEven | Missing) -> date | MissingReason:
    return found.month if isinstance(found, BreakEven) else found.reason


@pytest.mark.parametrize(
    ("years", "factor"), [(0, "1"), (1, "0.9662"), (2, "0.9335"), (5, "0.8420"), (10, "0.7089")]
)
def test_the_known_discount_factors(years: int, factor: str) -> None:
    assert round(discount_factor(GREEN_BOOK, 12 * years), 4) == Decimal(factor)


def test_the_known_monthly_rate() -> None:
    assert round(monthly_rate(GREEN_BOOK), 7) == Decimal("0.0028709")


def test_the_first_month_that_stays_covered_is_the_break_even() -> None:
    found = flow(
        spent("100", date(2021, 1, 15)),
        gained("120", date(2021, 2, 1)),
        spent("50", date(2021, 3, 9)),
        gained("30", date(2021, 5, 31)),
    )
    assert month_of(found.break_even[Certainty.CONFIRMED]) == date(2021, 5, 1)


def test_a_month_that_is_covered_exactly_counts() -> None:
    found = flow(
        spent("100", date(2021, 1, 15)), gained("100", date(2021, 3, 1)), gained("1", date(2021, 4, 1))
    )
    answer = found.break_even[Certainty.CONFIRMED]
    assert isinstance(answer, BreakEven)
    assert (answer.month, answer.months) == (date(2021, 3, 1), 4)


def test_costs_that_are_never_covered_say_in_how_many_months() -> None:
    benefit = gained("99", date(2021, 6, 1))
    found = flow(spent("100", date(2021, 1, 15)), benefit).break_even[Certainty.CONFIRMED]
    assert found == Missing(MissingReason.NOT_REACHED, 6, 6, (benefit.id,))


def test_a_break_even_names_its_entries() -> None:
    cost, benefit = spent("1", date(2021, 1, 1)), gained("2", date(2021, 1, 1))
    answer = flow(cost, benefit).break_even[Certainty.CONFIRMED]
    assert isinstance(answer, BreakEven)
    assert (answer.costs, answer.benefits) == ((cost.id,), (benefit.id,))


def test_certainties_are_never_added_to_each_other() -> None:
    found = flow(
        spent("100", date(2021, 1, 1)),
        gained("60", date(2021, 2, 1), Certainty.CONFIRMED),
        gained("100", date(2021, 3, 1), Certainty.CLAIMED),
        gained("60", date(2021, 2, 1), Certainty.EXPECTED),
    )
    assert {certainty: month_of(answer) for certainty, answer in found.break_even.items()} == {
        Certainty.CONFIRMED: MissingReason.NOT_REACHED,
        Certainty.CLAIMED: date(2021, 3, 1),
        Certainty.EXPECTED: MissingReason.NOT_REACHED,
    }


def test_every_month_between_is_there() -> None:
    found = flow(spent("100", date(2020, 11, 30)), gained("30", date(2021, 2, 1)))
    assert [month.starts_on for month in found.months] == [
        date(2020, 11, 1),
        date(2020, 12, 1),
        date(2021, 1, 1),
        date(2021, 2, 1),
    ]
    assert [month.cost for month in found.months] == [100, 0, 0, 0]
    assert [month.benefits[Certainty.CONFIRMED] for month in found.months] == [0, 0, 0, 30]
    assert [month.net(Certainty.CONFIRMED) for month in found.months] == [-100, -100, -100, -70]


def test_later_amounts_weigh_less() -> None:
    found = flow(spent("100", date(2020, 1, 1)), spent("100", date(2021, 1, 1)), rate=GREEN_BOOK)
    assert round(found.months[-1].cumulative_cost, 2) == Decimal("196.62")
    assert found.months[-1].cost == 100
    assert found.annual_rate == GREEN_BOOK


def test_discounting_can_move_a_break_even_away() -> None:
    amounts = (spent("100", date(2020, 1, 1)), gained("101", date(2021, 1, 1)))
    assert month_of(flow(*amounts).break_even[Certainty.CONFIRMED]) == date(2021, 1, 1)
    discounted = flow(*amounts, rate=GREEN_BOOK).break_even[Certainty.CONFIRMED]
    assert month_of(discounted) is MissingReason.NOT_REACHED


def test_goods_count_as_cost_and_volunteers_time_does_not() -> None:
    found = flow(
        spent("10", date(2021, 1, 1), CostNature.IN_KIND),
        spent("900", date(2021, 1, 1), CostNature.VOLUNTEER_TIME),
    )
    assert [month.cost for month in found.months] == [10]


def test_another_currency_is_another_flow() -> None:
    found = flow(
        spent("10", date(2021, 1, 1), currency=Currency.CAD),
        gained("5", date(2021, 1, 1), currency=Currency.CAD),
    )
    assert found.months == ()


def test_a_benefit_counts_for_the_part_that_is_the_initiatives() -> None:
    assert net_amount(gained("200", AS_OF, attribution="0.5", deadweight="0.2")) == 80


@pytest.mark.parametrize(("attribution", "deadweight"), [(None, "0"), ("1", None)])
def test_a_factor_that_nobody_stated_refuses_the_break_even(
    attribution: str | None, deadweight: str | None
) -> None:
    whole = gained("500", date(2021, 2, 1))
    open_one = gained("500", date(2021, 2, 1), attribution=attribution, deadweight=deadweight)
    found = flow(spent("100", date(2021, 1, 1)), whole, open_one)
    lacking = Missing(MissingReason.FACTOR_NOT_STATED, 1, 2, (open_one.id,))
    assert found.break_even[Certainty.CONFIRMED] == lacking
    assert found.without_factors == (open_one.id,)
    assert found.months[-1].benefits[Certainty.CONFIRMED] == 500


def test_without_benefits_or_without_costs_there_is_no_break_even() -> None:
    only_costs = flow(spent("1", date(2021, 1, 1)))
    only_benefits = flow(gained("1", date(2021, 1, 1)))
    confirmed = Certainty.CONFIRMED
    assert only_costs.break_even[confirmed] == Missing(MissingReason.NO_BENEFIT, 0, 1)
    assert only_benefits.break_even[confirmed] == Missing(MissingReason.NO_COST, 0, 1)
    assert only_benefits.break_even[Certainty.CLAIMED] == Missing(MissingReason.NO_BENEFIT, 0, 1)


def test_a_benefit_without_factors_adds_no_month() -> None:
    found = flow(spent("1", date(2021, 1, 1)), gained("9", date(2021, 5, 1), attribution=None))
    assert [month.starts_on for month in found.months] == [date(2021, 1, 1)]


def test_amounts_of_the_day_itself_count_and_its_month_is_not_ahead() -> None:
    today = date(2021, 1, 1)
    found = flow(spent("3", today), gained("4", today), as_of=today)
    assert [(month.cost, month.is_planned) for month in found.months] == [(3, False)]
    assert month_of(found.break_even[Certainty.CONFIRMED]) == today


def test_what_lies_ahead_counts_only_as_a_plan() -> None:
    found = flow(
        spent("100", date(2021, 1, 1)),
        gained("100", date(2021, 3, 1), Certainty.CONFIRMED),
        spent("50", date(2022, 2, 1), is_estimate=True),
        spent("77", date(2022, 2, 1)),
        gained("160", date(2022, 3, 1), Certainty.EXPECTED),
        gained("500", date(2022, 3, 1), Certainty.CLAIMED),
    )
    assert [month.is_planned for month in found.months] == [False] * 12 + [True] * 3
    assert found.months[-1].cumulative_cost == 150
    assert month_of(found.break_even[Certainty.CONFIRMED]) == date(2021, 3, 1)
    assert month_of(found.break_even[Certainty.EXPECTED]) == date(2022, 3, 1)
    assert month_of(found.break_even[Certainty.CLAIMED]) is MissingReason.NO_BENEFIT
