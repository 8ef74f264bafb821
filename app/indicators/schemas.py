"""Indicators as they come in and go out."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.fields import Count, Day, Line, Measure, Measured, PastDay, Public, Source, Strict, Title
from app.i18n import N_
from app.vocabulary import (
    Aggregation,
    Aim,
    Direction,
    EffectService,
    Frequency,
    IndicatorLevel,
    Respondents,
)

Short = Annotated[str, StringConstraints(max_length=60)]
Name = Annotated[str, StringConstraints(max_length=120)]


class IndicatorCreate(Strict):
    name: Title
    definition: Annotated[str, StringConstraints(max_length=2000)] = ""
    level: IndicatorLevel
    aim: Aim | None = None
    unit: Short = ""
    direction: Direction
    minimum: Measure | None = None
    maximum: Measure | None = None
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    frequency: Frequency
    aggregation: Aggregation
    instrument: Line = ""
    minimal_change: Annotated[Measure, Field(gt=0)] | None = None
    minimal_change_source: Annotated[str, StringConstraints(max_length=500)] = ""
    respondents: Respondents | None = None
    effect_service: EffectService = EffectService.OWN
    effect_service_name: Line = ""
    breakdown: Name = ""
    baseline_value: Measure | None = None
    baseline_on: PastDay | None = None
    baseline_n: Count | None = None
    target_value: Measure | None = None
    target_on: Day | None = None
    illustrative: bool = False
    source: Source = ""

    @model_validator(mode="after")
    def the_range_is_in_order(self) -> Self:
        if self.minimum is not None and self.maximum is not None and self.minimum >= self.maximum:
            raise _wrong("maximum", "range", N_("Enter a value above the smallest one."))
        for field in ("baseline_value", "target_value"):
            if is_outside(getattr(self, field), self.minimum, self.maximum):
                raise _wrong(field, "out_of_range", N_("This lies outside the smallest and largest value."))
        return self

    @model_validator(mode="after")
    def a_baseline_is_whole(self) -> Self:
        """Its date is when it was measured: a value without one cannot be placed, nor a date without one."""
        if self.baseline_value is not None and self.baseline_on is None:
            raise _wrong("baseline_on", "baseline_date", N_("Enter when the baseline was measured."))
        if self.baseline_value is None and (self.baseline_on, self.baseline_n) != (None, None):
            raise _wrong("baseline_value", "baseline_value", N_("Enter the value of the baseline."))
        if self.target_value is None and self.target_on is not None:
            raise _wrong("target_value", "target_value", N_("Enter the value of the target."))
        return self

    @model_validator(mode="after")
    def another_service_has_a_name(self) -> Self:
        if self.effect_service is EffectService.OTHER and not self.effect_service_name:
            raise _wrong("effect_service_name", "service_name", N_("Name the other service."))
        return self


class IndicatorChange(IndicatorCreate):
    """An end that is replaced is kept with the reason; the service knows when one is needed."""

    reason: Source = ""


class IndicatorPublic(Public):
    id: int
    initiative_id: int
    name: str
    definition: str
    level: IndicatorLevel
    aim: Aim | None
    unit: str
    direction: Direction
    minimum: Measured | None
    maximum: Measured | None
    decimals: int
    frequency: Frequency
    aggregation: Aggregation
    instrument: str
    minimal_change: Measured | None
    minimal_change_source: str
    respondents: Respondents | None
    effect_service: EffectService
    effect_service_name: str
    breakdown: str
    baseline_value: Measured | None
    baseline_on: date | None
    baseline_n: int | None
    target_value: Measured | None
    target_on: date | None
    limits_from_first: int | None
    illustrative: bool
    source: str
    version: int


def is_outside(value: Decimal | None, minimum: Decimal | None, maximum: Decimal | None) -> bool:
    if value is None:
        return False
    return (minimum is not None and value < minimum) or (maximum is not None and value > maximum)


def _wrong(field: str, code: str, message: str) -> PydanticCustomError:
    return PydanticCustomError(code, message, {"field": field})
