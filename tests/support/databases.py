"""Fresh databases at little cost: migrated once, then copied or emptied for each test."""

import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import sqlalchemy as sa

from app.database.engine import Database
from app.tables import metadata

Migrate = Callable[[str], None]
"""Brings the database at a URL to the newest schema."""

# A tenth of the time that a copy of the template takes (measured: 30 against 300 ms). Rows and counters go,
# unseen by the triggers that keep the audit whole; what the migrations themselves put in stays.
EMPTY_EVERY_TABLE = """
DO $$ DECLARE one text; filled boolean; BEGIN
    SET LOCAL lock_timeout = '10s';
    SET LOCAL session_replication_role = replica;
    FOR one IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
               WHERE schemaname = 'public' AND NOT tablename = ANY (string_to_array('{kept}', ',')) LOOP
        EXECUTE 'SELECT EXISTS (SELECT FROM ' || one || ')' INTO filled;
        IF filled THEN EXECUTE 'TRUNCATE ' || one || ' RESTART IDENTITY CASCADE'; END IF;
    END LOOP;
END $$
"""


class SqliteCopies:
    def __init__(self, folder: Path, migrate: Migrate) -> None:
        self._original = folder / "original.sqlite3"
        migrate(f"sqlite:///{self._original}")

    def fresh(self, folder: Path) -> str:
        """The address of a migrated, empty database of one's own."""
        copied = shutil.copy(self._original, folder / "tandem.sqlite3")
        return f"sqlite:///{copied}"


class PostgresqlDatabase:
    """One migrated database, lent to one test after the other."""

    def __init__(self, server: str, migrate: Migrate) -> None:
        self._server = sa.make_url(server)
        self._name = self._created()
        migrate(self.address)
        self._kept = self._filled_tables()

    @property
    def address(self) -> str:
        return self._address_of(self._name)

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The address of the migrated, empty database; emptied again when it is given back."""
        yield self.address
        _tell(self.address, EMPTY_EVERY_TABLE.format(kept=",".join(self._kept)))

    @contextmanager
    def bare(self) -> Iterator[str]:
        """The address of another database, without any table."""
        name = self._created()
        try:
            yield self._address_of(name)
        finally:
            self._drop(name)

    def close(self) -> None:
        self._drop(self._name)

    def _created(self) -> str:
        name = f"tandem_test_{uuid.uuid4().hex[:12]}"
        _tell(self._address_of(self._server.database), f"CREATE DATABASE {name}")
        return name

    def _drop(self, name: str) -> None:
        _tell(self._address_of(self._server.database), f"DROP DATABASE {name} WITH (FORCE)")

    def _address_of(self, name: str | None) -> str:
        return self._server.set(database=name).render_as_string(hide_password=False)

    def _filled_tables(self) -> list[str]:
        engine = sa.create_engine(self.address, poolclass=sa.NullPool)
        with engine.connect() as connection:
            tables = sa.inspect(connection).get_table_names()
            return [name for name in tables if connection.scalar(_has_rows(name))]


def _has_rows(table: str) -> sa.Select[bool]:
    return sa.select(sa.exists(sa.select(sa.literal(1)).select_from(sa.table(table))))


def _tell(address: str, command: str) -> None:
    plain = sa.make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(command.encode())


def rows(database: Database) -> dict[str, int]:
    """Table → how many rows it has."""
    with database.reader.connect() as connection:
        return {
            table.name: connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
            for table in metadata.sorted_tables
        }
