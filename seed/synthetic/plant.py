"""Plants invented initiatives by the hundred: rows past the services, then the summaries that follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, select

from app.accounts.queries import person_by_email
from app.activities.models import Activity
from app.clock import today, utc_now
from app.costs.models import Benefit, Cost
from app.database.engine import Database
from app.indicators.models import Indicator, Observation
from app.initiatives.models import Claim, DeclaredAim, Initiative, Partnership, Phase
from app.learning.models import Incident, Obstacle, Proposal
from app.organizations.models import Member, Organization
from app.organizations.queries import organization_by_slug
from app.organizations.schemas import OrganizationCreate
from app.organizations.service import add_member, add_organization
from app.vocabulary import (
    Aggregation,
    Direction,
    EffectService,
    Frequency,
    IndicatorLevel,
    Initiation,
    InitiativeStatus,
    MemberRole,
    OrganizationType,
    PartnershipRole,
    Sector,
)
from seed import people
from seed.synthetic import entries, profiles
from seed.synthetic.entries import Days, Row
from seed.synthetic.profiles import chance

BATCH = 250
FIRST_DAY, LAST_DAY = date(2014, 1, 1), date(2026, 10, 31)
"""Fixed, so that every planting gives the same rows."""
MEMBERS = ((people.FUNDER, MemberRole.STAFF), (people.ADMIN, MemberRole.ADMIN))


@dataclass
class Invented:
    """One initiative under way to the database, with what its rows are drawn from."""

    random: Random
    how: profiles.Profile
    country: str
    sector: Sector
    days: Days
    row: Row

    @property
    def currency(self) -> str:
        return profiles.COUNTRIES[self.country][0]


def plant_synthetic(database: Database, number: int) -> str:
    """As many as asked for, those that are there already included; a batch is one transaction."""
    with database.writing() as session:
        organizations = _organizations(session)
        there = (
            session.scalar(sa.select(sa.func.count()).where(col(Initiative.slug).like("synthetic-%"))) or 0
        )
    for first in range(there, number, BATCH):
        with database.writing() as session:
            _plant(session, range(first, min(first + BATCH, number)), organizations)
    return f"{max(0, number - there)} synthetic initiatives planted"


def _organizations(session: Session) -> dict[str, int]:
    """Two funders, and a lead of each type in each country: slug → id."""
    funds = ((profiles.FUND, "Synthetic Fund"), (profiles.OTHER_FUND, "Synthetic Trust"))
    wanted = [(slug, name, OrganizationType.FUNDER, "GB") for slug, name in funds]
    wanted += [
        (f"synthetic-{kind.replace('_', '-')}-{country.lower()}", _lead_name(kind, country), kind, country)
        for country in profiles.COUNTRIES
        for kind in profiles.KINDS_OF_LEAD
    ]
    known = {slug: _organization(session, slug, name, kind, country) for slug, name, kind, country in wanted}
    for person, role in MEMBERS:
        _join(session, known[profiles.FUND], person.email, role)
    return {slug: organization.key for slug, organization in known.items()}


def _lead_name(kind: OrganizationType, country: str) -> str:
    return f"Invented {kind.replace('_', ' ')} {country}"


def _organization(
    session: Session, slug: str, name: str, kind: OrganizationType, country: str
) -> Organization:
    found = organization_by_slug(session, slug)
    return found or add_organization(
        session, OrganizationCreate(slug=slug, name=name, type=kind, country=country)
    )


def _join(session: Session, organization: Organization, email: str, role: MemberRole) -> None:
    """The demo's people, where there is a demo."""
    person = person_by_email(session, email)
    known = (
        person
        and session.exec(
            select(Member.id).where(
                Member.organization_id == organization.key, Member.person_id == person.key
            )
        ).first()
    )
    if person and not known:
        add_member(session, organization, person, role)


def _plant(session: Session, numbers: range, organizations: dict[str, int]) -> None:
    invented = [_invent(number, organizations) for number in numbers]
    rows = [one.row for one in invented]
    _store_with_ids(session, Initiative, rows)
    _store(session, DeclaredAim, _of(invented, _aims))
    _store(session, Partnership, _of(invented, partial(_partnerships, organizations=organizations)))
    phases = _of(invented, lambda one: entries.phases(one.random, one.days.starts_on, one.days.last))
    _store_with_ids(session, Phase, phases)
    indicators = _of(invented, _indicators)
    _store_with_ids(session, Indicator, indicators)
    by_id = {one.row["id"]: one for one in invented}
    _store_log(session, invented, by_id, phases, indicators)
    session.info.setdefault("touched", set()).update(by_id)


def _store_log(
    session: Session,
    invented: Sequence[Invented],
    by_id: dict[int, Invented],
    phases: Sequence[Row],
    indicators: Sequence[Row],
) -> None:
    def below(rows: Sequence[Row], make: Any) -> list[Row]:
        return [
            made | {"initiative_id": row["initiative_id"]}
            for row in rows
            for made in make(by_id[row["initiative_id"]], row)
        ]

    _store(session, Claim, below(phases, lambda one, p: entries.claims(one.random, one.how, p)))
    _store(
        session, Activity, below(phases, lambda one, p: entries.activities(one.random, one.how, p, one.days))
    )
    _store(session, Cost, below(phases, lambda one, p: entries.costs(one.random, p, one.currency, one.days)))
    _store(
        session, Observation, below(indicators, lambda one, i: entries.observations(one.random, i, one.days))
    )
    _store(session, Benefit, _of(invented, _benefits))
    _store(session, Proposal, _of(invented, lambda one: entries.proposals(one.random, one.days)))
    _store(session, Obstacle, _of(invented, lambda one: entries.obstacles(one.random, one.country, one.days)))
    _store(session, Incident, _of(invented, lambda one: entries.incidents(one.random, one.days)))


