"""Bring a database to the newest schema, or say whether it is there."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.database.engine import Database
from app.settings import ROOT, Settings


def upgrade(settings: Settings, revision: str = "head") -> None:
    command.upgrade(_config(settings), revision)


def downgrade(settings: Settings, revision: str) -> None:
    command.downgrade(_config(settings), revision)


def is_at_head(database: Database) -> bool:
    """Whether the schema is the one this code was written for."""
    with database.reader.connect() as connection:
        current = MigrationContext.configure(connection).get_current_heads()
    return set(current) == set(ScriptDirectory(str(ROOT / "migrations")).get_heads())


def _config(settings: Settings) -> Config:
    config = Config(ROOT / "alembic.ini")
    config.attributes["settings"] = settings
    return config
