"""Reach, dose, continuity, concentration and representation."""

from datetime import date
from decimal import Decimal

import pytest

from app.measurement.missing import Missing, MissingReason
from app.measurement.proportions import Proportion
from app.measurement.reach import (
    Concentration,
    Reach,
    Representation,
    concentration,
    concentration_of_people,
    dose,
    reach,
    representation,
    returning,
)
from tests.measurement.builders import AS_OF, activity


def test_reach_is_people_among_those_eligible() -> None:
    assert reach(1952, 8000) == Reach(1952, 8000, Decimal("0.244"))


def test_reach_needs_both_numbers() -> None:
    assert reach(None, 8000) == Missing(MissingReason.NOT_RECORDED)
    assert reach(10, None) == reach(10, 0) == Missing(MissingReason.NO_DENOMINATOR, 0, 1)


def test_nobody_reached_is_a_value() -> None:
    assert reach(0, 50) == Reach(0, 50, Decimal(0))


def test_dose_counts_attendances_hours_and_months() -> None:
    log = [
        activity(citizen_hours="12", citizens=6, happened_on=date(2020, 1, 5)),
        activity(citizen_hours="8", citizens=4, happened_on=date(2020, 1, 25)),
        activity(citizen_hours="30", citizens=10, happened_on=date(2020, 4, 1)),
        activity(citizen_hours="99", citizens=99, happened_on=date(2021, 4, 1)),
    ]
    found = dose(log, AS_OF)
    assert (found.activities, found.attendances, found.largest_group) == (3, 20, 10)
    assert (found.citizen_hours, found.hours_per_attendance) == (50, Decimal("2.5"))
    assert (found.months_active, found.months_spanned) == (2, 4)
    assert found.entries == tuple(a.id for a in log[:3])


def test_hours_per_attendance_rest_on_entries_with_both_numbers() -> None:
    log = [activity(citizen_hours="10", citizens=5), activity(citizen_hours=None, citizens=50), activity()]
    found = dose(log, AS_OF)
    assert found.hours_per_attendance == 2
    assert found.attendances == 55
    assert found.citizen_hours == 20


def test_what_nobody_recorded_is_missing_and_not_nought() -> None:
    log = [activity(citizen_hours=None)]
    found = dose(log, AS_OF)
    missing = Missing(MissingReason.NOT_RECORDED, 0, 1, (log[0].id,))
    assert found.attendances == found.largest_group == missing
    assert found.citizen_hours == found.hours_per_attendance == missing


def test_an_empty_log_spans_no_month() -> None:
    found = dose([], AS_OF)
    assert (found.activities, found.months_active, found.months_spanned) == (0, 0, 0)


def test_returning_is_a_proportion_of_people() -> None:
    found = returning(12, 20)
    assert isinstance(found, Proportion)
    assert (found.count, found.n) == (12, 20)
    assert returning(3, 4) == Missing(MissingReason.TOO_FEW_PEOPLE, 4, 5)


@pytest.mark.parametrize(("came_back", "participants"), [(None, 5), (5, None)])
def test_returning_needs_both_numbers(came_back: int | None, participants: int | None) -> None:
    assert returning(came_back, participants) == Missing(MissingReason.NOT_RECORDED)


def test_concentration_names_the_three_largest_entries() -> None:
    log = [activity(citizen_hours=hours) for hours in ("10", "40", "20", "25", "5")]
    found = concentration([*log, activity(citizen_hours=None)], AS_OF)
    largest = (log[1].id, log[3].id, log[2].id)
    assert found == Concentration(Decimal("0.85"), top=3, of=5, hours=Decimal(100), entries=largest)


def test_two_entries_are_all_of_the_hours() -> None:
    found = concentration([activity(), activity()], AS_OF)
    assert isinstance(found, Concentration)
    assert (found.share, found.top, found.of) == (1, 2, 2)


def test_entries_after_the_day_do_not_concentrate() -> None:
    later = activity(happened_on=date(2021, 1, 1))
    assert concentration([later], AS_OF) == Missing(MissingReason.NOT_RECORDED, 0, 1)


def test_concentration_of_people_hides_behind_the_threshold() -> None:
    hours = [Decimal(hours) for hours in (50, 20, 10, 10, 10)]
    found = concentration_of_people(hours)
    assert found == Concentration(Decimal("0.8"), top=3, of=5, hours=Decimal(100))
    assert concentration_of_people(hours[:4]) == Missing(MissingReason.TOO_FEW_PEOPLE, 4, 5)


def test_people_without_hours_are_not_concentrated() -> None:
    assert concentration_of_people([Decimal(0)] * 5) == Missing(MissingReason.NOT_RECORDED, 0, 1)


def test_representation_compares_with_the_population() -> None:
    found = representation(12, 20, Decimal("0.3"))
    assert isinstance(found, Representation)
    assert found.ratio == pytest.approx(2)
    assert (found.interval.low, found.interval.high) == pytest.approx((0.3866 / 0.3, 0.7812 / 0.3), abs=0.001)


def test_representation_needs_people_and_a_population() -> None:
    assert representation(3, 9, Decimal("0.3")) == Missing(MissingReason.TOO_FEW_PEOPLE, 9, 10)
    assert representation(3, 20, Decimal(0)) == Missing(MissingReason.NO_DENOMINATOR, 0, 1)