def _invent(number: int, organizations: dict[str, int]) -> Invented:
    random = Random(number)
    country, sector = random.choice(tuple(profiles.COUNTRIES)), random.choice(tuple(Sector))
    starts_on = FIRST_DAY + timedelta(days=random.randint(0, 4000))
    last = min(LAST_DAY, today(), starts_on + timedelta(days=random.randint(200, 2400)))
    is_over = last < LAST_DAY and chance(random, 0.7)
    lead = f"synthetic-{random.choice(profiles.KINDS_OF_LEAD).replace('_', '-')}-{country.lower()}"
    row = {
        "slug": f"synthetic-{number:06}",
        "name": f"{profiles.WORK[sector][0]}, {random.choice(profiles.COUNTRIES[country][1])} {number + 1}",
        "summary": "",
        "organization_id": organizations[lead],
        "country": country,
        "sector": sector,
        "place": "",
        "target_population": "",
        "eligible_population": random.choice((None, random.randint(80, 4000))),
        "initiation": random.choice(tuple(Initiation)),
        "status": InitiativeStatus.COMPLETED if is_over else InitiativeStatus.ACTIVE,
        "currency": profiles.COUNTRIES[country][0],
        "starts_on": starts_on,
        "ends_on": last if is_over else None,
        "illustrative": True,
        "source": profiles.SOURCE,
    }
    return Invented(random, profiles.profile(random), country, sector, Days(random, starts_on, last), row)


def _aims(one: Invented) -> Iterator[Row]:
    aim = one.random.choice(profiles.AIMS)
    yield {"aim": aim, "declared_on": one.days.starts_on, "chosen_by": "Steering group"}


def _partnerships(one: Invented, organizations: dict[str, int]) -> Iterator[Row]:
    """Nine of ten are funded by the one fund, the others by the other."""
    fund = profiles.FUND if chance(one.random, 0.9) else profiles.OTHER_FUND
    unknown = {"grant_amount": None, "grant_currency": None, "reference": ""}
    granted = {"grant_amount": one.random.randint(5, 400) * 1000, "grant_currency": one.currency}
    days = {"starts_on": None, "ends_on": None}
    yield {"organization_id": one.row["organization_id"], "role": PartnershipRole.LEAD, **unknown, **days}
    yield {
        "organization_id": organizations[fund],
        "role": PartnershipRole.FUNDER,
        **unknown,
        **granted,
        **days,
    }


def _indicators(one: Invented) -> Iterator[Row]:
    for number in range(one.random.randint(0, 2)):
        has_ends = chance(one.random, 0.7)
        yield {
            "name": profiles.WORK[one.sector][1] if number == 0 else f"Second measure {number}",
            "definition": "",
            "level": IndicatorLevel.OUTCOME,
            "aim": one.random.choice(profiles.AIMS),
            "unit": "",
            "direction": Direction.UP,
            "minimum": None,
            "maximum": None,
            "decimals": 1,
            "frequency": Frequency.QUARTERLY,
            "aggregation": Aggregation.PER_PERIOD,
            "instrument": "",
            "minimal_change": None,
            "minimal_change_source": "",
            "respondents": None,
            "effect_service": one.random.choice(tuple(EffectService)),
            "effect_service_name": profiles.WORK[one.sector][2],
            "breakdown": "",
            "baseline_value": 50 if has_ends else None,
            "baseline_on": one.days.starts_on if has_ends else None,
            "baseline_n": None,
            "target_value": 60 if has_ends else None,
            "target_on": None,
            "limits_from_first": None,
            "illustrative": True,
            "source": profiles.SOURCE,
        }


def _benefits(one: Invented) -> Iterator[Row]:
    return entries.benefits(one.random, profiles.WORK[one.sector][2], one.currency, one.days)


def _of(invented: Sequence[Invented], make: Any) -> list[Row]:
    return [row | {"initiative_id": one.row["id"]} for one in invented for row in make(one)]


def _store(session: Session, table: type[SQLModel], rows: Sequence[Row]) -> None:
    if rows:
        session.connection().execute(sa.insert(_table(table)), [_kept(row) for row in rows])


def _store_with_ids(session: Session, table: type[SQLModel], rows: Sequence[Row]) -> None:
    """The rows get the ids that the database gave them."""
    if rows:
        made = sa.insert(_table(table)).returning(_table(table).c.id, sort_by_parameter_order=True)
        ids = session.connection().scalars(made, [_kept(row) for row in rows])
        for row, row_id in zip(rows, ids, strict=True):
            row["id"] = row_id


def _kept(row: Row) -> Row:
    now = utc_now()
    return row | {"version": 1, "created_at": now, "updated_at": now}


def _table(model: type[SQLModel]) -> sa.Table:
    table: sa.Table = model.__table__  # type: ignore[attr-defined]  # set by the mapper
    return table
