"""From log to cell: the worked example of the method, its edges, its tags and its history."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.measurement.cell import cell, cell_history, rolling_cell
from app.measurement.missing import Missing, MissingReason
from app.measurement.records import Activity
from app.measurement.thresholds import Thresholds
from app.vocabulary import CitizenRole, Decision, Lead, PhaseKind, Stability, Strength, Tag
from tests.measurement.builders import AS_OF, activity, worked_delivery, worked_planning

DELIVERY = PhaseKind.DELIVERY
SHARED = Decision.JOINTLY
THEIRS = Decision.PROFESSIONALS


def alike(number: int, **settings: Any) -> list[Activity]:
    return [activity(**settings) for _ in range(number)]


class TestTheWorkedExample:
    """Values from domain rules 2.2."""

    def test_planning_and_delivery_by_both_is_cell_five_present_and_stable(self) -> None:
        found = cell([*worked_planning(), *worked_delivery(310)], AS_OF)
        assert found.number == 5
        assert found.strength is Strength.PRESENT
        assert found.stability is Stability.STABLE
        assert found.alternatives == ()
        assert found.tags == ()

    def test_its_basis_can_be_printed_as_arithmetic(self) -> None:
        found = cell([*worked_planning(), *worked_delivery(310)], AS_OF)
        planning, delivery = found.planning.basis, found.delivery.basis
        assert (planning.citizen_hours, planning.citizen_hours + planning.professional_hours) == (46, 120)
        assert (planning.decisions_shared, planning.decisions, planning.activities) == (3, 7, 7)
        assert round(planning.share, 3) == Decimal("0.383")
        assert delivery.share == Decimal("0.775")
        assert (delivery.citizens_led, delivery.activities) == (9, 11)

    def test_385_of_400_hours_is_a_stable_cell_eight(self) -> None:
        found = cell([*worked_planning(), *worked_delivery(385)], AS_OF)
        assert (found.number, found.stability, found.strength) == (8, Stability.STABLE, None)

    def test_372_of_400_hours_is_borderline_five_or_eight(self) -> None:
        found = cell([*worked_planning(), *worked_delivery(372)], AS_OF)
        assert (found.number, found.alternatives) == (8, (5,))
        assert found.stability is Stability.BORDERLINE

    def test_it_becomes_balanced_when_half_of_the_decisions_are_shared(self) -> None:
        one_more = activity(citizen_hours="0", professional_hours="0", decision=SHARED)
        found = cell([*worked_planning(), *worked_delivery(310), one_more], AS_OF)
        assert found.strength is Strength.BALANCED


class TestTheGate:
    def test_two_activities_are_too_few_however_long(self) -> None:
        found = cell([*alike(2), *worked_delivery(310)], AS_OF)
        assert isinstance(found.number, Missing)
        assert (found.number.reason, found.number.have, found.number.need) == (
            MissingReason.TOO_FEW_ACTIVITIES,
            2,
            3,
        )
        assert found.stability is None
        assert found.strength is None
        assert found.delivery.lead is Lead.TOGETHER

    def test_three_activities_under_ten_hours_are_too_few_hours(self) -> None:
        short = alike(3, citizen_hours="1.66", professional_hours="1.67")
        found = cell([*short, *worked_delivery(310)], AS_OF).number
        assert isinstance(found, Missing)
        assert (found.reason, found.have, found.need) == (MissingReason.TOO_FEW_HOURS, Decimal("9.99"), 10)
        assert found.entries == tuple(a.id for a in short)

    def test_three_activities_of_ten_hours_pass(self) -> None:
        enough = [
            *alike(2, citizen_hours="2", professional_hours="1"),
            activity(citizen_hours="2", professional_hours="2", decision=SHARED),
        ]
        assert cell([*enough, *worked_delivery(310)], AS_OF).number == 5

    def test_delivery_that_is_missing_is_named_when_planning_stands(self) -> None:
        found = cell(worked_planning(), AS_OF)
        assert found.planning.lead is Lead.TOGETHER
        assert found.number == found.delivery.lead == Missing(MissingReason.TOO_FEW_ACTIVITIES, 0, 3)


def planned(*activities: Activity) -> tuple[object, tuple[Tag, ...]]:
    axis = cell(activities, AS_OF).planning
    return axis.lead, axis.tags


def delivered(*activities: Activity) -> tuple[object, tuple[Tag, ...]]:
    axis = cell(activities, AS_OF).delivery
    return axis.lead, axis.tags


class TestPlanning:
    def test_commissioning_and_design_count_together(self) -> None:
        found = cell([*alike(2), activity(PhaseKind.COMMISSIONING)], AS_OF)
        assert found.planning.basis.activities == 3

    def test_under_ten_per_cent_professionals_planned_alone(self) -> None:
        assert planned(*alike(3, citizen_hours="0.99", professional_hours="9.01", decision=SHARED)) == (
            Lead.PROFESSIONALS,
            (),
        )

    def test_at_ten_per_cent_both_planned(self) -> None:
        assert planned(*alike(3, citizen_hours="1", professional_hours="9", decision=SHARED)) == (
            Lead.TOGETHER,
            (),
        )

    def test_consultation_alone_is_not_co_planning(self) -> None:
        heard = alike(3, role=CitizenRole.CONSULTED, decision=SHARED)
        assert planned(*heard) == (Lead.PROFESSIONALS, (Tag.WITH_CONSULTATION,))

    def test_being_informed_is_not_called_consultation(self) -> None:
        assert planned(*alike(3, role=CitizenRole.INFORMED)) == (Lead.PROFESSIONALS, ())

    def test_over_ninety_per_cent_citizens_planned_alone(self) -> None:
        assert planned(*alike(3, citizen_hours="9.01", professional_hours="0.99")) == (Lead.CITIZENS, ())

    def test_at_ninety_per_cent_citizens_did_not_plan_alone(self) -> None:
        assert planned(*alike(3, citizen_hours="9", professional_hours="1", decision=SHARED)) == (
            Lead.TOGETHER,
            (),
        )

    def test_one_decision_by_professionals_alone_ends_sole_planning_by_citizens(self) -> None:
        found = planned(
            *alike(3, citizen_hours="10", professional_hours="0", decision=Decision.CITIZENS),
            activity(citizen_hours="10", professional_hours="0", decision=THEIRS),
        )
        assert found == (Lead.TOGETHER, ())

    def test_citizens_who_worked_while_professionals_decided_did_not_plan(self) -> None:
        found = planned(*alike(3, citizen_hours="10", professional_hours="0", decision=THEIRS))
        assert found == (Lead.PROFESSIONALS, (Tag.CITIZENS_WORKED_PROFESSIONALS_DECIDED,))

    def test_at_ninety_per_cent_citizens_did_more_than_work(self) -> None:
        ninety = alike(3, citizen_hours="9", professional_hours="1", decision=THEIRS)
        assert planned(*ninety) == (Lead.PROFESSIONALS, (Tag.PRESENT_NO_DECISION_POWER,))

    def test_hours_without_a_say_are_presence_without_decision_power(self) -> None:
        assert planned(*alike(4, decision=THEIRS)) == (
            Lead.PROFESSIONALS,
            (Tag.PRESENT_NO_DECISION_POWER,),
        )

    def test_no_decision_at_all_is_no_shared_decision(self) -> None:
        assert planned(*alike(4)) == (Lead.PROFESSIONALS, (Tag.PRESENT_NO_DECISION_POWER,))

    @pytest.mark.parametrize(("theirs", "lead"), [(3, Lead.TOGETHER), (4, Lead.PROFESSIONALS)])
    def test_a_quarter_of_the_decisions_must_be_shared(self, theirs: int, lead: Lead) -> None:
        found, _ = planned(activity(decision=SHARED), *alike(theirs, decision=THEIRS))
        assert found is lead

    def test_a_decision_by_citizens_counts_as_shared(self) -> None:
        found, _ = planned(activity(decision=Decision.CITIZENS), *alike(3, decision=THEIRS))
        assert found is Lead.TOGETHER


class TestDelivery:
    def test_the_hours_alone_tell_who_delivered_alone(self) -> None:
        citizens = alike(3, kind=DELIVERY, citizen_hours="10", professional_hours="1", decision=THEIRS)
        staff = alike(3, kind=DELIVERY, citizen_hours="1", professional_hours="10")
        assert delivered(*citizens) == (Lead.CITIZENS, ())
        assert delivered(*staff) == (Lead.PROFESSIONALS, ())

    @pytest.mark.parametrize(("share", "rest"), [("1", "9"), ("9", "1")])
    def test_ten_and_ninety_per_cent_still_belong_to_both(self, share: str, rest: str) -> None:
        found = delivered(*alike(3, kind=DELIVERY, citizen_hours=share, professional_hours=rest))
        assert found == (Lead.TOGETHER, ())

    def test_leading_once_is_assisting(self) -> None:
        found = delivered(
            activity(DELIVERY, role=CitizenRole.LED_ALONE),
            *alike(3, kind=DELIVERY, role=CitizenRole.CONTRIBUTED),
        )
        assert found == (Lead.PROFESSIONALS, (Tag.ASSISTED_BY_CITIZENS,))

    def test_leading_twice_is_co_delivering(self) -> None:
        found = delivered(
            activity(DELIVERY, role=CitizenRole.LED_ALONE),
            activity(DELIVERY, role=CitizenRole.CO_LED),
            activity(DELIVERY, role=CitizenRole.CONTRIBUTED),
        )
        assert found == (Lead.TOGETHER, ())


class TestCountingHours:
    def test_one_festival_is_cut_to_a_quarter_of_the_hours(self) -> None:
        small = alike(4, kind=DELIVERY, citizen_hours="1", professional_hours="24")
        festival = activity(DELIVERY, "300", "0")
        basis = cell([*small, festival], AS_OF).delivery.basis
        assert basis.capped == (festival.id,)
        assert (basis.citizen_hours, basis.professional_hours) == (104, 96)
        assert (basis.recorded_citizen_hours, basis.recorded_professional_hours) == (304, 96)

    def test_a_cut_activity_keeps_the_proportion_of_its_sides(self) -> None:
        small = alike(4, kind=DELIVERY, citizen_hours="0", professional_hours="25")
        festival = activity(DELIVERY, "225", "75")
        basis = cell([*small, festival], AS_OF).delivery.basis
        assert (basis.citizen_hours, basis.professional_hours) == (75, 125)

    def test_a_festival_of_professionals_is_cut_as_well(self) -> None:
        festival = activity(DELIVERY, "0", "160")
        basis = cell(
            [*alike(4, kind=DELIVERY, citizen_hours="5", professional_hours="5"), festival], AS_OF
        ).delivery.basis
        assert (float(basis.citizen_hours), float(basis.professional_hours)) == (20, 70)

    def test_a_quarter_exactly_is_not_cut(self) -> None:
        quarter = activity(DELIVERY, "25", "0")
        assert cell([*alike(5, kind=DELIVERY, citizen_hours="5"), quarter], AS_OF).delivery.basis.capped == ()

    def test_with_four_activities_nothing_is_cut_and_the_largest_is_named(self) -> None:
        festival = activity(DELIVERY, "61", "0")
        found = cell([*alike(3, kind=DELIVERY), festival], AS_OF).delivery
        assert found.basis.citizen_hours == 91
        assert found.basis.dominant == (festival.id,)
        assert found.tags == (Tag.DOMINATED_BY_ONE_ACTIVITY,)

    def test_half_of_the_hours_does_not_dominate(self) -> None:
        assert cell([*alike(3, kind=DELIVERY), activity(DELIVERY, "60", "0")], AS_OF).delivery.tags == ()

    def test_five_activities_are_cut_and_nothing_is_said_to_dominate(self) -> None:
        found = cell([*alike(4, kind=DELIVERY), activity(DELIVERY, "500", "0")], AS_OF)
        assert found.delivery.tags == ()
        assert found.delivery.basis.dominant == ()

    def test_the_fifth_entry_switches_the_cap_on_and_can_move_the_cell_by_itself(self) -> None:
        # A stated weakness of the rule: a fifth hour of citizens' work cuts their festival of 97 hours.
        four = [
            activity(DELIVERY, "97", "0"),
            *alike(3, kind=DELIVERY, citizen_hours="0", professional_hours="1"),
        ]
        assert cell(four, AS_OF).delivery.lead is Lead.CITIZENS
        assert cell([*four, activity(DELIVERY, "1", "0")], AS_OF).delivery.basis.share < Decimal("0.9")

    def test_an_activity_with_one_side_forgotten_gives_no_hours(self) -> None:
        half_told = activity(DELIVERY, None, "50")
        basis = cell([*alike(4, kind=DELIVERY), half_told], AS_OF).delivery.basis
        assert (basis.citizen_hours, basis.professional_hours, basis.without_hours) == (40, 40, 1)
        assert basis.activities == 5

    def test_a_side_that_was_not_there_gave_no_hours(self) -> None:
        alone = [
            activity(DELIVERY, None, "5", role=CitizenRole.NONE),
            activity(DELIVERY, None, "5", citizens=0),
            activity(DELIVERY, "5", None, professionals=0),
        ]
        basis = cell(alone, AS_OF).delivery.basis
        assert (basis.citizen_hours, basis.professional_hours, basis.without_hours) == (5, 10, 0)

    def test_recorded_hours_stand_whatever_the_count_of_people_says(self) -> None:
        odd = [activity(DELIVERY, "5", "7", citizens=0, professionals=0, role=CitizenRole.NONE)]
        basis = cell(odd, AS_OF).delivery.basis
        assert (basis.recorded_citizen_hours, basis.recorded_professional_hours) == (Decimal(5), Decimal(7))

    def test_hours_of_the_other_side_are_counted_apart(self) -> None:
        basis = cell(alike(3, kind=DELIVERY, other_hours="7"), AS_OF).delivery.basis
        assert (basis.other_hours, basis.share) == (21, Decimal("0.5"))

    def test_no_hours_at_all_make_a_share_of_zero_and_a_stated_reason(self) -> None:
        found = cell(alike(3, citizen_hours="0", professional_hours="0"), AS_OF).planning
        assert found.basis.share == 0
        assert found.lead == Missing(MissingReason.TOO_FEW_HOURS, 0, 10, found.basis.entries)


class TestCountingActivities:
    def test_activities_are_counted_when_more_than_a_third_lack_hours(self) -> None:
        roles = [CitizenRole.LED_ALONE, CitizenRole.CO_LED, CitizenRole.CONTRIBUTED, CitizenRole.NONE]
        told = [activity(DELIVERY, None, None, role=role) for role in roles]
        found = cell(told, AS_OF).delivery
        assert (found.basis.citizen_hours, found.basis.professional_hours) == (2, 2)
        assert found.lead is Lead.TOGETHER
        assert found.tags == (Tag.COUNT_BASED,)

    @pytest.mark.parametrize(("without", "count_based"), [(3, False), (4, True)])
    def test_thirty_per_cent_without_hours_is_the_limit(self, without: int, count_based: bool) -> None:
        told = alike(10 - without, kind=DELIVERY) + alike(without, kind=DELIVERY, citizen_hours=None)
        assert cell(told, AS_OF).delivery.basis.count_based is count_based


# What makes each lead on each axis.
PLANNED: dict[Lead, dict[str, Any]] = {
    Lead.PROFESSIONALS: {"citizen_hours": "0", "role": CitizenRole.NONE, "decision": THEIRS},
    Lead.TOGETHER: {"decision": SHARED},
    Lead.CITIZENS: {"professional_hours": "0", "decision": Decision.CITIZENS},
}
DELIVERED: dict[Lead, dict[str, Any]] = {
    Lead.PROFESSIONALS: {"citizen_hours": "0"},
    Lead.TOGETHER: {},
    Lead.CITIZENS: {"professional_hours": "0"},
}


class TestTheTable:
    """Bovaird's nine cells: rows are delivery, columns planning."""

    @pytest.mark.parametrize(
        ("delivered", "planned", "number"),
        [
            (Lead.PROFESSIONALS, Lead.PROFESSIONALS, 1),
            (Lead.PROFESSIONALS, Lead.TOGETHER, 2),
            (Lead.PROFESSIONALS, Lead.CITIZENS, 3),
            (Lead.TOGETHER, Lead.PROFESSIONALS, 4),
            (Lead.TOGETHER, Lead.TOGETHER, 5),
            (Lead.TOGETHER, Lead.CITIZENS, 6),
            (Lead.CITIZENS, Lead.PROFESSIONALS, 7),
            (Lead.CITIZENS, Lead.TOGETHER, 8),
            (Lead.CITIZENS, Lead.CITIZENS, 9),
        ],
    )
    def test_each_pair_of_leads_has_its_cell(self, delivered: Lead, planned: Lead, number: int) -> None:
        log = [*alike(5, **PLANNED[planned]), *alike(5, kind=DELIVERY, **DELIVERED[delivered])]
        assert cell(log, AS_OF).number == number

    def test_balanced_is_said_of_cell_five_alone(self) -> None:
        log = [*alike(5, **PLANNED[Lead.TOGETHER]), *alike(5, kind=DELIVERY)]
        assert cell(log, AS_OF).strength is Strength.BALANCED

    def test_below_a_fifth_on_one_axis_is_present_not_balanced(self) -> None:
        thin = alike(5, kind=DELIVERY, citizen_hours="19", professional_hours="81")
        assert cell([*alike(5, decision=SHARED), *thin], AS_OF).strength is Strength.PRESENT

    def test_above_four_fifths_on_one_axis_is_present_not_balanced(self) -> None:
        much = alike(5, kind=DELIVERY, citizen_hours="81", professional_hours="19")
        assert cell([*alike(5, decision=SHARED), *much], AS_OF).strength is Strength.PRESENT

    @pytest.mark.parametrize(("theirs", "rest"), [("80", "20"), ("20", "80")])
    def test_a_fifth_of_either_side_is_enough_to_be_balanced(self, theirs: str, rest: str) -> None:
        fifth = alike(5, kind=DELIVERY, citizen_hours=theirs, professional_hours=rest)
        assert cell([*alike(5, decision=SHARED), *fifth], AS_OF).strength is Strength.BALANCED


