"""Rebasings and the basis of limits as they come in, and a trend as it goes out."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from app.fields import EMPTY_MEANS_ALL, Measured, PastDay, Public, Strict
from app.measurement.control_chart import SignalKind
from app.vocabulary import Lead


class Day(Strict):
    """Which day a trend is looked at from; none is today."""

    as_of: PastDay | None = None


class RebaseCreate(Strict):
    rebased_on: PastDay
    reason: Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class RebasePublic(Public):
    id: int
    initiative_id: int
    indicator_id: int
    rebased_on: date
    reason: str
    version: int


class LimitsBasis(Strict):
    """On how many first points of each part the limits rest; on all of them when it is empty."""

    limits_from_first: Annotated[int | None, EMPTY_MEANS_ALL, Field(ge=6, le=1000)] = None


class PointShown(Public):
    observation_id: int
    observed_on: date
    value: Measured
    n: int | None
    signal: SignalKind | None
    signal_side: int | None


class PartShown(Public):
    """One part between two rebasings. Without limits, `why_no_limits` says what lacks."""

    begins_on: date
    points: int
    mean: Measured
    lower: Measured | None
    upper: Measured | None
    moving_range: Measured | None
    screened: int | None
    trial: bool | None
    why_no_limits: str | None


class EndShown(Public):
    value: Measured
    dated: date | None
    n: int | None


class BandShown(Public):
    """Who led delivery by the log in one window; null where it tells too little."""

    starts_on: date
    ends_on: date
    lead: Lead | None
    activities: int


class EventShown(Public):
    happened_on: date
    until: date | None
    text: str
    href: str


class TrendPublic(Public):
    """The facts of the page. `as_of` is by the day of the observations, not by when they were entered."""

    indicator_id: int
    as_of: date
    screened: bool
    method: str | None
    steps: list[str]
    stronger_methods: list[str]
    reading: str
    cautions: list[str]
    baseline: EndShown | None
    target: EndShown | None
    points: list[PointShown]
    parts: list[PartShown]
    bands: list[BandShown]
    events: list[EventShown]
