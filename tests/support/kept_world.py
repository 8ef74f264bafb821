"""The shared cast, entered once for each kind of database and then copied, which is quicker by far."""

import pickle
from pathlib import Path

import psycopg
import pysqlite3.dbapi2 as sqlite
import sqlalchemy as sa
from sqlalchemy.engine import URL

from app.accounts.queries import anybody_is_here
from app.database.engine import Database
from tests.support.databases import rows
from tests.support.world import World, make_world

KEEP = """
DO $$ DECLARE one text; BEGIN
    CREATE SCHEMA kept;
    FOR one IN SELECT tablename FROM pg_tables
               WHERE schemaname = 'public' AND NOT tablename = ANY (string_to_array('{known}', ',')) LOOP
        EXECUTE format('CREATE TABLE kept.%I AS TABLE public.%I', one, one);
    END LOOP;
END $$
"""
# The rows go in as they are, whatever their order; the counters go on where the rows end.
PUT_BACK = """
DO $$ DECLARE one text; counter text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'kept' LOOP
        EXECUTE format('INSERT INTO public.%I SELECT * FROM kept.%I', one, one);
        IF EXISTS (SELECT FROM information_schema.columns
                   WHERE table_schema = 'kept' AND table_name = one AND column_name = 'id') THEN
            counter := pg_get_serial_sequence(format('public.%I', one), 'id');
            EXECUTE format('SELECT setval(%L, max(id)) FROM kept.%I', counter, one);
        END IF;
    END LOOP;
END $$
"""


class KeptWorlds:
    """One a run of tests. A database that is not empty gets its cast entered, since the ids would differ."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._worlds: dict[str, bytes] = {}
        self._tables: list[str] = []

    def put_into(self, database: Database) -> World:
        kind = database.writer.dialect.name
        if _is_peopled(database):
            return _entered(database)
        if kind not in self._worlds:
            before = rows(database)
            world = _entered(database)
            self._keep(database, [name for name, number in rows(database).items() if number == before[name]])
            self._worlds[kind] = pickle.dumps(world)
            return world
        self._copy_into(database)
        world = pickle.loads(self._worlds[kind])  # noqa: S301  # what was written a moment ago
        assert isinstance(world, World)
        return world

    @property
    def _file(self) -> Path:
        return self._folder / "world.sqlite3"

    def _keep(self, database: Database, known: list[str]) -> None:
        """All tables but those that the cast left as they were."""
        url = database.writer.url
        if database.is_sqlite:
            with sqlite.connect(str(url.database)) as connection:
                connection.execute("VACUUM INTO ?", (str(self._file),))
            self._tables = [name for name in rows(database) if name not in known]
        else:
            _tell(url, KEEP.format(known=",".join([*known, "alembic_version"])))

    def _copy_into(self, database: Database) -> None:
        url = database.writer.url
        if not database.is_sqlite:
            _tell(url, PUT_BACK)
            return
        with sqlite.connect(str(url.database)) as connection:
            connection.execute("ATTACH ? AS kept", (str(self._file),))
            for table in self._tables:
                connection.execute(f"INSERT INTO main.{table} SELECT * FROM kept.{table}")  # noqa: S608  # our own name


def _is_peopled(database: Database) -> bool:
    with database.reading() as session:
        return anybody_is_here(session)


def _entered(database: Database) -> World:
    with database.writing() as session:
        return make_world(session)


def _tell(address: URL, command: str) -> None:
    plain = sa.make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(command.encode())
