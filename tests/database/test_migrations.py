"""Migrations run up, down and up again on data, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.database.engine import Database
from app.database.migrate import downgrade, is_at_head, upgrade
from app.main import open_database
from app.settings import Settings
from app.tables import metadata
from tests.support.databases import rows
from tests.support.people import make_person

FIRST = "5f62f454a61a"


@pytest.fixture
def bare_settings(bare_database_url: str, tmp_path: Path) -> Settings:
    return Settings(database_url=bare_database_url, data_dir=tmp_path)


@pytest.fixture
def bare(bare_settings: Settings) -> Iterator[Database]:
    database = open_database(bare_settings)
    yield database
    database.close()


def test_down_to_the_first_tables_and_up_again_keeps_every_row(
    bare: Database, bare_settings: Settings
) -> None:
    upgrade(bare_settings)
    with bare.writing() as session:
        make_person(session)
    before = rows(bare)
    downgrade(bare_settings, FIRST)
    assert not is_at_head(bare)
    upgrade(bare_settings)
    assert is_at_head(bare)
    assert rows(bare) == before


def test_all_the_way_down_leaves_no_table(bare: Database, bare_settings: Settings) -> None:
    upgrade(bare_settings)
    downgrade(bare_settings, "base")
    with bare.reader.connect() as connection:
        assert set(sa.inspect(connection).get_table_names()) == {"alembic_version"}


def test_a_database_without_tables_is_not_at_head(bare: Database) -> None:
    assert not is_at_head(bare)


def test_models_and_migrations_say_the_same(bare: Database, bare_settings: Settings) -> None:
    upgrade(bare_settings)
    with bare.reader.connect() as connection:
        found = {table: _columns(connection, table) for table in metadata.tables}
    assert found == {name: set(table.columns.keys()) for name, table in metadata.tables.items()}


def _columns(connection: sa.Connection, table: str) -> set[str]:
    return {column["name"] for column in sa.inspect(connection).get_columns(table)}
