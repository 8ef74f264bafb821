"""What route functions ask for: the unit of work, who is there, and rows by the right that was checked."""

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Annotated, TypeVar

from fastapi import BackgroundTasks, Depends, Header, Path, Query, Request
from sqlmodel import Session

from app.access import Actor, Right, access_rule, belongs_to, may_administer, rights
from app.accounts.models import Person
from app.accounts.queries import person_signed_in, token_and_person
from app.accounts.service import note_use
from app.clock import today
from app.database.audit import act_as
from app.database.engine import Database
from app.database.references import is_below_archived
from app.database.tables import Editable
from app.initiatives.models import Initiative
from app.initiatives.queries import initiative_by_slug, partnerships_of
from app.mail import later
from app.organizations.models import Organization
from app.organizations.queries import organization_by_slug, roles_of
from app.refusals import Absent, Archived, Forbidden, ReadOnly
from app.vocabulary import TokenScope
from app.web.csrf import SAFE_METHODS
from app.web.errors import NotSignedIn
from app.web.forms import MOST_FIELDS
from app.web.pagination import LARGEST_PAGE

Row = TypeVar("Row", bound=Editable)
RowId = Annotated[int, Path(ge=1, le=2**31 - 1)]
"""What a row can have as its id; anything else in an address is nowhere."""


async def body_has_arrived(request: Request) -> None:
    """The whole body is here before the unit of work begins: a slow sender keeps nobody else waiting."""
    if request.method not in SAFE_METHODS and request.headers.get("content-type", "").startswith(
        ("application/x-www-form-urlencoded", "multipart/form-data")
    ):
        await request.form(max_files=0, max_fields=MOST_FIELDS)


async def own_turn(
    request: Request, arrived: Annotated[None, Depends(body_has_arrived)]
) -> AsyncIterator[None]:
    """Writers wait in the event loop: forty waiting threads would let none go on."""
    if request.method in SAFE_METHODS:
        yield
    else:
        async with request.app.state.database.line:
            yield


OwnTurn = Annotated[None, Depends(own_turn, scope="function")]


def unit_of_work(request: Request, turn: OwnTurn) -> Iterator[Session]:
    """Reading for a GET; for everything else one transaction, committed before the answer leaves."""
    database = request.app.state.database
    with database.reading() if request.method in SAFE_METHODS else database.writing() as session:
        yield session


SessionDep = Annotated[Session, Depends(unit_of_work, scope="function")]


def cookie_name(request: Request) -> str:
    """`__Host-` binds the cookie to this host, but browsers take it over https only."""
    return "__Host-sid" if request.app.state.settings.is_secure else "sid"


def current_actor(request: Request, session: SessionDep, tasks: BackgroundTasks) -> Actor | None:
    """Whoever the session cookie stands for; in the API, whoever the bearer token stands for."""
    if request.url.path.startswith("/api/"):
        person = _person_of_program(request, session, tasks)
    else:
        token = request.cookies.get(cookie_name(request), "")
        person = person_signed_in(session, token) if token else None
    if person is None:
        return None
    act_as(session, person.key)
    actor = Actor(person.key, person.name, person.email, roles_of(session, person.key))
    request.state.actor = actor
    return actor


def _person_of_program(request: Request, session: Session, tasks: BackgroundTasks) -> Person | None:
    """A token made for reading opens nothing else, whatever its person may do."""
    scheme, _, brought = request.headers.get("authorization", "").partition(" ")
    found = token_and_person(session, brought.strip()) if scheme.lower() == "bearer" else None
    if found is None:
        return None
    token, person = found
    if token.scope is TokenScope.READ and request.method not in SAFE_METHODS:
        raise ReadOnly
    if token.last_used_on != today():
        later(tasks, _write_down_use, request.app.state.database, token.key)
    return person


def _write_down_use(database: Database, token_id: int) -> None:
    """After the answer and in a thread apart: one that waits for SQLite's writer here could wait for ever."""
    with database.writing() as session:
        note_use(session, token_id, today())


CurrentActor = Annotated[Actor | None, Depends(current_actor)]


@access_rule
def anyone(actor: CurrentActor) -> Actor | None:
    """Public pages; they still know who is there."""
    return actor


@access_rule
def signed_in(actor: CurrentActor) -> Actor:
    if actor is None:
        raise NotSignedIn
    return actor


Anyone = Annotated[Actor | None, Depends(anyone)]
SignedIn = Annotated[Actor, Depends(signed_in)]


def rights_on(session: Session, actor: Actor, initiative_id: int) -> frozenset[Right]:
    partners = (
        (partner.organization_id, partner.role) for partner in partnerships_of(session, initiative_id)
    )
    return rights(actor, partners)


def require(session: Session, actor: Actor, initiative_id: int, right: Right) -> frozenset[Right]:
    """All the actor's rights there. Without reading it does not exist; without `right` it is refused."""
    granted = rights_on(session, actor, initiative_id)
    if Right.READ not in granted:
        raise Absent
    if right not in granted:
        raise Forbidden
    return granted


