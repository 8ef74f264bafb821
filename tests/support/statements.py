"""How many statements an answer costs: a list that asks once a row is slow where it matters."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from app.database.engine import Database


def statements_for(database: Database, act: Callable[[], object]) -> list[str]:
    """What the reading side of the database was asked meanwhile."""
    asked: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        asked.append(statement)

    event.listen(database.reader, "before_cursor_execute", note)
    act()
    event.remove(database.reader, "before_cursor_execute", note)
    return asked
