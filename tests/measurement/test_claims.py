"""Claims beside evidence, phase by phase."""

from datetime import date

import pytest

from app.measurement.claims import (
    ClaimCount,
    PhaseLead,
    claim_count,
    claim_status,
    evidence_by_kind,
    evidence_for,
    last_claim,
    phase_leads,
)
from app.measurement.missing import Missing, MissingReason
from app.measurement.records import Activity, Claim
from app.vocabulary import CitizenRole, ClaimStatus, Decision, Lead, PhaseKind, Tag
from tests.measurement.builders import AS_OF, BEGIN, activity, claim, phase

NOTHING = Missing(MissingReason.TOO_FEW_ACTIVITIES, 0, 3)
UNCLAIMED = Missing(MissingReason.NOT_RECORDED)


def shared_log(kind: PhaseKind = PhaseKind.DESIGN) -> list[Activity]:
    return [activity(kind, decision=Decision.JOINTLY) for _ in range(3)]


def design_lead(claims: list[Claim], log: list[Activity], as_of: date = AS_OF) -> PhaseLead:
    (lead,) = phase_leads([phase()], log, claims, as_of)
    return lead


def test_a_claim_with_the_same_lead_in_the_log_is_evidenced() -> None:
    found = design_lead([claim(Lead.TOGETHER)], log := shared_log())
    assert (found.claimed, found.evidenced) == (Lead.TOGETHER, Lead.TOGETHER)
    assert found.status is ClaimStatus.CLAIMED_AND_EVIDENCED
    assert found.claimed_on == BEGIN
    assert found.entries == tuple(a.id for a in log)


def test_a_claim_without_entries_is_claimed_not_evidenced() -> None:
    found = design_lead([claim(Lead.TOGETHER)], [])
    assert found.status is ClaimStatus.CLAIMED_NOT_EVIDENCED
    assert found.evidenced == NOTHING


def test_a_log_without_a_claim_is_evidenced_not_claimed() -> None:
    found = design_lead([], shared_log())
    assert found.status is ClaimStatus.EVIDENCED_NOT_CLAIMED
    assert found.claimed == UNCLAIMED
    assert found.claimed_on is None


@pytest.mark.parametrize(
    ("claimed", "evidenced", "status"),
    [
        (Lead.CITIZENS, Lead.TOGETHER, ClaimStatus.CLAIMED_NOT_EVIDENCED),
        (Lead.PROFESSIONALS, Lead.PROFESSIONALS, ClaimStatus.CLAIMED_AND_EVIDENCED),
        (Lead.NOBODY, NOTHING, ClaimStatus.NONE),
        (Lead.NOBODY, Lead.CITIZENS, ClaimStatus.EVIDENCED_NOT_CLAIMED),
        (UNCLAIMED, NOTHING, ClaimStatus.NONE),
    ],
)
def test_a_claim_is_evidenced_by_the_same_lead_alone(
    claimed: Lead | Missing, evidenced: Lead | Missing, status: ClaimStatus
) -> None:
    assert claim_status(claimed, evidenced) is status


def test_the_last_claim_by_the_day_counts() -> None:
    first, second = claim(Lead.CITIZENS, date(2019, 2, 1)), claim(Lead.TOGETHER, date(2020, 2, 1))
    claims = [second, first]
    assert last_claim(first.phase_id, claims, date(2019, 1, 31)) is None
    assert last_claim(first.phase_id, claims, date(2019, 2, 1)) is first
    assert last_claim(first.phase_id, claims, date(2020, 2, 1)) is second
    assert last_claim(99, claims, AS_OF) is None


def test_of_two_claims_on_one_day_the_one_given_last_counts() -> None:
    claims = [claim(Lead.CITIZENS), claim(Lead.TOGETHER)]
    assert last_claim(claims[0].phase_id, claims, AS_OF) is claims[1]


def test_delivery_is_read_as_delivery() -> None:
    without_decisions = [activity(PhaseKind.DELIVERY) for _ in range(3)]
    assert evidence_for(PhaseKind.DELIVERY, without_decisions).lead is Lead.TOGETHER


@pytest.mark.parametrize("kind", [PhaseKind.COMMISSIONING, PhaseKind.DESIGN, PhaseKind.ASSESSMENT])
def test_the_other_phases_ask_who_decided(kind: PhaseKind) -> None:
    found = evidence_for(kind, [activity(kind) for _ in range(3)])
    assert found.lead is Lead.PROFESSIONALS
    assert found.tags == (Tag.PRESENT_NO_DECISION_POWER,)
    assert evidence_for(kind, shared_log(kind)).lead is Lead.TOGETHER


def test_citizens_who_decided_alone_led_the_phase() -> None:
    log = [activity(professional_hours="0", role=CitizenRole.LED_ALONE) for _ in range(3)]
    assert evidence_for(PhaseKind.DESIGN, log).lead is Lead.CITIZENS


def test_count_based_evidence_says_so() -> None:
    log = [activity(PhaseKind.DELIVERY, None, None) for _ in range(3)]
    assert evidence_for(PhaseKind.DELIVERY, log).tags == (Tag.COUNT_BASED,)


def test_two_cycles_of_a_kind_have_their_own_evidence() -> None:
    first, second = phase(number=1), phase(number=2, starts_on=date(2020, 1, 1))
    log = [activity(phase_id=2, decision=Decision.JOINTLY) for _ in range(3)]
    leads = phase_leads([second, first], log, [], AS_OF)
    assert [(lead.phase_id, lead.evidenced) for lead in leads] == [(1, NOTHING), (2, Lead.TOGETHER)]


def test_a_kind_gathers_all_its_cycles() -> None:
    log = [activity(phase_id=number, decision=Decision.JOINTLY) for number in (1, 2, 3)]
    found = evidence_by_kind(log, AS_OF)
    assert found[PhaseKind.DESIGN].lead is Lead.TOGETHER
    assert found[PhaseKind.DELIVERY].lead == NOTHING
    assert list(found) == list(PhaseKind)


def test_phases_and_entries_of_later_days_do_not_count() -> None:
    later = date(2020, 6, 1)
    late_log = [activity(happened_on=later, decision=Decision.JOINTLY) for _ in range(3)]
    assert phase_leads([phase(starts_on=later)], [], [], date(2020, 5, 31)) == ()
    assert len(phase_leads([phase(starts_on=later)], [], [], later)) == 1
    assert design_lead([], late_log, date(2020, 5, 31)).evidenced == NOTHING
    assert evidence_by_kind(late_log, date(2020, 5, 31))[PhaseKind.DESIGN].lead == NOTHING


def test_claims_are_counted_and_never_turned_into_a_percentage() -> None:
    phases = [phase(kind) for kind in PhaseKind]
    claims = [claim(Lead.TOGETHER, kind=kind) for kind in (PhaseKind.DESIGN, PhaseKind.DELIVERY)]
    leads = phase_leads(phases, shared_log(), claims, AS_OF)
    assert claim_count(leads) == ClaimCount(claimed=2, evidenced=1)
