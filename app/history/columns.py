"""What the tables say of a column: its type, and the table it refers to."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel


def column_of(table_name: str, field: str) -> "sa.Column[Any] | None":
    """None for a column that is gone since the change was written down."""
    table = SQLModel.metadata.tables.get(table_name)
    return None if table is None else table.columns.get(field)


def table_referred_to(table_name: str, field: str) -> str | None:
    """The table whose id the column holds."""
    column = column_of(table_name, field)
    if column is None:
        return None
    return next((key.column.table.name for key in column.foreign_keys if key.column.name == "id"), None)
