"""Warnings of tokenism: each rule at its limit, with the entries that fired it."""

from datetime import date

import pytest

from app.measurement.claims import phase_leads
from app.measurement.records import Activity, Claim, Phase
from app.measurement.warnings import LogWarning, warnings
from app.vocabulary import CitizenRole, Decision, Lead, PhaseKind, Side, WarningRule
from tests.measurement.builders import AS_OF, BEGIN, activity, claim, phase

ASSESSED = [phase()]


def fired(
    rule: WarningRule,
    log: list[Activity],
    phases: list[Phase] | None = None,
    claims: list[Claim] | None = None,
    as_of: date = AS_OF,
) -> list[LogWarning]:
    known = ASSESSED if phases is None else phases
    leads = phase_leads(known, log, claims or [], as_of)
    return [warning for warning in warnings(known, log, leads, as_of) if warning.rule is rule]


def ids(log: list[Activity]) -> tuple[int, ...]:
    return tuple(entry.id for entry in log)


class TestLateEntries:
    def test_thirty_days_are_in_time_and_thirty_one_are_late(self) -> None:
        in_time, late = activity(entered_after=30), activity(entered_after=31)
        assert fired(WarningRule.LATE_ENTRIES, [late, in_time]) == [
            LogWarning(WarningRule.LATE_ENTRIES, (late.id,), count=1, of=2)
        ]

    def test_a_punctual_log_has_no_warning(self) -> None:
        assert fired(WarningRule.LATE_ENTRIES, [activity()]) == []


class TestOneSidedLog:
    def log(self, professionals: int, citizens: int) -> list[Activity]:
        return [activity(side=Side.PROFESSIONALS) for _ in range(professionals)] + [
            activity(side=Side.CITIZENS) for _ in range(citizens)
        ]

    def test_more_than_eighty_per_cent_by_one_side_is_named_with_the_side(self) -> None:
        log = self.log(5, 1)
        (found,) = fired(WarningRule.ONE_SIDED_LOG, log)
        assert found == LogWarning(
            WarningRule.ONE_SIDED_LOG, ids(log[:5]), count=5, of=6, side=Side.PROFESSIONALS
        )

    def test_eighty_per_cent_is_not_more(self) -> None:
        assert fired(WarningRule.ONE_SIDED_LOG, self.log(4, 1)) == []

    def test_citizens_can_keep_the_log_alone_as_well(self) -> None:
        (found,) = fired(WarningRule.ONE_SIDED_LOG, self.log(0, 5))
        assert found.side is Side.CITIZENS

    def test_four_entries_are_too_few_to_say(self) -> None:
        assert fired(WarningRule.ONE_SIDED_LOG, self.log(4, 0)) == []

    def test_entries_of_an_unknown_side_are_left_out(self) -> None:
        unknown = [activity() for _ in range(9)]
        (found,) = fired(WarningRule.ONE_SIDED_LOG, [*self.log(5, 0), *unknown])
        assert (found.count, found.of) == (5, 5)


class TestNoAssessment:
    def test_a_year_and_a_day_without_assessment_is_named(self) -> None:
        log = [activity(happened_on=date(2019, 3, 1))]
        phases = [phase(starts_on=date(2019, 2, 1))]
        assert fired(WarningRule.NO_ASSESSMENT, log, phases, as_of=date(2020, 2, 1)) == []
        assert fired(WarningRule.NO_ASSESSMENT, log, phases, as_of=date(2020, 2, 2)) == [
            LogWarning(WarningRule.NO_ASSESSMENT, (), count=0, of=1, since=date(2019, 2, 1))
        ]

    def test_an_entry_before_the_first_phase_starts_the_year(self) -> None:
        log = [activity(happened_on=date(2018, 3, 1))]
        (found,) = fired(WarningRule.NO_ASSESSMENT, log, [phase(starts_on=date(2019, 2, 1))])
        assert found.since == date(2018, 3, 1)

    def test_the_first_of_several_phases_and_entries_starts_the_year(self) -> None:
        first, second = date(2018, 3, 1), date(2018, 6, 1)
        phases = [phase(starts_on=second), phase(starts_on=first)]
        (by_phase,) = fired(WarningRule.NO_ASSESSMENT, [], phases)
        log = [activity(happened_on=second), activity(happened_on=first)]
        (by_entry,) = fired(WarningRule.NO_ASSESSMENT, log, [])
        assert by_phase.since == by_entry.since == first

    def test_one_assessment_is_enough(self) -> None:
        assert fired(WarningRule.NO_ASSESSMENT, [activity(PhaseKind.ASSESSMENT)]) == []

    def test_an_assessment_after_the_day_is_none_yet(self) -> None:
        later = activity(PhaseKind.ASSESSMENT, happened_on=date(2021, 1, 1))
        assert len(fired(WarningRule.NO_ASSESSMENT, [later])) == 1

    def test_nothing_begun_is_nothing_to_assess(self) -> None:
        assert fired(WarningRule.NO_ASSESSMENT, [], []) == []


