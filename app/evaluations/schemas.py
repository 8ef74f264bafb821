"""What an evaluation looks at, as it is asked for in an address."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.clock import today
from app.fields import EMPTY_MEANS_ALL, Day, Strict
from app.i18n import N_

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
