"""What a page of the journal costs in a short log and in a hundred thousand entries, on both databases.

`python -m bench.journal [ENTRIES]`: nine kinds in equal parts. The short log fills a page just as well.
"""

import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlmodel import Session

from app.database.engine import Database
from app.database.migrate import upgrade
from app.journal.queries import journal
from app.journal.schemas import Wanted
from app.main import open_database
from app.settings import Settings
from app.vocabulary import EntryKind
from tests.indicators.series import define
from tests.support.long_log import write_log
from tests.support.postgresql import postgresql_url
from tests.support.statements import statements_for
from tests.support.world import make_world

FEW, MANY, TIMES, PAGE = 900, 100_000, 20, 50

QUESTIONS = {
    "the newest": Wanted(),
    "two kinds": Wanted(kind=[EntryKind.COST, EntryKind.STORY]),
    "words, found": Wanted(q="beds"),
    "words, nowhere": Wanted(q="zeppelin"),
}


def main(entries: int = MANY) -> None:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        server = stack.enter_context(postgresql_url())
        for url in (f"sqlite:///{folder / 'journal.sqlite3'}", server):
            _measure(Settings(_env_file=None, database_url=url, data_dir=folder), entries)


def _measure(settings: Settings, entries: int) -> None:
    upgrade(settings)
    database = open_database(settings)
    with database.writing() as session:
        world = make_world(session)
        short, long = world.initiative.key, world.other_initiative.key
        for initiative, phase, some in (
            (world.initiative, world.delivery, FEW),
            (world.other_initiative, world.other_phase, entries),
        ):
            write_log(
                session,
                some,
                initiative_id=initiative.key,
                phase_id=phase.key,
                indicator_id=define(session, initiative).key,
                person_id=world.ada.key,
            )
    with database.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")  # as both do by themselves after a while
    print(settings.url_of_database.split(":")[0])
    for name, wanted in QUESTIONS.items():
        few, many = (_milliseconds(database, one, wanted) for one in (short, long))
        print(
            f"  {name:15} {FEW} entries {few:6.1f} ms, {entries:,} entries {many:6.1f} ms: × {many / few:.1f}"
        )
    with database.reading() as session:
        asked = statements_for(database, lambda: journal(session, long, Wanted(), None, PAGE))
        print(f"  statements: {len([one for one in asked if not one.startswith('BEGIN')])}")
    database.close()


def _milliseconds(database: Database, initiative_id: int, wanted: Wanted) -> float:
    """The median of reading the first page."""
    with database.reading() as session:
        seconds = [_read(session, initiative_id, wanted) for _time in range(TIMES)]
    return median(seconds) * 1000


def _read(session: Session, initiative_id: int, wanted: Wanted) -> float:
    begun = perf_counter()
    journal(session, initiative_id, wanted, None, PAGE)
    return perf_counter() - begun


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
