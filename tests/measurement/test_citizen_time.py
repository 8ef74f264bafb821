"""Citizens' hours at dated rates: each at the rate of its day, unvalued before the first, never in cash."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.measurement.citizen_time import CitizenTime, citizen_time
from app.measurement.missing import Missing, MissingReason
from app.measurement.records import Activity, HourlyRate
from app.vocabulary import Currency
from tests.measurement.builders import activity

AS_OF = date(2026, 1, 1)
CAD = Currency.CAD
MAY_2023, MAY_2024 = date(2023, 5, 1), date(2024, 5, 1)


def rate(starts_on: date, lower: str, higher: str | None = None, currency: Currency = CAD) -> HourlyRate:
    highest = Decimal(higher) if higher else None
    return HourlyRate(starts_on, currency, "minimum wage", Decimal(lower), "a source", highest)


RATES = [rate(MAY_2023, "15.25"), rate(MAY_2024, "15.75")]


def on(day: date, hours: str | None) -> Activity:
    return activity(citizen_hours=hours, happened_on=day)


def valued(
    activities: list[Activity], rates: list[HourlyRate], paid: frozenset[int] = frozenset()
) -> CitizenTime:
    found = citizen_time(activities, rates, CAD, AS_OF, paid)
    assert isinstance(found, CitizenTime)
    return found


def test_the_worked_example_of_310_hours_across_two_rates() -> None:
    """3 h at 15.25 are 45.75, and 307 h at 15.75 are 4,835.25: together 4,881."""
    found = valued([on(date(2024, 4, 30), "3"), on(MAY_2024, "300"), on(date(2024, 5, 20), "7")], RATES)
    assert [(part.given.hours, part.low) for part in found.by_rate] == [
        (Decimal(3), Decimal("45.75")),
        (Decimal(307), Decimal("4835.25")),
    ]
    assert (found.valued.hours, found.low, found.high) == (Decimal(310), Decimal("4881.00"), None)
    assert [(month.starts_on, month.low) for month in found.by_month] == [
        (date(2024, 4, 1), Decimal("45.75")),
        (MAY_2024, Decimal("4835.25")),
    ]


def test_hours_before_the_first_rate_are_unvalued_and_not_zero() -> None:
    early = on(date(2023, 4, 30), "12")
    found = valued([early, on(MAY_2023, "2")], RATES)
    assert (found.unvalued.hours, found.unvalued.entries) == (Decimal(12), (early.id,))
    assert found.low == Decimal("30.50")


def test_without_any_rate_the_value_is_missing_and_the_hours_are_said() -> None:
    found = valued([on(MAY_2023, "12")], [])
    assert isinstance(found.low, Missing)
    assert found.low.reason is MissingReason.NO_RATE
    assert found.unvalued.hours == 12


def test_hours_that_nobody_recorded_are_missing() -> None:
    assert citizen_time([on(MAY_2023, None)], RATES, CAD, AS_OF) == Missing(MissingReason.NOT_RECORDED, 0, 1)


def test_what_happens_after_the_day_is_not_valued_yet() -> None:
    assert isinstance(citizen_time([on(AS_OF + timedelta(days=1), "5")], RATES, CAD, AS_OF), Missing)


def test_a_range_is_given_only_where_every_rate_has_a_higher_estimate() -> None:
    both = [rate(MAY_2023, "15", "25"), rate(MAY_2024, "16", "26")]
    hours = [on(MAY_2023, "10"), on(MAY_2024, "1")]
    assert (valued(hours, both).low, valued(hours, both).high) == (Decimal(166), Decimal(276))
    assert valued(hours, [both[0], rate(MAY_2024, "16")]).high is None


def test_hours_that_were_paid_are_left_out() -> None:
    paid, given_freely = on(MAY_2023, "4"), on(MAY_2023, "2")
    found = valued([paid, given_freely], RATES, frozenset({paid.id}))
    assert (found.paid.hours, found.valued.hours, found.low) == (Decimal(4), Decimal(2), Decimal("30.50"))


def test_a_rate_of_another_currency_values_nothing() -> None:
    assert isinstance(valued([on(MAY_2023, "4")], [rate(MAY_2023, "12", currency=Currency.GBP)]).low, Missing)


DAYS = st.dates(date(2020, 1, 1), AS_OF)
AMOUNTS = st.decimals(0, 500, places=2)
LOGS = st.lists(st.builds(lambda day, hours: on(day, str(hours)), DAYS, AMOUNTS), max_size=12)
SOME_RATES = st.lists(
    st.builds(lambda day, low, more: rate(day, str(low), str(low + more)), DAYS, AMOUNTS, AMOUNTS),
    max_size=4,
    unique_by=lambda one: one.starts_on,
)


@given(LOGS, SOME_RATES, st.data())
def test_every_hour_is_in_one_part_and_every_part_in_the_sum(
    log: list[Activity], rates: list[HourlyRate], data: st.DataObject
) -> None:
    paid = frozenset(data.draw(st.sets(st.sampled_from([a.id for a in log])))) if log else frozenset()
    found = citizen_time(log, rates, CAD, AS_OF, paid)
    recorded = sum((a.citizen_hours or Decimal(0) for a in log), Decimal(0))
    if isinstance(found, Missing):
        assert recorded == 0
        return
    assert found.valued.hours + found.unvalued.hours + found.paid.hours == recorded
    parts = [*found.valued.entries, *found.unvalued.entries, *found.paid.entries]
    assert len(parts) == len(set(parts))
    if not isinstance(found.low, Missing):
        assert found.low == sum(month.low for month in found.by_month)
        assert found.high is not None
        assert found.high == sum(month.high or 0 for month in found.by_month)
        assert found.low <= found.high


@given(LOGS, SOME_RATES, DAYS)
def test_a_further_rate_never_leaves_more_hours_unvalued(
    log: list[Activity], rates: list[HourlyRate], day: date
) -> None:
    before = citizen_time(log, rates, CAD, AS_OF)
    after = citizen_time(log, [*rates, rate(day, "10")], CAD, AS_OF)
    if isinstance(before, CitizenTime) and isinstance(after, CitizenTime):
        assert after.unvalued.hours <= before.unvalued.hours
