"""Observations as they come in and go out, and what is said about one on review."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from app.fields import Count, Measure, Measured, PastDay, Public, Source, Strict, Text
from app.i18n import N_
from app.vocabulary import ObservationStatus

ENTERED_AS = (ObservationStatus.DRAFT, ObservationStatus.SUBMITTED)
"""What whoever records a value may say of it; the rest is for the evaluator."""


def _entered(status: ObservationStatus) -> ObservationStatus:
    if status not in ENTERED_AS:
        raise PydanticCustomError("status", N_("Record it as a draft, or submit it."))
    return status


Category = Annotated[str, StringConstraints(max_length=120)]
EnteredStatus = Annotated[ObservationStatus, AfterValidator(_entered)]


class ObservationCreate(Strict):
    """A value that was not measured has no observation: it is missing, and never 0."""

    observed_on: PastDay
    value: Measure
    n: Count | None = None
    sd: Annotated[Measure, Field(ge=0)] | None = None
    category: Category = ""
    status: EnteredStatus = ObservationStatus.SUBMITTED
    note: Text = ""
    source: Source = ""


class ReturnCreate(Strict):
    """Why an evaluator gives a value back."""

    returned_because: Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class ObservationPublic(Public):
    id: int
    initiative_id: int
    indicator_id: int
    observed_on: date
    value: Measured
    n: int | None
    sd: Measured | None
    category: str
    status: ObservationStatus
    returned_because: str
    reviewed_at: datetime | None
    note: str
    source: str
    entered_on: date
    version: int
