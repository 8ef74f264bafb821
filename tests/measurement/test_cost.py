"""Costs: sums that stay apart, unit costs with their denominators, currencies never added in silence."""

from datetime import date
from decimal import Decimal
from itertools import count

from app.measurement.cost import (
    Converted,
    CostTotals,
    Natures,
    Rate,
    UnitCost,
    cost_per_outcome,
    cost_totals,
    in_one_currency,
    unit_cost,
)
from app.measurement.missing import Missing, MissingReason
from app.measurement.proportions import Interval
from app.measurement.records import Cost
from app.vocabulary import CostNature, CostStage, Currency

NUMBERS = count(1)
AS_OF = date(2020, 12, 31)
NOTHING = Missing(MissingReason.NO_COST, 0, 1)
CLEAR = Interval(-2.1, -0.3)


def cost(
    amount: str,
    nature: CostNature = CostNature.CASH,
    *,
    currency: Currency = Currency.GBP,
    stage: CostStage = CostStage.RUNNING,
    payer: str | None = "City",
    phase_id: int | None = 1,
    is_estimate: bool = False,
    spent_on: date = AS_OF,
) -> Cost:
    number = next(NUMBERS)
    return Cost(
        number, spent_on, Decimal(amount), currency, stage, nature, payer, phase_id, is_estimate=is_estimate
    )


def sums(cash: int = 0, in_kind: int = 0, volunteer_time: int = 0) -> Natures:
    return Natures(Decimal(cash), Decimal(in_kind), Decimal(volunteer_time))


def pounds(*costs: Cost) -> CostTotals:
    return cost_totals(costs, AS_OF)[Currency.GBP]


def test_cash_goods_and_volunteers_time_are_three_sums() -> None:
    totals = pounds(
        cost("100"), cost("50"), cost("30", CostNature.IN_KIND), cost("20", CostNature.VOLUNTEER_TIME)
    )
    assert totals.total == sums(150, 30, 20)


def test_the_full_cost_leaves_volunteers_time_apart() -> None:
    assert sums(150, 30, 20).full == 180


def test_costs_are_told_by_stage_payer_and_phase() -> None:
    totals = pounds(
        cost("100", stage=CostStage.SET_UP, payer="City", phase_id=1),
        cost("40", payer=None, phase_id=None),
        cost("5", CostNature.IN_KIND, payer="City", phase_id=2),
    )
    assert totals.by_stage == {CostStage.SET_UP: sums(100), CostStage.RUNNING: sums(40, 5)}
    assert totals.by_payer == {"City": sums(100, 5), None: sums(40)}
    assert totals.by_phase == {1: sums(100), None: sums(40), 2: sums(0, 5)}
    assert totals.set_up == sums(100)


def test_estimates_are_counted_and_told_apart() -> None:
    totals = pounds(cost("100"), cost("7", is_estimate=True))
    assert (totals.total.cash, totals.estimated.cash) == (107, 7)


def test_costs_after_the_day_do_not_count() -> None:
    later = cost("9", spent_on=date(2021, 1, 1))
    totals = pounds(cost("1"), later)
    assert totals.total.cash == 1
    assert later.id not in totals.entries


def test_two_currencies_have_two_totals() -> None:
    found = cost_totals([cost("1"), cost("2", currency=Currency.CAD)], AS_OF)
    assert list(found) == [Currency.CAD, Currency.GBP]
    assert [totals.total.cash for totals in found.values()] == [2, 1]


def test_no_costs_have_no_currency() -> None:
    assert cost_totals([], AS_OF) == {}


def test_a_unit_cost_shows_its_numerators_and_its_denominator() -> None:
    totals = pounds(
        cost("600"),
        cost("400", stage=CostStage.SET_UP),
        cost("50", CostNature.IN_KIND),
        cost("999", CostNature.VOLUNTEER_TIME),
    )
    found = unit_cost(totals, 50)
    assert isinstance(found, UnitCost)
    assert (found.cash, found.full, found.cash_without_set_up) == (20, 21, 12)
    assert (found.cash_total, found.full_total, found.units) == (1000, 1050, 50)
    assert found.entries == totals.entries


def test_nobody_yet_is_no_unit_cost() -> None:
    totals = pounds(cost("1"))
    for units in (0, None, Decimal(0)):
        assert unit_cost(totals, units) == Missing(MissingReason.NO_DENOMINATOR, 0, 1, totals.entries)


def test_no_recorded_cost_is_not_free() -> None:
    assert unit_cost(None, 50) == NOTHING


def test_cost_per_outcome_needs_ten_people_and_a_clear_change() -> None:
    totals = pounds(cost("100"))
    assert cost_per_outcome(totals, Decimal(4), 9, CLEAR) == Missing(MissingReason.TOO_FEW_PEOPLE, 9, 10)
    for unclear in (Interval(-1, 0.1), Interval(0, 2), Interval(-2, 0)):
        found = cost_per_outcome(totals, Decimal(4), 10, unclear)
        assert found == Missing(MissingReason.CHANGE_NOT_CLEAR, 10, 10)
    for clear in (CLEAR, Interval(0.3, 2.1)):
        found = cost_per_outcome(totals, Decimal(4), 10, clear)
        assert isinstance(found, UnitCost)
        assert found.cash == 25


def test_currencies_are_added_only_at_dated_rates() -> None:
    rate = Rate(Decimal("0.58"), date(2020, 12, 31), "annual average")
    amounts = {Currency.GBP: Decimal(100), Currency.CAD: Decimal(50)}
    assert in_one_currency(amounts, Currency.GBP, {Currency.CAD: rate}) == Converted(
        Decimal("129.00"), Currency.GBP, {Currency.CAD: rate}
    )


def test_one_missing_rate_refuses_the_sum() -> None:
    rate = Rate(Decimal("0.58"), date(2020, 12, 31), "annual average")
    amounts = {Currency.EUR: Decimal(1), Currency.CAD: Decimal(50)}
    found = in_one_currency(amounts, Currency.GBP, {Currency.CAD: rate})
    assert found == Missing(MissingReason.NO_RATE, 1, 2)


def test_only_foreign_amounts_can_be_converted_too() -> None:
    rate = Rate(Decimal(2), date(2020, 12, 31), "annual average")
    found = in_one_currency({Currency.CAD: Decimal(50)}, Currency.GBP, {Currency.CAD: rate})
    assert isinstance(found, Converted)
    assert (found.amount, found.currency) == (100, Currency.GBP)
