"""What a story is made of: plain records, with the fields of the entry forms.

A figure that somebody published carries its `source`. Whatever has none is illustrative, and the
pages say so: that is why nothing here can be marked as real by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.vocabulary import Aggregation as AggregationWord
from app.vocabulary import (
    Aim,
    Certainty,
    CitizenRole,
    CostNature,
    CostStage,
    Currency,
    Decision,
    Direction,
    EffectService,
    EntryKind,
    Frequency,
    IndicatorLevel,
    Initiation,
    InitiativeStatus,
    Lead,
    Level,
    MemberRole,
    OrganizationType,
    PartnershipRole,
    PhaseKind,
    ReportSection,
    Respondents,
    Sector,
    Support,
)

# Amounts, hours and values as they are typed: a whole number, or a decimal as text. Never a float.
Number = int | str

DAYS_UNTIL_ENTERED = 3


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A record that is either published somewhere or made up for the demo."""

    source: str = ""

    @property
    def illustrative(self) -> bool:
        return not self.source


@dataclass(frozen=True, kw_only=True)
class Organization:
    slug: str
    name: str
    type: OrganizationType
    country: str


@dataclass(frozen=True, kw_only=True)
class Member:
    email: str
    organization: str
    role: MemberRole


@dataclass(frozen=True)
class ReportTemplate:
    organization: str
    name: str
    sections: tuple[ReportSection, ...]


@dataclass(frozen=True, kw_only=True)
class ChosenAim:
    aim: Aim
    chosen_on: date
    chosen_by: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Partnership(Figure):
    organization: str
    role: PartnershipRole
    grant_amount: Number | None = None
    currency: Currency | None = None
    reference: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Claim:
    lead: Lead
    claimed_by: str
    claimed_on: date


@dataclass(frozen=True, kw_only=True)
class Phase:
    """One round of one of the four Co's; `key` is what the story's own entries call it."""

    key: str
    kind: PhaseKind
    starts_on: date
    ends_on: date | None = None
    name: str = ""
    accountable: str = ""
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Who wrote it down, and when: a few days after the event unless the story says otherwise."""

    entered_by: str = "staff"
    entered_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Activity(Entry):
    """Hours are person-hours, None where nobody noted them."""

    phase: str
    happened_on: date
    title: str
    citizen_role: CitizenRole
    decision: Decision
    level: Level
    citizens: int = 0
    professionals: int = 0
    citizen_hours: Number | None = None
    professional_hours: Number | None = None
    other_hours: Number = 0
    support: tuple[Support, ...] = ()
    note: str = ""

    @property
    def known_on(self) -> date:
        return self.entered_on or self.happened_on + timedelta(days=DAYS_UNTIL_ENTERED)


@dataclass(frozen=True, kw_only=True)
class Cost(Figure, Entry):
    spent_on: date
    amount: Number
    currency: Currency
    stage: CostStage
    nature: CostNature = CostNature.CASH
    payer: str
    phase: str = ""
    is_estimate: bool = False
    note: str = ""

    @property
    def known_on(self) -> date:
        return self.entered_on or self.spent_on + timedelta(days=DAYS_UNTIL_ENTERED)


@dataclass(frozen=True, kw_only=True)
class Benefit(Figure, Entry):
    received_on: date
    amount: Number
    currency: Currency
    certainty: Certainty
    service: str
    attribution: Number | None = None
    """Share of the benefit owed to this initiative, 0 to 1."""
    deadweight: Number | None = None
    """Share that would have come anyway, 0 to 1."""
    note: str = ""

    @property
    def known_on(self) -> date:
        return self.entered_on or self.received_on + timedelta(days=DAYS_UNTIL_ENTERED)


@dataclass(frozen=True, kw_only=True)
class Observation(Figure, Entry):
    observed_on: date
    value: Number
    n: int | None = None
    sd: Number | None = None
    category: str = ""
    note: str = ""

    @property
    def known_on(self) -> date:
        return self.entered_on or self.observed_on + timedelta(days=DAYS_UNTIL_ENTERED)


@dataclass(frozen=True, kw_only=True)
class Indicator(Figure):
    name: str
    definition: str = ""
    level: IndicatorLevel
    aim: Aim
    unit: str
    direction: Direction
    minimum: Number | None = None
    maximum: Number | None = None
    decimals: int = 0
    frequency: Frequency = Frequency.IRREGULAR
    aggregation: AggregationWord = AggregationWord.PER_PERIOD
    instrument: str = ""
    respondents: Respondents | None = None
    effect_service: EffectService = EffectService.OWN
    effect_service_name: str = ""
    breakdown: str = ""
    baseline_value: Number | None = None
    baseline_on: date | None = None
    baseline_n: int | None = None
    target_value: Number | None = None
    target_on: date | None = None
    observations: tuple[Observation, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Learned(Entry):
    """A proposal, an obstacle, an incident or a story: `fields` are those of its form, as they are typed."""

    kind: EntryKind
    happened_on: date
    fields: Mapping[str, str]
    phase: str = ""
    indicator: str = ""
    """By its name, since it has no other until it is entered."""


@dataclass(frozen=True)
class Rests:
    """The entries of a kind and a time that a finding rests on, found by their words."""

    kind: str
    since: str
    until: str
    words: str
    note: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What the evaluator found: `fields` are those of its form, as they are typed; then the team's answer."""

    found_on: date
    fields: Mapping[str, str]
    indicator: str = ""
    rests: tuple[Rests, ...] = ()
    response: str = ""
    responded_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Initiative:
    slug: str
    name: str
    summary: str
    country: str
    sector: Sector
    place: str
    target_population: str
    eligible_population: int | None = None
    initiation: Initiation
    status: InitiativeStatus
    currency: Currency
    language: str = "en"
    starts_on: date
    ends_on: date | None = None
    aims: tuple[ChosenAim, ...]
    sources: tuple[str, ...]
    """Where the case and its real figures are published; all else is illustrative."""


@dataclass(frozen=True, kw_only=True)
class Story:
    """One initiative with everything its people entered."""

    initiative: Initiative
    lead: Organization
    partnerships: tuple[Partnership, ...] = ()
    phases: tuple[Phase, ...] = ()
    activities: tuple[Activity, ...] = ()
    costs: tuple[Cost, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    learned: tuple[Learned, ...] = ()
    findings: tuple[Finding, ...] = ()
