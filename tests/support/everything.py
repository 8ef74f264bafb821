"""One row of every kind, live and archived, in an initiative, in another's and in an archived one.

Rows are made from the tables themselves, so that a new noun is there without being named. Every text of the
lead's is CANARY, every text elsewhere is ROBIN: whoever may not see one must not find it in any answer.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel
from sqlmodel.sql.sqltypes import AutoString

from app.accounts.models import Person
from app.clock import utc_now
from app.database.audit import Action, AuditEntry
from app.database.columns import Moment, Scaled
from app.database.tables import Editable
from app.initiatives.models import Initiative
from app.organizations.models import Organization
from app.vocabulary import MemberRole, PartnershipRole

CANARY = "Kanarienvogel"
ROBIN = "Rotkehlchen"
ABSENT = 2_000_000_001
A_DAY = date(2025, 3, 1)
SAY_WHAT_HAPPENED = {"left_out_because", "response", "withdrawn_because"}
"""Texts that change what a row is."""
NOT_YET_SAID = "draft"
"""Hidden from those who may read but not log, which tests of its own show."""

_numbers = count(1)

PARTNERS = (PartnershipRole.DELIVERY, PartnershipRole.EVALUATOR, PartnershipRole.FUNDER)


@dataclass
class Place:
    """An initiative, and in it one row of each kind: table name → id."""

    initiative: Initiative
    live: dict[str, int] = field(default_factory=dict)
    archived: dict[str, int] = field(default_factory=dict)


@dataclass
class Everything:
    organizations: dict[str, Organization]
    """`lead`, the partners by their role, `former` whose partnership has ended, and `elsewhere`."""
    people: dict[tuple[str, MemberRole], Person]
    """By organization and role; those of `left` belonged to `lead` and do no more."""
    own: Place
    """Led by `lead`, with a partner of each role."""
    gone: Place
    """The same, archived."""
    others: Place
    """Led by `elsewhere`."""
    of_organizations: dict[str, dict[str, int]] = field(default_factory=dict)
    """Organization → table name → id of one of its rows."""
    archived: dict[str, Organization] = field(default_factory=dict)
    """For each organization another that is archived, with the same people in the same roles."""
    of_archived: dict[str, dict[str, int]] = field(default_factory=dict)


def make_everything(session: Session) -> Everything:
    names = ("lead", *PARTNERS, "former", "elsewhere")
    organizations = {str(name): _organization(session, str(name)) for name in names}
    people = {
        (name, role): _person(session, name, role, organization)
        for name, organization in organizations.items()
        for role in MemberRole
    } | {
        ("left", role): _person(session, "left", role, organizations["lead"], utc_now())
        for role in MemberRole
    }
    everything = Everything(
        organizations,
        people,
        own=_place(session, organizations, "lead"),
        gone=_place(session, organizations, "lead"),
        others=_place(session, organizations, "elsewhere"),
    )
    everything.archived = {name: _archived(session, name, people) for name in organizations}
    everything.of_organizations = _rows_of_each(session, organizations)
    everything.of_archived = _rows_of_each(session, everything.archived)
    everything.gone.initiative.archived_at = utc_now()
    session.flush()
    return everything


def tables_with(column: str) -> list[sa.Table]:
    """The tables of rows people edit that belong to one initiative, or to one organization."""
    editable = {str(model.__tablename__) for model in _subclasses(Editable) if hasattr(model, "__table__")}
    return [t for t in SQLModel.metadata.sorted_tables if t.name in editable and column in t.columns]


def _subclasses(of: type) -> Iterator[type[Any]]:
    model: type[Any]
    for model in of.__subclasses__():
        yield model
        yield from _subclasses(model)


def _organization(session: Session, name: str) -> Organization:
    known = {"slug": f"{name}-{next(_numbers)}", "name": _word_of(name), "country": "GB"}
    organization = Organization(**_values(SQLModel.metadata.tables["organization"], known, _word_of(name)))
    session.add(organization)
    session.flush()
    return organization


def _word_of(name: str) -> str:
    return ROBIN if name == "elsewhere" else CANARY


def _person(
    session: Session, name: str, role: MemberRole, organization: Organization, left_at: datetime | None = None
) -> Person:
    """Their own name is on every page they see, so it holds neither word."""
    person = Person(name=f"{role} of {name}", email=f"{name}.{role}@people.example")
    session.add(person)
    session.flush()
    _join(session, person, organization, role, left_at)
    return person


def _join(
    session: Session,
    person: Person,
    organization: Organization,
    role: MemberRole,
    left_at: datetime | None = None,
) -> int:
    known = {"organization_id": organization.key, "person_id": person.key, "role": role}
    return _insert(session, SQLModel.metadata.tables["member"], known | {"archived_at": left_at})


def _rows_of_each(session: Session, organizations: dict[str, Organization]) -> dict[str, dict[str, int]]:
    return {
        name: _rows(session, {"organization_id": organization.key}, _word_of(name))
        | _joined(session, organization)
        for name, organization in organizations.items()
    }


def _joined(session: Session, organization: Organization) -> dict[str, int]:
    """One of its members, one who was a member, and one of the partnerships it has."""
    somebody = Person(name="Somebody", email=f"somebody.{organization.key}@people.example")
    session.add(somebody)
    session.flush()
    found = {"former_member": _join(session, somebody, organization, MemberRole.STAFF, utc_now())}
    for name in ("member", "partnership"):
        table = SQLModel.metadata.tables[name].c
        some = sa.select(sa.func.min(table.id)).where(table.organization_id == organization.key)
        found[name] = session.execute(some.where(table.archived_at.is_(None))).scalar_one() or 0
    return found


def _archived(session: Session, name: str, people: dict[tuple[str, MemberRole], Person]) -> Organization:
    organization = _organization(session, name)
    for role in MemberRole:
        _join(session, people[name, role], organization, role)
    organization.archived_at = utc_now()
    return organization


def _place(session: Session, organizations: dict[str, Organization], lead: str) -> Place:
    word = _word_of(lead)
    known = {
        "slug": f"initiative-{next(_numbers)}",
        "organization_id": organizations[lead].key,
        "country": "GB",
        "currency": "GBP",
    }
    initiative = Initiative(**_values(SQLModel.metadata.tables["initiative"], known, word))
    session.add(initiative)
    session.flush()
    below = {"initiative_id": initiative.key}
    place = Place(initiative)
    place.live = {"partnership": _partners(session, organizations, lead, initiative)}
    place.live |= _rows(session, below, word)
    place.archived = _rows(session, below | {"archived_at": utc_now()}, word, place.live)
    place.archived["partnership"] = _partner(
        session,
        initiative,
        _organization(session, "forgotten"),
        PartnershipRole.DELIVERY,
        archived_at=utc_now(),
    )
    return place


def _partners(
    session: Session, organizations: dict[str, Organization], lead: str, initiative: Initiative
) -> int:
    """The id of the first that takes part beside the lead, or of the lead where it is alone."""
    first = _partner(session, initiative, organizations[lead], PartnershipRole.LEAD)
    if lead != "lead":
        return first
    _partner(session, initiative, organizations["former"], PartnershipRole.DELIVERY, ended_at=utc_now())
    ids = [_partner(session, initiative, organizations[str(role)], role) for role in PARTNERS]
    return ids[0]


def _partner(
    session: Session, initiative: Initiative, organization: Organization, role: PartnershipRole, **known: Any
) -> int:
    ids = {"initiative_id": initiative.key, "organization_id": organization.key, "role": role}
    return _insert(session, SQLModel.metadata.tables["partnership"], ids | known)


def _rows(
    session: Session, known: dict[str, Any], word: str, parents: dict[str, int] | None = None
) -> dict[str, int]:
    """One row of each kind below an initiative or an organization; children below `parents` where given."""
    column = "initiative_id" if "initiative_id" in known else "organization_id"
    made: dict[str, int] = {}
    for table in tables_with(column):
        if table.name not in {"initiative", "partnership", "member"} and not _crosses(table, column):
            ids = {f"{name}_id": id_ for name, id_ in (made | (parents or {})).items()}
            if table.name == "ground":  # a finding names an entry once
                ids["entry_id"] = made["activity"]
            made[table.name] = _insert(session, table, ids | known, word)
            if table.name == "publication":
                _say(session, made[table.name], word)
            _write_down(session, table.name, made[table.name], column, known[column], word)
    return made


def _say(session: Session, publication_id: int, word: str) -> None:
    """What a publication says is kept apart from it, and is no row that people edit."""
    content = {"title": word, "language": "en", "least": 10, "evaluation": {}}
    table = SQLModel.metadata.tables["publication_content"]
    session.execute(
        sa.insert(table).values(publication_id=publication_id, content=json.dumps(content).encode())
    )


def _write_down(session: Session, table: str, row_id: int, column: str, parent: int, word: str) -> None:
    """As if somebody had made the row: its history tells the word as well."""
    entry = {"happened_at": utc_now(), "table_name": table, "row_id": row_id, "action": Action.CREATED}
    session.execute(
        sa.insert(AuditEntry).values({column: parent, "after": {"text": word}, "before": {}} | entry)
    )


def _crosses(table: sa.Table, column: str) -> bool:
    """A row of an initiative is no row of an organization's own."""
    return column == "organization_id" and "initiative_id" in table.columns


