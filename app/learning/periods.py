"""The period that a story or a finding speaks of, which is another than the day on which it was written."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from app.fields import PastDay, Strict
from app.i18n import N_

NEEDS_BOTH_ENDS = N_("Enter both ends of the period, or neither.")
OUT_OF_ORDER = N_("The period cannot end before it starts.")


class OfPeriod(Strict):
    """Both ends or neither, in order, and nothing that is still to come."""

    period_starts_on: PastDay | None = None
    period_ends_on: PastDay | None = None

    @model_validator(mode="after")
    def the_period_is_whole_and_in_order(self) -> Self:
        starts_on, ends_on = self.period_starts_on, self.period_ends_on
        if (starts_on is None) != (ends_on is None):
            missing = "period_starts_on" if starts_on is None else "period_ends_on"
            raise PydanticCustomError("half_a_period", NEEDS_BOTH_ENDS, {"field": missing})
        if starts_on and ends_on and ends_on < starts_on:
            raise PydanticCustomError("period_out_of_order", OUT_OF_ORDER, {"field": "period_ends_on"})
        return self
