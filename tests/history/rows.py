"""A row of any table, made up from what its columns say: no factory can be forgotten."""

from datetime import date
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from app.clock import utc_now
from app.database.columns import Moment, Scaled
from app.database.tables import Editable
from app.tables import PACKAGES
from tests.support.world import World

assert PACKAGES  # with them, every table is known
EDITABLE = [table for table in Editable.__subclasses__() if table.__module__.startswith("app.")]
OWN = {"id", "version", "created_at", "updated_at", "created_by_id", "archived_at"}
UNTOUCHED = OWN | {"token_hash", "password_hash"}


def made_up(session: Session, table: type[Editable], world: World) -> Editable:
    """With every column that must be filled, and no other; rows it hangs on are made up, too."""
    values = {
        column.name: _value(session, column, world)
        for column in _columns(table)
        if column.name not in OWN and not column.nullable and table.model_fields[column.name].is_required()
    }
    return table(**values)


def other_value(row: Editable) -> tuple[str, Any]:
    """A column of the row that holds a text or a number of its own, and another value for it."""
    for column in _columns(type(row)):
        value = getattr(row, column.name)
        if column.name in UNTOUCHED or column.foreign_keys or value is None:
            continue
        if isinstance(value, StrEnum) or not isinstance(value, str | int) or isinstance(value, bool):
            continue
        return column.name, f"{value}x" if isinstance(value, str) else value + 1
    return _other_word(row)


def _other_word(row: Editable) -> tuple[str, Any]:
    for column in _columns(type(row)):
        value = getattr(row, column.name)
        if isinstance(value, StrEnum):
            return column.name, next(word for word in type(value) if word is not value)
    raise AssertionError(f"{type(row).__name__} has nothing to change")


def _columns(table: type[Editable]) -> list["sa.Column[Any]"]:
    inspected: sa.Table = sa.inspect(table).local_table
    return list(inspected.columns)


def _value(session: Session, column: "sa.Column[Any]", world: World) -> Any:
    known = {
        "initiative_id": world.initiative.key,
        "organization_id": world.elsewhere.key,
        "phase_id": world.delivery.key,
        "person_id": world.mallory.key,
    }
    if column.name in known and column.foreign_keys:
        return (
            world.dan.key
            if column.table.name == "member" and column.name == "person_id"
            else known[column.name]
        )
    parent = _hangs_on(column)
    if parent is None:
        return _of_type(column.type)
    row = made_up(session, parent, world)
    session.add(row)
    session.flush()
    return row.key


def _hangs_on(column: "sa.Column[Any]") -> type[Editable] | None:
    """The table that a column such as `indicator_id` points to."""
    name = column.name.removesuffix("_id")
    return next((table for table in EDITABLE if column.foreign_keys and table.__tablename__ == name), None)


def _of_type(kind: Any) -> Any:
    if isinstance(kind, sa.Enum):
        return next(iter(kind.enum_class or ()))
    values: list[tuple[Any, Any]] = [
        (Scaled, 1),
        (Moment, utc_now()),
        (sa.Date, date(2025, 4, 12)),
        (sa.Boolean, False),
        (sa.Integer, 1),
        (sa.JSON, []),
    ]
    return next((value for known, value in values if isinstance(kind, known)), "made-up")
