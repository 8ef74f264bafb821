"""Several people at once: an import and its taking back hold rows in the order in which everybody does."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from app.database.engine import Database
from tests.exchange.test_importing_values import PAGE, imported, imports, promise, say, send
from tests.support.world import World, come_in

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
HELD = re.compile(r"FROM (\w+).*?(?:ORDER BY (\w+\.\w+))? FOR (?:NO KEY )?UPDATE", re.DOTALL)


def held(database: Database, act: Callable[[], object]) -> list[tuple[str, str]]:
    """Table and order of each statement that holds rows, as they came."""
    asked: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        asked.append(statement)

    event.listen(database.writer, "before_cursor_execute", note)
    act()
    event.remove(database.writer, "before_cursor_execute", note)
    return [(found[1], found[2] or "") for statement in asked if (found := HELD.search(statement))]


def test_storing_holds_all_indicators_in_the_order_of_their_ids_before_any_of_them_is_written(
    client: TestClient, database: Database, world: World
) -> None:
    send(come_in(client, world.ada))
    say(client)
    promised = promise(client)
    rows = held(database, lambda: client.post(f"{PAGE}/store", data=promised))
    assert rows[0] == ("indicator", "indicator.id")
    assert ("initiative", "") in rows[:2]


def test_taking_back_holds_values_before_indicators_as_a_review_does(
    client: TestClient, database: Database, world: World
) -> None:
    imported(come_in(client, world.ada))
    number = str(imports(database)[0].key)
    rows = held(database, lambda: client.post(f"{PAGE}/undo", data={"number": number}))
    places = [rows.index(("observation", "observation.id")), rows.index(("indicator", "indicator.id"))]
    assert places == sorted(places)
