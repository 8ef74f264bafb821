"""What an evaluation looks at, as it is asked for in an address, and answers to warnings as they come in."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.clock import today
from app.fields import EMPTY_MEANS_ALL, Day, Id, PastDay, Public, Strict
from app.i18n import N_
from app.vocabulary import WarningRule

Optional = Annotated[Day | None, EMPTY_MEANS_ALL]


class Period(Strict):
    """Without a first day, from the beginning; without a last one, up to today."""

    starts_on: Annotated[Optional, Field(description="The first day of the period; all when left out")] = None
    as_of: Annotated[Optional, Field(description="The day to look from; today when left out")] = None

    @property
    def last(self) -> date:
        return self.as_of or today()

    @model_validator(mode="after")
    def in_order(self) -> Self:
        if self.starts_on and self.starts_on > self.last:
            message = N_("Enter a day that is not after the end of the period.")
            raise PydanticCustomError("period_in_order", message, {"field": "starts_on"})
        return self


class WarningAnswerCreate(Strict):
    """`phase_id` where the rule is about one phase."""

    rule: WarningRule
    phase_id: Annotated[Id | None, EMPTY_MEANS_ALL] = None
    answered_on: PastDay
    text: Annotated[str, StringConstraints(min_length=1, max_length=2000)]


class WarningAnswerPublic(Public):
    id: int
    initiative_id: int
    rule: WarningRule
    phase_id: int | None
    answered_on: date
    text: str
    version: int
