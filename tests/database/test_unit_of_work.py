"""Everything done in one unit of work is stored together, or not at all."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, func, select

from app.accounts.models import Person
from app.accounts.schemas import PersonCreate
from app.database.audit import Action, AuditEntry, act_as
from app.database.editing import archive, edit, restore
from app.database.engine import Database
from app.database.idempotency import once
from app.organizations.models import Organization
from app.organizations.schemas import OrganizationCreate
from app.organizations.service import add_organization
from app.refusals import KeyReused, Stale
from app.vocabulary import OrganizationType
from tests.support.people import make_person

CLUB = OrganizationCreate(name="Club", type=OrganizationType.ASSOCIATION, country="FR")


def count(session: Session, table: type[Person | Organization | AuditEntry]) -> int:
    return session.exec(select(func.count()).select_from(table)).one()


def test_a_failure_halfway_stores_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError), database.writing() as session:
        make_person(session)
        raise RuntimeError
    with database.reading() as session:
        assert count(session, Person) == 0
        assert count(session, AuditEntry) == 0


def test_every_change_is_written_down_with_who_and_what(database: Database) -> None:
    with database.writing() as session:
        ada = make_person(session)
    with database.writing() as session:
        act_as(session, ada.key)
        edit(
            session, session.get_one(Person, ada.id), PersonCreate(email=ada.email, name="Ada L."), version=1
        )
    with database.reading() as session:
        last = session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc())).first()
    assert last is not None
    assert (last.person_id, last.action, last.before, last.after) == (
        ada.id,
        Action.CHANGED,
        {"name": "Ada"},
        {"name": "Ada L."},
    )


def test_the_audit_log_cannot_be_emptied(database: Database) -> None:
    statement = "DELETE FROM audit_entry WHERE true" if database.is_sqlite else "TRUNCATE audit_entry"
    with database.writing() as session:
        make_person(session)
    with pytest.raises(sa.exc.DBAPIError, match="kept as written"), database.writing() as session:
        session.connection().execute(sa.text(statement))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_no_audit_entry_is_written_over(database: Database) -> None:
    """REPLACE deletes what it replaces, and no trigger on DELETE hears of it."""
    columns = "id, happened_at, table_name, row_id, action, before, after"
    statement = f"REPLACE INTO audit_entry ({columns}) SELECT {columns} FROM audit_entry"  # noqa: S608
    with database.writing() as session:
        make_person(session)
    with pytest.raises(sa.exc.DBAPIError, match="kept as written"), database.writing() as session:
        session.connection().execute(sa.text(statement))


@pytest.mark.parametrize("statement", ["UPDATE audit_entry SET row_id = 0", "DELETE FROM audit_entry"])
def test_the_audit_log_cannot_be_changed(database: Database, statement: str) -> None:
    with database.writing() as session:
        make_person(session)
    with (
        pytest.raises(sa.exc.DBAPIError, match="kept as written"),
        database.writing() as session,
    ):
        session.connection().execute(sa.text(statement))


def test_an_edit_of_an_older_version_is_refused(database: Database) -> None:
    with database.writing() as session:
        ada = make_person(session)
    with database.writing() as session:
        edit(session, session.get_one(Person, ada.id), PersonCreate(email=ada.email, name="First"), version=1)
    with pytest.raises(Stale), database.writing() as session:
        edit(
            session, session.get_one(Person, ada.id), PersonCreate(email=ada.email, name="Second"), version=1
        )


def test_archiving_is_undone_by_restoring_and_both_are_written_down(database: Database) -> None:
    with database.writing() as session:
        club = add_organization(session, CLUB)
        archive(session, club)
        restore(session, club)
        assert club.archived_at is None
    with database.reading() as session:
        actions = session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id))).all()
    assert actions == [Action.CREATED, Action.ARCHIVED, Action.RESTORED]


def add_club(database: Database, person_id: int, new: OrganizationCreate = CLUB) -> int:
    with database.writing() as session:
        act_as(session, person_id)
        return once(session, "one key", Organization, new, lambda: add_organization(session, new)).key


def test_twenty_copies_at_once_make_one_row_and_twenty_equal_answers(database: Database) -> None:
    with database.writing() as session:
        ada = make_person(session)
    copies: list[Callable[[], int]] = [lambda: add_club(database, ada.key)] * 20
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda copy: copy(), copies))
    with database.reading() as session:
        assert count(session, Organization) == 1
    assert len(set(answers)) == 1


def test_a_key_that_returns_with_another_content_is_refused(database: Database) -> None:
    with database.writing() as session:
        ada = make_person(session)
    add_club(database, ada.key)
    with pytest.raises(KeyReused):
        add_club(database, ada.key, CLUB.model_copy(update={"name": "Another"}))


def test_fifty_writers_at_once_lose_no_row(database: Database) -> None:
    def write(number: int) -> None:
        with database.writing() as session:
            make_person(session, f"person{number}")

    with ThreadPoolExecutor(10) as threads:
        list(threads.map(write, range(50)))
    with database.reading() as session:
        assert count(session, Person) == 50
