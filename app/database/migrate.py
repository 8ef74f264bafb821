"""Bring a database to the newest schema, or say whether it is there."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.database.engine import Database
from app.settings import ROOT, Settings


def upgrade(settings: Settings, revision: str = "head") -> None:
    _make_folder_of(settings.url_of_database)
    command.upgrade(_config(settings), revision)


def downgrade(settings: Settings, revision: str) -> None:
    command.downgrade(_config(settings), revision)


def is_at_head(database: Database) -> bool:
    """Whether the schema is the one this code was written for."""
    with database.reader.connect() as connection:
        current = MigrationContext.configure(connection).get_current_heads()
    return set(current) == set(ScriptDirectory(str(ROOT / "migrations")).get_heads())


def _make_folder_of(url: str) -> None:
    """SQLite makes its file, but not the folder around it."""
    address = sa.make_url(url)
    if address.get_backend_name() == "sqlite" and address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)


def _config(settings: Settings) -> Config:
    config = Config(ROOT / "alembic.ini")
    config.attributes["settings"] = settings
    return config
