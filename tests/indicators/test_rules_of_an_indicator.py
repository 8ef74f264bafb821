"""What an indicator must say of itself before anything can be measured with it."""

from typing import Any

import pytest
from pydantic import ValidationError

from app.indicators.observation_schemas import ObservationCreate
from app.indicators.schemas import IndicatorCreate
from app.web.messages import messages_by_field
from tests.indicators.series import BASELINE, LONELINESS, TARGET


def refused(**changed: Any) -> dict[str, str]:
    with pytest.raises(ValidationError) as caught:
        IndicatorCreate.model_validate(LONELINESS | changed)
    return messages_by_field(caught.value.errors())


def test_a_baseline_and_a_target_are_taken_each_without_the_other() -> None:
    IndicatorCreate.model_validate(LONELINESS | BASELINE)
    IndicatorCreate.model_validate(LONELINESS | TARGET)
    IndicatorCreate.model_validate(LONELINESS | {"target_value": "5.4"})


def test_the_largest_value_lies_above_the_smallest() -> None:
    assert set(refused(minimum=9, maximum=9)) == {"maximum"}


@pytest.mark.parametrize("value", ["2.9", "9.1"])
def test_baseline_and_target_lie_on_the_scale(value: str) -> None:
    assert set(refused(**BASELINE | {"baseline_value": value})) == {"baseline_value"}
    assert set(refused(target_value=value)) == {"target_value"}


def test_a_baseline_has_a_date_and_a_date_has_a_value() -> None:
    assert set(refused(baseline_value="6.4")) == {"baseline_on"}
    assert set(refused(baseline_on="2024-01-01")) == {"baseline_value"}
    assert set(refused(baseline_n=12)) == {"baseline_value"}
    assert set(refused(target_on="2025-01-01")) == {"target_value"}


def test_a_service_elsewhere_is_named() -> None:
    assert set(refused(effect_service="other")) == {"effect_service_name"}


def test_a_value_is_never_assumed_to_be_zero() -> None:
    with pytest.raises(ValidationError) as caught:
        ObservationCreate.model_validate({"observed_on": "2024-02-01"})
    assert messages_by_field(caught.value.errors()) == {"value": "Fill this in."}