class TestClaimWithoutEvidence:
    def test_it_names_the_phase_the_day_and_the_entries_that_do_not_bear_it(self) -> None:
        log = [activity(decision=Decision.PROFESSIONALS) for _ in range(3)]
        (found,) = fired(WarningRule.CLAIM_WITHOUT_EVIDENCE, log, [phase()], [claim(Lead.TOGETHER)])
        assert found == LogWarning(
            WarningRule.CLAIM_WITHOUT_EVIDENCE, ids(log), 3, 3, phase_id=phase().id, since=BEGIN
        )

    def test_a_claim_that_the_log_bears_is_no_warning(self) -> None:
        log = [activity(decision=Decision.JOINTLY) for _ in range(3)]
        assert fired(WarningRule.CLAIM_WITHOUT_EVIDENCE, log, [phase()], [claim(Lead.TOGETHER)]) == []


class TestConsultationOnly:
    def test_consulted_and_never_more_is_named(self) -> None:
        heard = activity(role=CitizenRole.CONSULTED)
        log = [heard, activity(role=CitizenRole.INFORMED), activity(role=CitizenRole.NONE)]
        assert fired(WarningRule.CONSULTATION_ONLY, log) == [
            LogWarning(WarningRule.CONSULTATION_ONLY, (heard.id,), count=1, of=3)
        ]

    @pytest.mark.parametrize("role", [CitizenRole.CONTRIBUTED, CitizenRole.INFORMED])
    def test_more_or_less_than_consulted_is_something_else(self, role: CitizenRole) -> None:
        others = [activity(role=CitizenRole.INFORMED) for _ in range(2)]
        assert fired(WarningRule.CONSULTATION_ONLY, [*others, activity(role=role)]) == []

    def test_two_entries_are_too_few_to_say(self) -> None:
        log = [activity(role=CitizenRole.CONSULTED) for _ in range(2)]
        assert fired(WarningRule.CONSULTATION_ONLY, log) == []

    def test_delivery_is_not_asked(self) -> None:
        log = [activity(PhaseKind.DELIVERY, role=CitizenRole.CONSULTED) for _ in range(3)]
        assert fired(WarningRule.CONSULTATION_ONLY, log) == []


class TestCitizensWorkedProfessionalsDecided:
    RULE = WarningRule.CITIZENS_WORKED_PROFESSIONALS_DECIDED

    @pytest.mark.parametrize("kind", [PhaseKind.COMMISSIONING, PhaseKind.DESIGN, PhaseKind.DELIVERY])
    def test_it_names_the_decisions_of_professionals(self, kind: PhaseKind) -> None:
        log = [activity(kind, "10", "0") for _ in range(2)]
        decided = activity(kind, "10", "0", decision=Decision.PROFESSIONALS)
        assert fired(self.RULE, [*log, decided]) == [LogWarning(self.RULE, (decided.id,), count=1, of=3)]

    def test_one_shared_decision_ends_it(self) -> None:
        decisions = [Decision.PROFESSIONALS, Decision.PROFESSIONALS, Decision.JOINTLY]
        assert fired(self.RULE, [activity(professional_hours="0", decision=d) for d in decisions]) == []

    def test_no_decision_at_all_is_not_theirs(self) -> None:
        assert fired(self.RULE, [activity(professional_hours="0") for _ in range(3)]) == []

    def test_two_entries_are_too_few_to_say(self) -> None:
        theirs = [activity(professional_hours="0", decision=Decision.PROFESSIONALS) for _ in range(2)]
        assert fired(self.RULE, theirs) == []


class TestNobodyAccountable:
    @pytest.mark.parametrize("accountable", [None, "", "  "])
    def test_a_begun_phase_without_a_name_is_named(self, accountable: str | None) -> None:
        open_phase = phase(accountable=accountable)
        assert fired(WarningRule.NOBODY_ACCOUNTABLE, [], [open_phase], as_of=BEGIN) == [
            LogWarning(WarningRule.NOBODY_ACCOUNTABLE, (), 0, 0, phase_id=open_phase.id, since=BEGIN)
        ]

    def test_a_phase_with_a_name_is_not(self) -> None:
        assert fired(WarningRule.NOBODY_ACCOUNTABLE, [], [phase()]) == []

    def test_a_phase_that_has_not_begun_is_not(self) -> None:
        later = phase(accountable=None, starts_on=date(2021, 1, 1))
        assert fired(WarningRule.NOBODY_ACCOUNTABLE, [], [later]) == []
