"""One Database: its engines for reading and writing, and the unit of work with its one commit."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import anyio
import sqlalchemy as sa
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Engine, event
from sqlmodel import Session

from app.database.turns import Turns
from app.settings import Settings

OLDEST_SAFE_SQLITE = (3, 51, 3)
"""Older ones can corrupt a WAL database when two connections checkpoint at once."""

WRITERS_AT_ONCE = 8
"""On PostgreSQL, in one process. More of them at one row would wait for its lock longer than they may."""

Projection = Callable[[Session, set[int]], None]
"""Brings the summaries of the touched initiatives up to date, in the same transaction."""


class Database:
    """Reading never writes; writing is one transaction, committed before the answer leaves."""

    def __init__(self, settings: Settings, on_change: Projection) -> None:
        url = sa.make_url(settings.url_of_database)
        read_url = sa.make_url(settings.database_read_url) if settings.database_read_url else url
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.writer = _sqlite_engine(url, "BEGIN IMMEDIATE") if self.is_sqlite else _postgresql_engine(url)
        self.reader = _sqlite_engine(read_url, "BEGIN") if self.is_sqlite else _postgresql_engine(read_url)
        self.line = anyio.Lock() if self.is_sqlite else anyio.Semaphore(WRITERS_AT_ONCE)
        """Where requests that write wait for their turn, without holding a thread or a connection."""
        self._turns = Turns()
        self._data_dir = settings.data_dir
        self._on_change = on_change

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with Session(self.reader, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Everything done inside is stored together, or not at all."""
        with self._turn(), self._session() as session:
            yield session
            session.flush()
            touched: set[int] = session.info.pop("touched", set())
            if touched:
                self._on_change(session, touched)
            session.commit()

    def _session(self) -> Session:
        """It knows where files are kept, which belong to what it stores."""
        return Session(self.writer, expire_on_commit=False, info={"data_dir": self._data_dir})

    def is_answering(self) -> bool:
        try:
            with self.reader.connect() as connection:
                return bool(connection.scalar(sa.text("SELECT 1")) == 1)
        except sa.exc.SQLAlchemyError:
            return False

    def close(self) -> None:
        self.writer.dispose()
        self.reader.dispose()

    def _turn(self) -> AbstractContextManager[None]:
        return self._turns.turn() if self.is_sqlite else nullcontext()


def _sqlite_engine(url: sa.URL, begin: str) -> Engine:
    if sqlite.sqlite_version_info < OLDEST_SAFE_SQLITE:
        raise RuntimeError(
            f"SQLite {sqlite.sqlite_version} can corrupt a database in WAL mode: 3.51.3 or newer is needed"
        )
    engine = sa.create_engine(url, module=sqlite)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _prepare_sqlite(connection: Any, record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions of its own
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")


def _postgresql_engine(url: sa.URL) -> Engine:
    limits = "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000"
    return sa.create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        connect_args={"options": limits, "connect_timeout": 5},
    )
