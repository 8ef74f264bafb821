"""A phase archived while somebody logs in it: never both."""

from threading import Event, Thread

import pytest

from app.activities.models import Activity
from app.database.engine import Database
from app.initiatives.models import Phase
from app.initiatives.service import archive_phase
from app.refusals import Invalid
from tests.support.entries import make_activity
from tests.support.world import World

on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
MOMENT = 0.3
"""Seconds in which a writer that does not wait would be long done."""


@on_postgresql
def test_an_entry_waits_for_the_archiving_of_its_phase_and_is_refused(
    database: Database, world: World
) -> None:
    refused: list[Invalid] = []
    done = Event()

    def log() -> None:
        try:
            with database.writing() as session:
                make_activity(session, world)
        except Invalid as invalid:
            refused.append(invalid)
        done.set()

    with database.writing() as session:
        archive_phase(session, session.get_one(Phase, world.delivery.key), None)
        logging = Thread(target=log)
        logging.start()
        assert not done.wait(MOMENT)
    logging.join()
    assert [set(invalid.errors) for invalid in refused] == [{"phase_id"}]


@on_postgresql
def test_archiving_waits_for_the_entry_that_names_the_phase_and_is_refused(
    database: Database, world: World
) -> None:
    refused: list[Invalid] = []
    done = Event()

    def archive() -> None:
        try:
            with database.writing() as session:
                archive_phase(session, session.get_one(Phase, world.delivery.key), None)
        except Invalid as invalid:
            refused.append(invalid)
        done.set()

    with database.writing() as session:
        activity: Activity = make_activity(session, world)
        archiving = Thread(target=archive)
        archiving.start()
        assert not done.wait(MOMENT)
    archiving.join()
    assert [set(invalid.errors) for invalid in refused] == [{"phase_id"}]
    with database.reading() as session:
        assert session.get_one(Phase, activity.phase_id).archived_at is None
