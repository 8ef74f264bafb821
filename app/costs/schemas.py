"""Costs and benefits as they come in and go out."""

from datetime import date
from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.clock import today
from app.fields import (
    Amount,
    Country,
    Day,
    Id,
    Line,
    PastDay,
    Public,
    Share,
    Source,
    Strict,
    Text,
    Title,
)
from app.i18n import N_
from app.vocabulary import Certainty, CostNature, CostStage, Currency


class CostCreate(Strict):
    spent_on: PastDay
    amount: Amount
    currency: Currency
    stage: CostStage
    nature: CostNature
    payer: Line = ""
    phase_id: Id | None = None
    is_estimate: bool = False
    note: Text = ""
    source: Source = ""


class CostPublic(Public):
    id: int
    initiative_id: int
    spent_on: date
    amount: Decimal
    currency: Currency
    stage: CostStage
    nature: CostNature
    payer: str
    phase_id: int | None
    is_estimate: bool
    note: str
    source: str
    version: int


class BenefitCreate(Strict):
    """`attribution` is the initiative's share of it, `deadweight` the share that would have come anyway."""

    received_on: Day
    amount: Amount
    currency: Currency
    certainty: Certainty
    service: Title
    attribution: Share | None = None
    deadweight: Share | None = None
    note: Text = ""
    source: Source = ""

    @model_validator(mode="after")
    def only_what_is_expected_lies_ahead(self) -> Self:
        if self.certainty is not Certainty.EXPECTED and self.received_on > today():
            raise PydanticCustomError(
                "benefit_ahead", N_("Only an expected benefit can lie after today."), {"field": "received_on"}
            )
        return self


class BenefitPublic(Public):
    id: int
    initiative_id: int
    received_on: date
    amount: Decimal
    currency: Currency
    certainty: Certainty
    service: str
    attribution: Decimal | None
    deadweight: Decimal | None
    note: str
    source: str
    version: int


class RateCreate(Strict):
    """What an hour of citizens' time is valued at from a day on. Without a source there is no rate."""

    country: Country
    starts_on: Day
    currency: Currency
    name: Title
    lower: Amount
    source: Source = Field(min_length=1)
    higher: Amount | None = None
    higher_name: Line = ""
    higher_source: Source = ""

    @model_validator(mode="after")
    def lower_comes_first(self) -> Self:
        if self.higher is not None and self.higher < self.lower:
            raise PydanticCustomError(
                "rate_in_order", N_("The higher rate is not below the lower one."), {"field": "higher"}
            )
        return self

    @model_validator(mode="after")
    def higher_is_named_and_sourced(self) -> Self:
        for field in ("higher_name", "higher_source"):
            if (self.higher is None) is not (getattr(self, field) == ""):
                message = N_("A higher rate comes with its name and its source.")
                raise PydanticCustomError("higher_unsourced", message, {"field": field})
        return self
