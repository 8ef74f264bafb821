"""What the mathematics reads: one frozen record a row of an initiative's log, and nothing else."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.vocabulary import (
    Aggregation,
    Certainty,
    CitizenRole,
    Consent,
    CostNature,
    CostStage,
    Currency,
    Decision,
    Direction,
    Influence,
    InfluenceKind,
    Lead,
    Level,
    PhaseKind,
    ProposalAnswer,
    Side,
    StoryStrength,
)


@dataclass(frozen=True, slots=True)
class Activity:
    """One entry of the activity log. A count or an amount of hours that is None was not recorded."""

    id: int
    phase_id: int
    phase_kind: PhaseKind
    happened_on: date
    citizen_role: CitizenRole
    decision: Decision
    level: Level | None
    citizens: int | None
    professionals: int | None
    citizen_hours: Decimal | None
    professional_hours: Decimal | None
    other_hours: Decimal | None
    entered_on: date
    entered_by_side: Side | None


@dataclass(frozen=True, slots=True)
class Phase:
    id: int
    kind: PhaseKind
    name: str
    starts_on: date
    ends_on: date | None
    accountable: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody's word on who led a phase; the last one on or before a day is the one that counts."""

    phase_id: int
    lead: Lead
    claimed_on: date


@dataclass(frozen=True, slots=True)
class View:
    """One person's rating: 1 professionals alone, 3 equally, 5 citizens alone. Undated views always count.

    `batch` counts the groups in which a side's views of a phase were first shown, from 1.
    """

    phase_id: int
    side: Side
    rating: int
    rated_on: date | None = None
    batch: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A baseline or a target; `n` is the number of people it rests on."""

    value: Decimal
    on: date | None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured; `minimum` and `maximum` bound the scale, None where it is open."""

    id: int
    direction: Direction
    aggregation: Aggregation
    baseline: Point | None
    target: Point | None
    minimum: Decimal | None
    maximum: Decimal | None


@dataclass(frozen=True, slots=True)
class Observation:
    """One value; `sd` is the standard deviation between the `n` people behind a mean."""

    id: int
    observed_on: date
    value: Decimal
    n: int | None
    sd: Decimal | None
    category: str | None


@dataclass(frozen=True, slots=True)
class Cost:
    id: int
    spent_on: date
    amount: Decimal
    currency: Currency
    stage: CostStage
    nature: CostNature
    payer: str | None
    phase_id: int | None
    is_estimate: bool


@dataclass(frozen=True, slots=True)
class Benefit:
    """`attribution` and `deadweight` are shares from 0 to 1; `service` names the one that receives it."""

    id: int
    received_on: date
    amount: Decimal
    currency: Currency
    certainty: Certainty
    service: str
    attribution: Decimal | None
    deadweight: Decimal | None


@dataclass(frozen=True, slots=True)
class HourlyRate:
    """What an hour is valued at from a day on; `higher` is None where nobody has a source for one."""

    starts_on: date
    currency: Currency
    name: str
    lower: Decimal
    source: str
    higher: Decimal | None = None
    higher_name: str = ""
    higher_source: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was asked for; `told_on` is when those who asked were told of the answer."""

    id: int
    made_on: date
    side: Side
    answer: ProposalAnswer
    answered_on: date | None
    has_reason: bool
    told_on: date | None


@dataclass(frozen=True, slots=True)
class Obstacle:
    """An obstacle or an enabler, from when to when."""

    id: int
    noticed_on: date
    influence: Influence
    kind: InfluenceKind
    resolved_on: date | None


@dataclass(frozen=True, slots=True)
class Incident:
    """What failed; `told_on` is when citizens were told."""

    id: int
    happened_on: date
    is_answered_for: bool
    told_on: date | None


@dataclass(frozen=True, slots=True)
class Story:
    """That something was told; what it says is for people to read, and never for counting."""

    id: int
    told_on: date
    consent: Consent
    strength: StoryStrength