class TestTime:
    def test_what_happened_after_the_day_does_not_count(self) -> None:
        later = alike(3, happened_on=date(2020, 1, 2))
        assert cell(later, date(2020, 1, 1)).planning.basis.activities == 0
        assert cell(later, date(2020, 1, 2)).planning.basis.activities == 3

    def test_the_rolling_cell_forgets_what_is_a_year_old(self) -> None:
        log = [activity(happened_on=date(2019, 12, 31)), activity(happened_on=date(2020, 1, 1))]
        found = rolling_cell(log, date(2020, 12, 31))
        assert found.entries == (log[1].id,)
        assert found.since == date(2019, 12, 31)

    def test_a_cell_has_a_history(self) -> None:
        first = [*alike(3, decision=SHARED), *alike(3, kind=DELIVERY, citizen_hours="0")]
        later = alike(9, kind=DELIVERY, happened_on=date(2020, 6, 1))
        history = cell_history([*first, *later], [date(2020, 7, 1), date(2019, 7, 1)])
        assert [(at.as_of.year, at.number) for at in history] == [(2019, 2), (2020, 5)]

    def test_an_instance_may_set_other_thresholds(self) -> None:
        strict = Thresholds(min_activities=8)
        found = cell(worked_planning(), AS_OF, strict).planning
        assert found.lead == Missing(MissingReason.TOO_FEW_ACTIVITIES, 7, 8, found.basis.entries)
