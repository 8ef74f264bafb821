"""A period is locked while somebody records a value of it: it is stored before the lock, or not at all."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

from sqlmodel import select

from app.database.engine import Database
from app.indicators.locks import LockCreate, lock_period
from app.indicators.models import Observation, PeriodLock
from app.refusals import Invalid
from tests.indicators.series import define, observe
from tests.support.world import World

DAY = date(2024, 4, 1)
ROUNDS = 6


def test_no_value_slips_in_after_the_lock(database: Database, world: World) -> None:
    """Each value is stored in a unit of work that saw no lock: so its commit came before the lock's."""
    with database.writing() as session:
        indicators = [define(session, world.initiative, name=str(number)) for number in range(ROUNDS)]
    start = Barrier(ROUNDS + 1)

    def lock() -> int:
        start.wait()
        with database.writing() as session:
            lock_period(session, world.initiative, LockCreate(starts_on=DAY, ends_on=DAY))
            return len(session.exec(select(Observation)).all())

    def record(number: int) -> bool:
        start.wait()
        try:
            with database.writing() as session:
                observe(session, indicators[number], "6", DAY)
        except Invalid:
            return False
        return True

    with ThreadPoolExecutor(ROUNDS + 1) as people:
        locked = people.submit(lock)
        stored = sum(people.map(record, range(ROUNDS)))
    assert locked.result() == stored
    with database.reading() as session:
        assert len(session.exec(select(Observation)).all()) == stored
        assert len(session.exec(select(PeriodLock)).all()) == 1
