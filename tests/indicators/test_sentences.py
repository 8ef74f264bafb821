"""Sentences say what the results say: the way made, the newest signal, what is missing."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.i18n.locale import speaking
from app.indicators import sentences
from app.indicators.models import Indicator
from app.indicators.records import indicator_record
from app.indicators.schemas import IndicatorCreate
from app.measurement.months import add_months
from app.measurement.outcome import Outcome, outcome
from app.measurement.records import Observation
from tests.indicators.series import BASELINE, LONELINESS, TARGET


def indicator(**changed: Any) -> Indicator:
    new = IndicatorCreate.model_validate(LONELINESS | changed)
    return Indicator(id=1, initiative_id=1, **new.model_dump())


def found(row: Indicator, *values: str) -> Outcome:
    observations = [
        Observation(place, add_months(date(2024, 2, 1), place), Decimal(value), None, None, None)
        for place, value in enumerate(values)
    ]
    return outcome(indicator_record(row), observations, date(2026, 1, 1), frequency=row.frequency)


def reading(row: Indicator, *values: str) -> str:
    return " ".join(sentences.reading(row, found(row, *values)))


def test_beyond_the_target_the_target_is_reached() -> None:
    assert "The target of 5.4 is reached." in reading(indicator(**BASELINE, **TARGET), "5.2")


def test_a_change_for_the_worse_is_no_progress() -> None:
    said = reading(indicator(**BASELINE, **TARGET), "7.0")
    assert "to 7.0 on 1 February 2024: the way that is worse." in said
    assert "That leads away from the target of 5.4." in said


def test_without_a_baseline_nothing_is_compared() -> None:
    said = reading(indicator(**TARGET), "6.0")
    assert said.startswith("There is no baseline to compare with.")
    assert "%" not in said


def test_a_neutral_indicator_moves_neither_way() -> None:
    said = reading(indicator(**BASELINE, direction="neutral"), "6.0")
    assert "to 6.0 on 1 February 2024." in said
    assert "better" not in said


def test_a_target_on_the_worse_side_is_named() -> None:
    assert "worse side" in reading(indicator(**BASELINE, target_value="7"), "6.0")


def test_limits_below_twelve_points_are_trial_limits() -> None:
    row = indicator()
    few, enough = ["6.0", "6.2"] * 3, ["6.0", "6.2"] * 6
    assert sentences.limits_note(row, found(row, *few).control_chart).startswith("Trial limits from 6 points")
    assert sentences.limits_note(row, found(row, *enough).control_chart).startswith("Limits from 12 points")


def test_equal_values_have_no_limits() -> None:
    row = indicator()
    assert sentences.limits_note(row, found(row, *["6.0"] * 6).control_chart).startswith(
        "All values are equal"
    )


@pytest.mark.parametrize(
    ("number", "said"), [("6", "6.0"), ("6.25", "6.25"), ("1000.000000", "1,000.0"), ("-0.5", "-0.5")]
)
def test_a_value_keeps_its_own_decimals(number: str, said: str) -> None:
    assert sentences.value(indicator(), Decimal(number)) == said


def test_a_value_is_written_as_the_reader_writes_it() -> None:
    with speaking("fr-FR"):
        assert sentences.value(indicator(), Decimal("6.25")) == "6,25"
