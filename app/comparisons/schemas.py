"""What is compared with what: two initiatives, or two periods of one, all of it in the address."""

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from app.clock import today
from app.fields import Day, Id, Strict
from app.i18n import N_

NAMED = ("left", "right")


def _chosen(slug: str) -> str:
    if not slug:
        raise PydanticCustomError("choose", N_("Choose one."))
    return slug


Chosen = Annotated[str, Field(max_length=80), AfterValidator(_chosen)]


class Periods(Strict):
    """The first and the last day of each; without a first day, from the beginning."""

    left_starts_on: Day | None = None
    left_as_of: Day | None = None
    right_starts_on: Day | None = None
    right_as_of: Day | None = None

    def period(self, side: str) -> tuple[date | None, date]:
        return getattr(self, f"{side}_starts_on"), getattr(self, f"{side}_as_of") or today()

    @model_validator(mode="after")
    def unlike(self) -> Self:
        """One period of one initiative beside itself says nothing."""
        is_same = getattr(self, "left", None) == getattr(self, "right", None)
        if is_same and self.period("left") == self.period("right"):
            message = N_("Choose another initiative, or another period of the same one.")
            raise PydanticCustomError("unlike", message, {"field": "right"})
        return self

    @model_validator(mode="after")
    def in_order(self) -> Self:
        for side in NAMED:
            starts_on, as_of = self.period(side)
            if starts_on and starts_on > as_of:
                message = N_("Enter a day that is not after the end of the period.")
                raise PydanticCustomError("in_order", message, {"field": f"{side}_starts_on"})
        return self


class Wanted(Periods):
    """As pages name initiatives, by slug."""

    left: Chosen
    right: Chosen


class WantedById(Periods):
    """As programs name them."""

    left: Id
    right: Id