def _insert(session: Session, table: sa.Table, known: dict[str, Any], word: str = CANARY) -> int:
    row = session.execute(sa.insert(table).values(_values(table, known, word)))
    key: int = row.inserted_primary_key[0]  # type: ignore[attr-defined]  # what an insert answers with
    return key


def _values(table: sa.Table, known: dict[str, Any], word: str = CANARY) -> dict[str, Any]:
    """A value that each column takes: the one known, nothing where nothing is allowed, else any at all."""
    return {
        column.name: known[column.name] if column.name in known else _any(column, word)
        for column in table.columns
        if not column.primary_key and (column.name in known or not column.nullable)
    }


def _any(column: sa.Column[Any], word: str) -> Any:
    kind = column.type
    if column.name in SAY_WHAT_HAPPENED:
        return ""
    if column.name == "token_hash":
        return f"hash {next(_numbers)}"
    if isinstance(kind, sa.Enum):
        return next(word for word in kind.enums if word != NOT_YET_SAID)
    if column.name == "email":
        return f"{word}@words.example"
    if isinstance(kind, sa.String | AutoString):
        return word[: kind.length or len(word)]
    others: dict[type[Any], Any] = {Moment: utc_now(), Scaled: Decimal(1), sa.JSON: [], sa.Boolean: False}
    others |= {sa.Date: A_DAY, sa.Integer: 1, sa.BigInteger: 1}
    found = [value for known, value in others.items() if isinstance(kind, known)]
    assert found, f"no value known for {column}"
    return found[0]