def initiative_with(right: Right) -> Callable[..., Initiative]:
    """By slug on pages."""

    @access_rule
    def load(slug: str, request: Request, session: SessionDep, actor: SignedIn) -> Initiative:
        initiative = initiative_by_slug(session, slug)
        if initiative is None:
            raise Absent
        request.state.rights = require(session, actor, initiative.key, right)
        return initiative

    return load


def initiative_by_id_with(right: Right) -> Callable[..., Initiative]:
    """By id in the API."""

    @access_rule
    def load(initiative_id: RowId, session: SessionDep, actor: SignedIn) -> Initiative:
        initiative = session.get(Initiative, initiative_id)
        if initiative is None or initiative.archived_at:
            raise Absent
        require(session, actor, initiative.key, right)
        return initiative

    return load


def row_with(table: type[Row], right: Right) -> Callable[..., Row]:
    """A row of an initiative's log by its id (`row_id` in the path), with this right on its initiative."""

    @access_rule
    def load(row_id: RowId, session: SessionDep, actor: SignedIn) -> Row:
        row = session.get(table, row_id)
        if row is None or row.archived_at or row.initiative_touched is None:
            raise Absent
        if is_below_archived(session, row):
            raise Absent
        require(session, actor, row.initiative_touched, right)
        return row

    return load


def archived_row_with(table: type[Row], right: Right) -> Callable[..., Row]:
    """An archived row by its id, to be restored, with this right on its initiative."""

    @access_rule
    def load(row_id: RowId, session: SessionDep, actor: SignedIn) -> Row:
        row = session.get(table, row_id)
        if row is None or not row.archived_at or row.initiative_touched is None:
            raise Absent
        if session.get_one(Initiative, row.initiative_touched).archived_at:
            raise Absent
        require(session, actor, row.initiative_touched, right)
        return row

    return load


def row_of(session: Session, table: type[Row], initiative: Initiative, row_id: int) -> Row:
    """A row that belongs to this initiative, whose right has been checked already."""
    row = session.get(table, row_id)
    if row is None or row.initiative_touched != initiative.key:
        raise Absent
    if row.archived_at:
        raise Archived(row)
    if is_below_archived(session, row):
        raise Absent
    return row


def _as_member(actor: Actor, organization: Organization | None, *, administers: bool) -> Organization:
    """For its members it is there, for others it is not; some things are for its administrators."""
    if organization is None or organization.archived_at or not belongs_to(actor, organization.key):
        raise Absent
    if administers and not may_administer(actor, organization.key):
        raise Forbidden
    return organization


def _organization(*, administers: bool = False) -> Callable[..., Organization]:
    """By slug on pages."""

    @access_rule
    def load(slug: str, session: SessionDep, actor: SignedIn) -> Organization:
        return _as_member(actor, organization_by_slug(session, slug), administers=administers)

    return load


def _organization_by_id(*, administers: bool = False) -> Callable[..., Organization]:
    """By id in the API."""

    @access_rule
    def load(organization_id: RowId, session: SessionDep, actor: SignedIn) -> Organization:
        return _as_member(actor, session.get(Organization, organization_id), administers=administers)

    return load


def row_of_organization(table: type[Row], *, administers: bool = False) -> Callable[..., Row]:
    """A row of an organization by its id (`row_id` in the path), for its members or its administrators."""

    @access_rule
    def load(row_id: RowId, session: SessionDep, actor: SignedIn) -> Row:
        row = session.get(table, row_id)
        if row is None or row.archived_at or row.organization_touched is None:
            raise Absent
        organization = session.get(Organization, row.organization_touched)
        _as_member(actor, organization, administers=administers)
        return row

    return load


InitiativeToRead = Annotated[Initiative, Depends(initiative_with(Right.READ))]
InitiativeToLog = Annotated[Initiative, Depends(initiative_with(Right.LOG))]
InitiativeToManage = Annotated[Initiative, Depends(initiative_with(Right.MANAGE))]
InitiativeToEvaluate = Annotated[Initiative, Depends(initiative_with(Right.EVALUATE))]
InitiativeByIdToRead = Annotated[Initiative, Depends(initiative_by_id_with(Right.READ))]
InitiativeByIdToLog = Annotated[Initiative, Depends(initiative_by_id_with(Right.LOG))]
InitiativeByIdToManage = Annotated[Initiative, Depends(initiative_by_id_with(Right.MANAGE))]
InitiativeByIdToEvaluate = Annotated[Initiative, Depends(initiative_by_id_with(Right.EVALUATE))]
OrganizationToRead = Annotated[Organization, Depends(_organization())]
OrganizationToAdminister = Annotated[Organization, Depends(_organization(administers=True))]
OrganizationByIdToRead = Annotated[Organization, Depends(_organization_by_id())]
OrganizationByIdToAdminister = Annotated[Organization, Depends(_organization_by_id(administers=True))]

Cursor = Annotated[str | None, Query(description="Where the next page begins: `next` of the page before")]
Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]
Like = Annotated[int | None, Query(ge=1, le=2**31 - 1, description="The entry that a form is filled in from")]
About = Annotated[int | None, Query(ge=1, le=2**31 - 1, description="The indicator that it is about")]
IdempotencyKey = Annotated[str | None, Header(alias="Idempotency-Key", max_length=100)]
IfMatch = Annotated[str | None, Header(alias="If-Match")]
