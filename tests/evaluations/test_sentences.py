"""Sentences made from result fields: true, whole, and honest about what lacks."""

from datetime import date
from decimal import Decimal

import pytest

from app.evaluations.links import LONGEST_LIST, Links
from app.evaluations.sentences.costs import how_counted, not_recovered
from app.evaluations.sentences.missing import SENTENCES, why
from app.evaluations.sentences.process import CELLS, cell_name, claims_borne_out
from app.evaluations.sentences.warnings import heading, reason
from app.i18n.locale import speaking
from app.measurement.claims import ClaimCount
from app.measurement.missing import Missing, MissingReason
from app.measurement.warnings import LogWarning
from app.vocabulary import Certainty, Side, Strength, WarningRule


def test_one_claim_and_several_are_told_in_their_own_form() -> None:
    assert claims_borne_out(ClaimCount(1, 1)) == "The log bears out 1 of 1 claim."
    assert claims_borne_out(ClaimCount(6, 3)) == "The log bears out 3 of 6 claims."


def test_without_a_claim_there_is_nothing_to_bear_out() -> None:
    assert claims_borne_out(ClaimCount(0, 0)) == "Nobody has claimed yet who led."


@pytest.mark.parametrize("missing", MissingReason)
def test_every_reason_has_a_sentence(missing: MissingReason) -> None:
    assert why(Missing(missing, 4, 5)).endswith(".")


@pytest.mark.parametrize("missing", [MissingReason.TOO_FEW_VIEWS, MissingReason.TOO_FEW_PEOPLE])
def test_a_small_count_of_people_stays_untold(missing: MissingReason) -> None:
    assert "{have}" not in SENTENCES[missing]


def test_full_is_said_of_a_balanced_cell_five_alone() -> None:
    assert "Full" in cell_name(5, Strength.BALANCED)
    assert "Full" not in cell_name(5, Strength.PRESENT)
    assert all("Full" not in cell_name(number) for number in CELLS)


@pytest.mark.parametrize("rule", WarningRule)
def test_every_warning_has_a_heading_and_a_reason(rule: WarningRule) -> None:
    warning = LogWarning(rule, (1,), 1, 2, phase_id=1, side=Side.CITIZENS, since=date(2020, 1, 1))
    assert heading(warning, "Design")
    assert reason(warning).endswith(".")


def test_the_rate_of_discount_keeps_its_half_percent() -> None:
    assert "3.5%" in how_counted()
    with speaking("fr-CA"):
        assert "3,5" in how_counted()


def test_months_without_recovery_are_counted() -> None:
    assert not_recovered(132, Certainty.CONFIRMED) == (
        "Costs not recovered in 132 months, counting confirmed benefits."
    )


def test_a_very_long_list_of_entries_opens_the_whole_journal() -> None:
    links = Links("alleys")
    assert links.activities([3, 1, 2, 3]) == "/initiatives/alleys/activities?ids=1,2,3"
    assert links.activities(range(LONGEST_LIST + 1)) == "/initiatives/alleys/journal?kind=activity"


def test_hours_missing_from_a_result_are_written_as_the_reader_writes_them() -> None:
    with speaking("fr-CA"):
        assert "2,5" in why(Missing(MissingReason.TOO_FEW_HOURS, Decimal("2.5"), 10))
