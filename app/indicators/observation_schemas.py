"""Observations as they come in and go out."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from app.fields import Count, Measure, Measured, PastDay, Public, Source, Strict, Text
from app.vocabulary import ObservationStatus

Category = Annotated[str, StringConstraints(max_length=120)]


class ObservationCreate(Strict):
    """A value that was not measured has no observation: it is missing, and never 0."""

    observed_on: PastDay
    value: Measure
    n: Count | None = None
    sd: Annotated[Measure, Field(ge=0)] | None = None
    category: Category = ""
    note: Text = ""
    source: Source = ""


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
    note: str
    source: str
    version: int
