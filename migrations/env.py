"""Runs the migrations on the configured database, in one transaction, on both kinds."""

from typing import Literal

import sqlalchemy as sa
from alembic import context
from sqlmodel import AutoString

from app.database.columns import Moment, Scaled
from app.database.engine import Database
from app.settings import Settings
from app.tables import metadata


def run_migrations() -> None:
    settings: Settings = context.config.attributes.get("settings") or Settings()
    database = Database(settings, on_change=lambda session, touched: None)
    try:
        with database.writer.connect() as connection:
            if database.is_sqlite:
                _without_foreign_keys(connection)
            with connection.begin():
                _migrate(connection)
                _refuse_broken_references(connection)
    finally:
        database.close()


def _migrate(connection: sa.Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        render_item=_plainly,
        transaction_per_migration=False,
    )
    context.run_migrations()


def _plainly(kind: str, item: object, autogen_context: object) -> str | Literal[False]:
    """Column types as SQLAlchemy's own: a migration must not change when our code does."""
    if kind != "type":
        return False
    if isinstance(item, Scaled):
        return "sa.BigInteger()"
    if isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


def _without_foreign_keys(connection: sa.Connection) -> None:
    """Rebuilding a table would delete its child rows. The pragma works only outside a transaction."""
    driver = connection.connection.dbapi_connection
    assert driver is not None
    driver.cursor().execute("PRAGMA foreign_keys=OFF")


def _refuse_broken_references(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite" and (
        broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    ):
        raise RuntimeError(f"The migration left references to nothing: {broken[:5]}")


if context.is_offline_mode():
    raise SystemExit("Tandem migrates a live database only: no SQL script is made.")
run_migrations()
