"""How a portfolio goes out as JSON."""

from datetime import date
from decimal import Decimal

from app.fields import Public
from app.measurement.portfolio import Context
from app.vocabulary import (
    Aim,
    Certainty,
    ClaimStatus,
    Currency,
    Direction,
    InfluenceKind,
    InitiativeStatus,
    Lead,
    OrganizationType,
    PartnershipRole,
    PhaseKind,
    ProposalAnswer,
    Sector,
    Side,
    Strength,
)


class PhasePublic(Public):
    kind: PhaseKind
    name: str
    starts_on: date
    ends_on: date | None
    claimed: Lead | None
    evidenced: Lead | None
    status: ClaimStatus


class OutcomePublic(Public):
    name: str
    direction: Direction | None
    progress: Decimal | None
    missing: str | None
    latest: Decimal | None
    latest_on: date | None
    n: int | None


class LinePublic(Public):
    initiative_id: int
    name: str
    country: str
    sector: Sector
    organization_type: OrganizationType
    status: InitiativeStatus
    starts_on: date
    ends_on: date | None
    illustrative: bool
    grant_amount: Decimal | None
    grant_currency: Currency | None
    claims: int
    claims_evidenced: int
    cell: int | None
    strength: Strength | None
    aim: Aim | None
    last_entry_on: date | None
    phases: list[PhasePublic]
    outcome: OutcomePublic
    cash: dict[str, Decimal]
    attendances: int | None
    attendances_masked: bool
    proposals: int
    proposals_answered: int


class TallyPublic(Public):
    kind: PhaseKind
    claimed: dict[Lead, int]
    evidenced: dict[Lead, int]
    not_enough_evidence: int


class MoneyPublic(Public):
    currency: Currency
    initiatives: int
    granted: Decimal
    cash: Decimal
    received: dict[Certainty, Decimal]


class AssociationPublic(Public):
    """Spearman's rho over `n` initiatives that nobody picked to be compared."""

    rho: float
    n: int


class BesidePublic(Public):
    """`missing` says why there is no statistic: `need` initiatives are asked for, `have` there are."""

    association: AssociationPublic | None
    missing: str | None
    have: int
    need: int
    left_out: int


class CellsPublic(Public):
    """Initiatives by Bovaird's cell; `balanced` is part of cell 5."""

    by_cell: dict[int, int]
    balanced: int
    without: int


class AimCheckedPublic(Public):
    aim: Aim | None
    initiatives: int
    with_indicator: int
    with_both_ends: int
    observed: int


class PeoplePublic(Public):
    """The sum is over `counted` initiatives; those with fewer than ten are in no sum."""

    attendances: int
    counted: int
    masked: int
    unrecorded: int


class SideHoursPublic(Public):
    side: Side | None
    hours: Decimal
    counted: int


class ProposalsPublic(Public):
    made: int
    from_citizens: int
    by_answer: dict[ProposalAnswer, int]
    told: int
    initiatives: int


class IncidentsPublic(Public):
    happened: int
    answered_for: int
    told: int


class ParticipationPublic(Public):
    people: PeoplePublic
    hours: list[SideHoursPublic]
    proposals: ProposalsPublic
    incidents: IncidentsPublic


class RecurringPublic(Public):
    kind: InfluenceKind
    initiatives: int
    noticed: int
    lasting: int
    countries: list[tuple[str, int]]
    organization_types: list[tuple[OrganizationType, int]]


class QualityPublic(Public):
    over: int
    within_quarter: int
    within_year: int
    silent: int
    empty: int
    overdue: int
    activities: int
    without_hours: int
    without_people: int
    late: int
    observations: int
    without_n: int


class GroupPublic(Public):
    """`shared` is, by kind of phase, how many citizens led or shared and how many the log can tell of."""

    value: str
    initiatives: int
    claims: int
    claims_evidenced: int
    full: int
    other_cell: int
    without_cell: int
    shared: dict[PhaseKind, tuple[int, int]]
    people: PeoplePublic
    differing: dict[Context, list[str]]


class OverallPublic(Public):
    """`differing` names what is not alike: sums over it compare what nobody picked to be compared."""

    initiatives: int
    countries: list[str]
    differing: dict[Context, list[str]]
    claims: int
    claims_evidenced: int
    phases: list[TallyPublic]
    gaps: dict[PhaseKind, int]
    cells: CellsPublic
    process_and_outcome: BesidePublic
    aims: list[AimCheckedPublic]
    money: list[MoneyPublic]
    participation: ParticipationPublic
    obstacles: list[RecurringPublic]
    quality: QualityPublic


class PortfolioPublic(Public):
    """The items are one page of lines; `overall` counts the whole portfolio, as it is narrowed."""

    organization_id: int
    role: PartnershipRole
    overall: OverallPublic
    groups: list[GroupPublic]
    items: list[LinePublic]
    next: str | None
